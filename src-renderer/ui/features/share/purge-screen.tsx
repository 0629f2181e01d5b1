import { Checkbox } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PurgePlan } from '#core/merge/plan-purge.ts';
import type { ToPurge } from '#core/merge/purge-scope.ts';
import type { ItemRef } from '#core/merge/state-after.ts';
import { useCase } from '#renderer/state/case-store.ts';
import { say } from '#renderer/state/messages-store.ts';
import { NO_SCREEN, showScreen } from '#renderer/state/screens-store.ts';
import { useView } from '#renderer/state/view-store.ts';
import { Button } from '#renderer/ui/components/button.tsx';
import { Notice } from '#renderer/ui/components/notice.tsx';
import { useFailureWords } from '#renderer/ui/hooks/use-run.ts';
import { useWorkbench } from '#renderer/ui/hooks/use-workbench.ts';
import screen from '../cases/screen.module.css';
import { itemLabel } from '../history/item-label.ts';
import styles from './share.module.css';

/** An item by its kind and what it is called. */
function Named({ item }: { readonly item: ItemRef }) {
  const { t } = useTranslation();
  const state = useCase((store) => store.state);
  const label = itemLabel(state, item.entity, item.id);
  return <bdi dir="auto">{[t(`history.what.${item.entity}`), label].filter(Boolean).join(' ')}</bdi>;
}

function Planned({ plan }: { readonly plan: PurgePlan }) {
  const { t } = useTranslation();
  const { entries, gone, blobs, stillThere } = plan;
  return (
    <>
      <p>{t('share.purge.entries', { count: entries })}</p>
      {gone.length > 0 && (
        <section className={styles['part']} aria-label={t('share.purge.gone')}>
          <h2>{t('share.purge.gone')}</h2>
          <ul>
            {gone.map((item) => (
              <li key={`${item.entity}-${item.id}`}>
                <Named item={item} />
              </li>
            ))}
          </ul>
        </section>
      )}
      {blobs.length > 0 && <p>{t('share.purge.files', { count: blobs.length })}</p>}
      {stillThere.length > 0 && (
        <section className={styles['part']} aria-label={t('share.purge.still')}>
          <h2>{t('share.purge.still')}</h2>
          <ul>
            {stillThere.map((place) => (
              <li key={`${place.entity}-${place.id}-${place.field}`}>
                <Named item={place} />
                {`: ${t(`history.field.${place.field}`)} (${t(place.now ? 'share.purge.stillNow' : 'share.purge.stillPast')})`}
              </li>
            ))}
          </ul>
        </section>
      )}
      <Notice tone="danger">{t('share.purge.recall')}</Notice>
    </>
  );
}

/** Says what a purge takes and what it cannot, and purges when the person means it. */
export function PurgeScreen({ asked }: { readonly asked: ToPurge }) {
  const { t } = useTranslation();
  const workbench = useWorkbench();
  const wordsOf = useFailureWords();
  const [plan, setPlan] = useState<PurgePlan | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const [understood, setUnderstood] = useState(false);
  const [busy, setBusy] = useState(false);
  useEffect(() => {
    let wanted = true;
    void workbench.planPurge(asked).then((outcome) => {
      if (!wanted) return;
      if (outcome.ok) setPlan(outcome.value);
      else setProblem(wordsOf(outcome));
    });
    return () => {
      wanted = false;
    };
  }, [workbench, asked, wordsOf]);

  async function purge(): Promise<void> {
    if (busy) return;
    setBusy(true);
    const outcome = await workbench.purge(asked);
    setBusy(false);
    if (!outcome.ok) return setProblem(wordsOf(outcome));
    useView.setState({ claimId: null, evidenceId: null, partyId: null });
    say('done', t('share.purge.done'));
    showScreen(NO_SCREEN);
  }
  const what = asked.kind === 'person' ? '' : t(`history.what.${asked.entity}`);
  const heading = t(`share.purge.heading.${asked.kind}`, { what });
  return (
    <main className={screen['screen']}>
      <div className={`${screen['form']} ${styles['wide']}`} role="group" aria-label={heading}>
        <h1>{heading}</h1>
        {plan ? <Planned plan={plan} /> : !problem && <p role="status">{t('share.purge.looking')}</p>}
        {problem && <Notice tone="danger">{problem}</Notice>}
        {plan && (
          <Checkbox
            label={t('share.purge.understood')}
            checked={understood}
            onChange={(event) => setUnderstood(event.currentTarget.checked)}
          />
        )}
        <div className={screen['actions']}>
          <Button autoFocus onClick={() => showScreen(NO_SCREEN)}>
            {t('common.cancel')}
          </Button>
          <Button look="danger" disabled={!plan || !understood || busy} onClick={() => void purge()}>
            {t(busy ? 'share.purge.acting' : 'share.purge.act')}
          </Button>
        </div>
      </div>
    </main>
  );
}

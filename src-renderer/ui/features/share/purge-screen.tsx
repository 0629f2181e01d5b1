import { Checkbox, Radio } from '@mantine/core';
import { useEffect, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PurgePreview } from '#core/merge/purge-copy.ts';
import type { ToPurge } from '#core/merge/purge-scope.ts';
import { foldedOf } from '#core/model/case-state.ts';
import { useCase } from '#renderer/state/case-store.ts';
import { say } from '#renderer/state/messages-store.ts';
import { NO_SCREEN, type Screen, showScreen } from '#renderer/state/screens-store.ts';
import { useView } from '#renderer/state/view-store.ts';
import { Button } from '#renderer/ui/components/button.tsx';
import { Notice } from '#renderer/ui/components/notice.tsx';
import { useFailureWords } from '#renderer/ui/hooks/use-run.ts';
import { useWorkbench } from '#renderer/ui/hooks/use-workbench.ts';
import screenStyles from '../cases/screen.module.css';
import { valueText } from '../history/value-text.ts';
import { ProjectProgress } from './project-progress.tsx';
import { Planned, useItemWords } from './purge-plan.tsx';
import { useSayLeft } from './say-left.ts';
import styles from './share.module.css';

type PurgeScreenAsked = Extract<Screen, { readonly kind: 'purge' }>;
type ValueAsked = Extract<ToPurge, { readonly kind: 'value' }>;
type Looked = { readonly asked: ToPurge } & ({ readonly plan: PurgePreview } | { readonly problem: string });

/** What purging this would do; null while it is looked up. */
function usePlan(asked: ToPurge): Looked | null {
  const workbench = useWorkbench();
  const wordsOf = useFailureWords();
  const [looked, setLooked] = useState<Looked | null>(null);
  useEffect(() => {
    const wanted = new AbortController();
    void workbench.planPurge(asked, wanted.signal).then((outcome) => {
      if (wanted.signal.aborted) return;
      setLooked(outcome.ok ? { asked, plan: outcome.value } : { asked, problem: wordsOf(outcome) });
    });
    return () => wanted.abort();
  }, [workbench, asked, wordsOf]);
  return looked?.asked === asked ? looked : null;
}

/** What the field holds now, in words; null when it holds nothing. */
function useHeldNow({ entity, id, field }: ValueAsked): string | null {
  const { t } = useTranslation();
  const state = useCase((store) => store.state);
  const value = state[entity].has(id) ? foldedOf(state, entity, id)?.fields[field]?.[0].value : null;
  const empty = value === null || value === undefined || value === '';
  return empty ? null : valueText(state, { entity, entityId: id }, field, value, t);
}

function Which(props: {
  readonly asked: ValueAsked;
  readonly onlyEarlier: boolean;
  readonly choose: (onlyEarlier: boolean) => void;
}) {
  const { t } = useTranslation();
  const now = useHeldNow(props.asked);
  if (now === null) return null;
  return (
    <Radio.Group
      aria-label={t('share.purge.which')}
      value={props.onlyEarlier ? 'earlier' : 'every'}
      onChange={(value) => props.choose(value === 'earlier')}
    >
      <div className={styles['part']}>
        <Radio value="earlier" label={<bdi dir="auto">{t('share.purge.earlier', { now })}</bdi>} />
        <Radio value="every" label={t('share.purge.every')} />
      </div>
    </Radio.Group>
  );
}

function useHeading(asked: ToPurge): string {
  const { t } = useTranslation();
  const wordsOf = useItemWords();
  if (asked.kind === 'person')
    return t('share.purge.heading.item', { what: wordsOf({ entity: 'party', id: asked.partyId }) });
  if (asked.kind === 'item') return t('share.purge.heading.item', { what: wordsOf(asked) });
  return t('share.purge.heading.value', {
    field: t(`history.field.${asked.field}`),
    what: wordsOf(asked),
  });
}

/** Says what a purge takes and what it cannot, and purges when the person means it. */
export function PurgeScreen({ screen }: { readonly screen: PurgeScreenAsked }) {
  const { t } = useTranslation();
  const workbench = useWorkbench();
  const wordsOf = useFailureWords();
  const [onlyEarlier, setOnlyEarlier] = useState(
    screen.asked.kind === 'value' && screen.asked.onlyEarlier === true,
  );
  const asked = useMemo(
    (): ToPurge => (screen.asked.kind === 'value' ? { ...screen.asked, onlyEarlier } : screen.asked),
    [screen.asked, onlyEarlier],
  );
  const looked = usePlan(asked);
  const [refused, setRefused] = useState<string | null>(null);
  const [understood, setUnderstood] = useState(false);
  const [busy, setBusy] = useState(false);
  const sayLeft = useSayLeft();
  const leave = (): void => showScreen(screen.back ?? NO_SCREEN);
  const plan = looked && 'plan' in looked ? looked.plan : null;
  const problem = refused ?? (looked && 'problem' in looked ? looked.problem : null);

  async function purge(): Promise<void> {
    if (busy) return;
    setBusy(true);
    setRefused(null);
    const outcome = await workbench.purge(asked);
    setBusy(false);
    if (!outcome.ok) return setRefused(wordsOf(outcome));
    if (asked.kind !== 'value') useView.setState({ claimId: null, evidenceId: null, partyId: null });
    // Left first: what is said of this screen would go with it.
    leave();
    say('done', t('share.purge.done'));
    sayLeft(outcome.value);
  }
  const heading = useHeading(asked);
  return (
    <main className={screenStyles['screen']}>
      <div className={`${screenStyles['form']} ${styles['wide']}`} role="group" aria-label={heading}>
        <h1>
          <bdi dir="auto">{heading}</bdi>
        </h1>
        {busy ? (
          <ProjectProgress waiting={t('share.purge.acting')} />
        ) : (
          <>
            {asked.kind === 'value' && (
              <Which
                asked={asked}
                onlyEarlier={onlyEarlier}
                choose={(earlier) => {
                  setUnderstood(false);
                  setOnlyEarlier(earlier);
                }}
              />
            )}
            {asked.kind === 'item' && asked.entity === 'document' && <p>{t('share.purge.article')}</p>}
            {plan && (
              <Planned
                plan={plan}
                purgeFirst={(first) => showScreen({ kind: 'purge', asked: first, back: screen })}
              />
            )}
            {!looked && <ProjectProgress waiting={t('share.purge.looking')} />}
            {problem && <Notice tone="danger">{problem}</Notice>}
            {plan && (
              <Checkbox
                label={t('share.purge.understood')}
                checked={understood}
                onChange={(event) => setUnderstood(event.currentTarget.checked)}
              />
            )}
            <div className={screenStyles['actions']}>
              <Button autoFocus onClick={leave}>
                {t('common.cancel')}
              </Button>
              <Button look="danger" disabled={!plan || !understood} onClick={() => void purge()}>
                {t('share.purge.act')}
              </Button>
            </div>
          </>
        )}
      </div>
    </main>
  );
}

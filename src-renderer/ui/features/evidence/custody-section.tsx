import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Item } from '#core/model/item.ts';
import { type CustodyEvent, custodyOf } from '#core/queries/custody.ts';
import { useCase } from '#renderer/state/case-store.ts';
import { useView } from '#renderer/state/view-store.ts';
import { Button } from '#renderer/ui/components/button.tsx';
import { Notice } from '#renderer/ui/components/notice.tsx';
import styles from '#renderer/ui/components/record.module.css';
import { Section } from '#renderer/ui/components/section.tsx';
import { useHistory } from '../history/use-history.ts';
import { useMoment } from '../release/release-row.tsx';

function Words({ event }: { readonly event: CustodyEvent }) {
  const { t } = useTranslation();
  const claims = useCase((store) => store.state.claim);
  switch (event.what) {
    case 'stored':
      return (
        <>
          {t('evidence.custody.stored')} <bdi>{event.file}</bdi> · {t('evidence.sha256')}{' '}
          <code>{event.sha256}</code>
        </>
      );
    case 'assessed':
    case 'unassessed': {
      const claim = claims.get(event.claimId)?.ref ?? t('evidence.custody.goneClaim');
      return event.what === 'assessed'
        ? t('evidence.custody.assessed', { claim, stance: t(`terms.stance.${event.stance}`) })
        : t('evidence.custody.unassessed', { claim });
    }
    case 'graded': {
      const claim =
        event.claimId === null ? null : (claims.get(event.claimId)?.ref ?? t('evidence.custody.goneClaim'));
      const { grade } = event;
      return claim === null
        ? t('evidence.custody.graded', { grade })
        : t('evidence.custody.gradedFor', { claim, grade });
    }
    case 'captured':
      return (
        <>
          {t('evidence.custody.captured')} <bdi>{event.file}</bdi>
        </>
      );
    case 'exported':
      return (
        <>
          {t('evidence.custody.exported', { kind: t(`terms.release.${event.kind}`) })}{' '}
          <button
            type="button"
            className={styles['link']}
            onClick={() => useView.setState({ desk: 'releases', releaseId: event.releaseId })}
          >
            <bdi>{event.file}</bdi>
          </button>
        </>
      );
    default:
      return t(`evidence.custody.${event.what}`);
  }
}

function Log({ evidence }: { readonly evidence: Item<'evidence'> }) {
  const { t } = useTranslation();
  const moment = useMoment();
  const history = useHistory(evidence.id);
  const events = useMemo(
    () => (history.kind === 'read' ? custodyOf(history.steps, evidence.id) : []),
    [history, evidence.id],
  );
  if (history.kind === 'reading') return <p role="status">{t('evidence.custody.reading')}</p>;
  if (history.kind === 'failed') return <Notice tone="danger">{history.why}</Notice>;
  return (
    <ol className={styles['list']}>
      {events.map((event, at) => (
        // The log only grows, and acts of one step have no name of their own.
        // oxlint-disable-next-line react/no-array-index-key
        <li key={`${event.batch} ${at}`} data-custody={event.what}>
          <span className={styles['quiet']}>
            {moment(new Date(event.at).toISOString())} <bdi>{event.alias}</bdi>
          </span>{' '}
          <Words event={event} />
        </li>
      ))}
    </ol>
  );
}

/** What happened to an item since it came into the case, read from its history when asked for. */
export function CustodySection({ evidence }: { readonly evidence: Item<'evidence'> }) {
  const { t } = useTranslation();
  const readOnly = useCase((store) => store.readOnly);
  const [shown, setShown] = useState(false);
  if (readOnly) return null;
  const toggle = (
    <Button look="quiet" aria-expanded={shown} onClick={() => setShown(!shown)}>
      {t(shown ? 'evidence.custody.hide' : 'evidence.custody.show')}
    </Button>
  );
  return (
    <Section label={t('evidence.custody.label')} aside={toggle}>
      {shown && <Log evidence={evidence} />}
    </Section>
  );
}

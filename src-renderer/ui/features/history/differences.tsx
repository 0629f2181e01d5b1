import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Finding } from '#core/model/finding.ts';
import type { ClaimDifference, EvidenceDifference } from '#core/queries/compare-moments.ts';
import { useView } from '#renderer/state/view-store.ts';
import { Empty } from '#renderer/ui/components/empty.tsx';
import { Notice } from '#renderer/ui/components/notice.tsx';
import { Side, Sides } from '#renderer/ui/components/sides.tsx';
import { markOf, StatusMark } from '#renderer/ui/components/status-mark.tsx';
import { useFailureWords } from '#renderer/ui/hooks/use-run.ts';
import { useWorkbench } from '#renderer/ui/hooks/use-workbench.ts';
import { RefText } from '../fields/ref-text.tsx';
import { useCase } from '#renderer/state/case-store.ts';
import type { Moments } from './compare-bar.tsx';
import styles from './differences.module.css';

type Compared =
  | { readonly kind: 'reading' }
  | { readonly kind: 'failed'; readonly why: string }
  | { readonly kind: 'read'; readonly differences: readonly ClaimDifference[] };

function useDifferences(one: string, other: string, claimId: string | null): Compared {
  const workbench = useWorkbench();
  const wordsOf = useFailureWords();
  const [compared, setCompared] = useState<Compared>({ kind: 'reading' });
  useEffect(() => {
    let wanted = true;
    void workbench.compareMoments(one, other, claimId).then((outcome) => {
      if (!wanted) return;
      setCompared(
        outcome.ok ? { kind: 'read', differences: outcome.value } : { kind: 'failed', why: wordsOf(outcome) },
      );
    });
    return () => {
      wanted = false;
    };
  }, [workbench, wordsOf, one, other, claimId]);
  return compared;
}

function FindingThen({ finding }: { readonly finding: Finding | null }) {
  const { t } = useTranslation();
  if (!finding) {
    return (
      <span className={styles['status']}>
        <StatusMark mark="unverified" /> {t('terms.reason.not started')}
      </span>
    );
  }
  return (
    <>
      <span className={styles['status']}>
        <StatusMark mark={markOf(finding.status, finding.reason)} />
        {`${t(`terms.status.${finding.status}`)}, ${t(`terms.reason.${finding.reason}`)}`}
      </span>
      {finding.rationale && (
        <p dir="auto" className={styles['why']}>
          {finding.rationale}
        </p>
      )}
    </>
  );
}

function EvidenceLine({ one }: { readonly one: EvidenceDifference }) {
  const { t } = useTranslation();
  const ref = useCase((store) => store.state.evidence.get(one.evidenceId)?.ref ?? '');
  const say = (stance: EvidenceDifference['before']): string =>
    stance === null ? t('history.compare.notAttached') : t(`terms.stance.${stance}`);
  return (
    <li>
      <b>
        {ref ? <RefText entity="evidence" id={one.evidenceId} text={ref} /> : t('history.compare.goneItem')}
      </b>{' '}
      {t('history.compare.from', { before: say(one.before), after: say(one.after) })}
    </li>
  );
}

function Difference({ one }: { readonly one: ClaimDifference }) {
  const { t } = useTranslation();
  const { claimId, ref, kind, statement, finding, evidence } = one;
  const live = useCase((store) => store.state.claim.has(claimId));
  const moved = JSON.stringify(finding.before) !== JSON.stringify(finding.after);
  const reworded = kind === 'changed' && statement.before !== statement.after;
  const open = (): void =>
    useView.setState(({ reveal }) => ({ desk: 'claims', claimId, reveal: reveal + 1 }));
  return (
    <li className={styles['difference']} data-difference={ref}>
      <h2 className={styles['head']}>
        <button type="button" disabled={!live} onClick={open}>
          <RefText entity="claim" id={claimId} text={ref} /> <bdi>{statement.after || statement.before}</bdi>
        </button>
        <span className={styles['kind']}>{t(`history.compare.kind.${kind}`)}</span>
      </h2>
      {(moved || reworded) && (
        <Sides>
          {(['before', 'after'] as const).map((when) => (
            <Side key={when} who={t(`history.compare.${when}`)}>
              {reworded && <bdi>{statement[when]}</bdi>}
              {moved && <FindingThen finding={finding[when]} />}
            </Side>
          ))}
        </Sides>
      )}
      {evidence.length > 0 && (
        <ul className={styles['evidence']} aria-label={t('claims.evidence')}>
          {evidence.map((held) => (
            <EvidenceLine key={held.evidenceId} one={held} />
          ))}
        </ul>
      )}
    </li>
  );
}

/** So many are drawn at once; more would make the window wait. */
const MOST = 200;

/** What differs between two moments, claim by claim. */
export function Differences({
  moments,
  claimId,
}: {
  readonly moments: Moments;
  readonly claimId: string | null;
}) {
  const { t } = useTranslation();
  const [one, other] = moments;
  const compared = useDifferences(one?.batch ?? '', other?.batch ?? '', claimId);
  if (compared.kind === 'reading') return <Empty title={t('history.reading')} />;
  if (compared.kind === 'failed') {
    return <Notice tone="danger">{t('history.failed', { why: compared.why })}</Notice>;
  }
  const { differences } = compared;
  if (differences.length === 0) return <Empty title={t('history.compare.same')} />;
  return (
    <div className={styles['scroll']}>
      <p role="status" className={styles['count']}>
        {t('history.compare.count', { count: differences.length })}
      </p>
      <ul className={styles['list']} aria-label={t('history.compare.list')}>
        {differences.slice(0, MOST).map((held) => (
          <Difference key={held.claimId} one={held} />
        ))}
      </ul>
      {differences.length > MOST && <p>{t('history.compare.more', { count: differences.length - MOST })}</p>}
    </div>
  );
}

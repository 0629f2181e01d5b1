import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { openConflict } from '#core/finding/conflict.ts';
import type { ConflictingFinding, FindingConflict } from '#core/merge/review-conflicts.ts';
import type { CaseState } from '#core/model/case-state.ts';
import { settleFinding } from '#renderer/commands/settle-finding.ts';
import { useCase } from '#renderer/state/case-store.ts';
import { Button } from '#renderer/ui/components/button.tsx';
import { FirstOf } from '#renderer/ui/components/first-of.tsx';
import { Sides } from '#renderer/ui/components/sides.tsx';
import { markOf, StatusMark } from '#renderer/ui/components/status-mark.tsx';
import { useRun } from '#renderer/ui/hooks/use-run.ts';
import { RefText } from '../fields/ref-text.tsx';
import { FindingSection } from '../finding/finding-section.tsx';
import { StandingSide } from '../finding/standing-side.tsx';
import styles from './share.module.css';

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

/** One claim with its findings side by side; once merged it is settled here, or later on the claim. */
function Conflict(props: {
  readonly conflict: FindingConflict;
  readonly after: CaseState;
  readonly settling: boolean;
}) {
  const { t } = useTranslation();
  const run = useRun();
  const { conflict, after, settling } = props;
  const { claimId, findings } = conflict;
  const now = useCase((store) => store.state.claim.get(claimId));
  const [anew, setAnew] = useState(false);
  const claim = settling ? now : after.claim.get(claimId);
  if (!claim) return null;
  const open = !settling || openConflict(claim).length > 0;
  const whose = ({ held, alias }: ConflictingFinding): string =>
    `${t(held ? 'share.yours' : 'share.theirs')} · ${alias || t('share.someone')}`;
  return (
    <article className={styles['conflict']} aria-label={claim.ref} data-conflict={claim.ref}>
      <p>
        <b>
          <RefText entity="claim" id={claimId} text={claim.ref} />
        </b>{' '}
        <bdi dir="auto">{claim.statement}</bdi>
      </p>
      <Sides>
        {findings.map((one) => {
          const { actor, seq, finding } = one;
          return (
            <StandingSide
              key={`${actor}-${seq}`}
              one={one}
              who={whose(one)}
              holds={!open && same(finding, claim.finding)}
              take={settling && open ? () => void run(settleFinding, { claimId, actor, seq }) : null}
            />
          );
        })}
      </Sides>
      {settling && !open && (
        <p role="status" className={styles['settled']}>
          <StatusMark
            mark={markOf(claim.finding?.status ?? 'unverified', claim.finding?.reason ?? 'not started')}
          />{' '}
          {t('share.settledAs', {
            status: t(`terms.status.${claim.finding?.status ?? 'unverified'}`),
            reason: t(`terms.reason.${claim.finding?.reason ?? 'not started'}`),
          })}
        </p>
      )}
      {settling && !anew && (
        <div>
          <Button onClick={() => setAnew(true)}>{t(open ? 'share.findAnew' : 'share.changeFinding')}</Button>
        </div>
      )}
      {settling && anew && <FindingSection claim={claim} readOnly={false} />}
    </article>
  );
}

/** Findings that a merge sets against each other, with both rationales side by side. */
export function Conflicts(props: {
  readonly conflicts: readonly FindingConflict[];
  readonly after: CaseState;
  /** Whether the merge is stored, so that they can be settled. */
  readonly settling: boolean;
}) {
  const { t } = useTranslation();
  const { conflicts, after, settling } = props;
  const claims = useCase((store) => store.state.claim);
  const settled = conflicts.filter(({ claimId }) => {
    const claim = claims.get(claimId);
    return !claim || openConflict(claim).length === 0;
  }).length;
  return (
    <section className={styles['part']} aria-label={t('share.conflicts')}>
      <h2>{t('share.conflicts')}</h2>
      <p role="status">
        {settling
          ? t('share.settledOf', { count: settled, total: conflicts.length })
          : t('share.settleAfter', { count: conflicts.length })}
      </p>
      <FirstOf
        items={conflicts}
        renderLine={(conflict) => (
          <Conflict key={conflict.claimId} conflict={conflict} after={after} settling={settling} />
        )}
      />
      {settling && settled < conflicts.length && <p>{t('share.settleLater')}</p>}
    </section>
  );
}

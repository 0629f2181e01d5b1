import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { openConflict } from '#core/finding/conflict.ts';
import type { Finding } from '#core/model/finding.ts';
import { type PastFinding, pastFindings } from '#core/queries/past-findings.ts';
import { settleFinding } from '#renderer/commands/settle-finding.ts';
import { useCase } from '#renderer/state/case-store.ts';
import { Notice } from '#renderer/ui/components/notice.tsx';
import { Section } from '#renderer/ui/components/section.tsx';
import { Sides } from '#renderer/ui/components/sides.tsx';
import { markOf, StatusMark } from '#renderer/ui/components/status-mark.tsx';
import { useRun } from '#renderer/ui/hooks/use-run.ts';
import { useWorkbench } from '#renderer/ui/hooks/use-workbench.ts';
import styles from './claim-inspector.module.css';
import type { SectionProps } from './section-props.ts';
import { StandingSide } from './standing-side.tsx';

/** How long a claim is looked at before its past is asked for. */
const PAUSE_MS = 350;

function FindingLine({ finding }: { readonly finding: Finding }) {
  const { t } = useTranslation();
  return (
    <span>
      <StatusMark mark={markOf(finding.status, finding.reason)} /> {t(`terms.status.${finding.status}`)},{' '}
      {t(`terms.reason.${finding.reason}`)}
      {finding.rationale && <bdi>{` – ${finding.rationale}`}</bdi>}
    </span>
  );
}

/** Findings that two people made at the same time: both stand until somebody settles it. */
export function Conflict({ claim, readOnly }: SectionProps) {
  const { t } = useTranslation();
  const run = useRun();
  const standing = openConflict(claim);
  const actors = useCase((store) => store.state.actor);
  if (standing.length === 0) return null;
  return (
    <>
      <Notice tone="danger">{t('finding.conflict')}</Notice>
      <Sides>
        {standing.map((one) => (
          <StandingSide
            key={`${one.actor}-${one.seq}`}
            one={one}
            who={actors.get(one.actor)?.alias || t('history.someone')}
            holds={false}
            take={
              readOnly
                ? null
                : () => void run(settleFinding, { claimId: claim.id, actor: one.actor, seq: one.seq })
            }
          />
        ))}
      </Sides>
    </>
  );
}

/** Every earlier finding of the claim, the latest first. */
export function EarlierFindings({ claim, readOnly }: SectionProps) {
  const { t, i18n } = useTranslation();
  const workbench = useWorkbench();
  const [past, setPast] = useState<readonly PastFinding[]>([]);
  const { id, finding } = claim;
  const everFound = claim.folded.fields['finding'] !== undefined;
  useEffect(() => {
    let wanted = true;
    if (readOnly || !everFound) return undefined;
    const read = async (): Promise<void> => {
      const outcome = await workbench.history(id);
      if (wanted && outcome.ok)
        setPast((pastFindings(outcome.value).get(id) ?? []).slice(0, -1).toReversed());
    };
    // Whoever only passes by does not wait for the journal to be read.
    const pause = window.setTimeout(() => void read(), PAUSE_MS);
    return () => {
      window.clearTimeout(pause);
      wanted = false;
    };
  }, [workbench, id, finding, readOnly, everFound]);
  if (past.length === 0) return null;
  const day = new Intl.DateTimeFormat(i18n.language, { dateStyle: 'medium', timeStyle: 'short' });
  return (
    <Section label={t('finding.earlier')}>
      <ul className={styles['list']}>
        {past.map(({ batch, at, alias, finding: once }) => (
          <li key={batch}>
            <time>{day.format(at)}</time>
            {once ? <FindingLine finding={once} /> : <span>{t('finding.takenBack')}</span>}
            <bdi className={styles['small']}>{alias}</bdi>
          </li>
        ))}
      </ul>
    </Section>
  );
}

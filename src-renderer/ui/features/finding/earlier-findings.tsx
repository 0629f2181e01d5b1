import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { openConflict } from '#core/finding/conflict.ts';
import type { Finding } from '#core/model/finding.ts';
import { settleFinding } from '#renderer/commands/settle-finding.ts';
import { useCase } from '#renderer/state/case-store.ts';
import { Button } from '#renderer/ui/components/button.tsx';
import { Notice } from '#renderer/ui/components/notice.tsx';
import { Section } from '#renderer/ui/components/section.tsx';
import { markOf, StatusMark } from '#renderer/ui/components/status-mark.tsx';
import { useRun } from '#renderer/ui/hooks/use-run.ts';
import { useWorkbench } from '#renderer/ui/hooks/use-workbench.ts';
import styles from './claim-inspector.module.css';
import type { SectionProps } from './section-props.ts';

type Past = { readonly key: string; readonly at: number; readonly alias: string; readonly finding: Finding };

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
    <Notice tone="danger">
      <p>{t('finding.conflict')}</p>
      {standing.map(({ actor, seq, finding }) => (
        <div key={`${actor}-${seq}`} className={styles['line']}>
          <span>
            {actors.get(actor)?.alias}{' '}
            {finding ? <FindingLine finding={finding} /> : t('terms.reason.not started')}
          </span>
          <Button
            disabled={readOnly}
            onClick={() => void run(settleFinding, { claimId: claim.id, actor, seq })}
          >
            {t('finding.settle')}
          </Button>
        </div>
      ))}
    </Notice>
  );
}

/** Every earlier finding of the claim, the latest first. */
export function EarlierFindings({ claim, readOnly }: SectionProps) {
  const { t, i18n } = useTranslation();
  const workbench = useWorkbench();
  const [past, setPast] = useState<readonly Past[]>([]);
  const { id, finding } = claim;
  useEffect(() => {
    let wanted = true;
    if (readOnly) return undefined;
    void workbench.history(id).then((outcome) => {
      if (!wanted || !outcome.ok) return;
      const found = outcome.value.flatMap(({ at, alias, changes }) =>
        changes.flatMap(({ entity, entityId, patch }): Past[] => {
          const value = patch['finding'];
          if (entity !== 'claim' || entityId !== id || !value) return [];
          return [{ key: `${at}-${entityId}`, at, alias, finding: value as Finding }];
        }),
      );
      setPast(found.slice(0, finding ? -1 : undefined).toReversed());
    });
    return () => {
      wanted = false;
    };
  }, [workbench, id, finding, readOnly]);
  if (past.length === 0) return null;
  const day = new Intl.DateTimeFormat(i18n.language, { dateStyle: 'medium', timeStyle: 'short' });
  return (
    <Section label={t('finding.earlier')}>
      <ul className={styles['list']}>
        {past.map((step) => (
          <li key={step.key}>
            <time>{day.format(step.at)}</time>
            <FindingLine finding={step.finding} />
            <bdi className={styles['small']}>{step.alias}</bdi>
          </li>
        ))}
      </ul>
    </Section>
  );
}

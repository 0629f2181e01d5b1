import { TextInput } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type SecondReadOutcome, secondReadOutcome, secondReadsOf } from '#core/finding/second-read.ts';
import type { Finding } from '#core/model/finding.ts';
import { settleSecondRead } from '#renderer/commands/settle-second-read.ts';
import { useCase } from '#renderer/state/case-store.ts';
import { Button } from '#renderer/ui/components/button.tsx';
import { Notice } from '#renderer/ui/components/notice.tsx';
import { Section } from '#renderer/ui/components/section.tsx';
import { Side, Sides } from '#renderer/ui/components/sides.tsx';
import { markOf, StatusMark } from '#renderer/ui/components/status-mark.tsx';
import { useRun } from '#renderer/ui/hooks/use-run.ts';
import styles from './claim-inspector.module.css';
import type { SectionProps } from './section-props.ts';

const TONES = { agree: 'plain', settled: 'plain', differ: 'warn' } as const;

function ReadSide(props: { readonly who: string; readonly finding: Finding; readonly action: ReactNode }) {
  const { t } = useTranslation();
  const { who, finding, action } = props;
  return (
    <Side who={who} action={action}>
      <span className={styles['row']}>
        <StatusMark mark={markOf(finding.status, finding.reason)} />
        {`${t(`terms.status.${finding.status}`)}, ${t(`terms.reason.${finding.reason}`)}`}
      </span>
      {finding.part && <bdi>{finding.part}</bdi>}
      {finding.rationale && (
        <p dir="auto" className={styles['why']}>
          {finding.rationale}
        </p>
      )}
    </Side>
  );
}

/** The finding and its second reads side by side, agreement or difference said; a person settles the latter. */
export function SecondReads({ claim, readOnly }: SectionProps) {
  const { t } = useTranslation();
  const run = useRun();
  const actors = useCase((store) => store.state.actor);
  const [why, setWhy] = useState('');
  const outcome: SecondReadOutcome = secondReadOutcome(claim);
  const { finding } = claim;
  if (outcome === 'none' || finding === null) return null;
  const reads = secondReadsOf(claim);
  const aliasOf = (actor: string): string => actors.get(actor)?.alias || t('history.someone');
  const settles = outcome === 'differ' && !readOnly;
  const take = (takes: string | null): ReactNode =>
    settles && (
      <Button
        onClick={() =>
          void run(settleSecondRead, { claimId: claim.id, takes, why }).then((ok) => ok && setWhy(''))
        }
      >
        {t('finding.settle')}
      </Button>
    );
  const writer = claim.folded.fields['finding']?.[0].actor ?? '';
  const settled = reads.find((read) => read.settled?.status === finding.status)?.settled;
  return (
    <Section label={t('finding.second.title')}>
      <Notice tone={TONES[outcome]}>{t(`finding.second.${outcome}`)}</Notice>
      <Sides>
        <ReadSide
          who={t(settled ? 'finding.second.standing' : 'finding.second.first', { alias: aliasOf(writer) })}
          finding={finding}
          action={take(null)}
        />
        {reads.map((read) => (
          <ReadSide
            key={JSON.stringify(read)}
            who={t('finding.second.second', { alias: aliasOf(read.by) })}
            finding={read.finding}
            action={take(read.by)}
          />
        ))}
      </Sides>
      {settles && (
        <TextInput
          label={t('finding.second.why')}
          value={why}
          dir="auto"
          onChange={(event) => setWhy(event.currentTarget.value)}
        />
      )}
      {outcome === 'settled' && settled && (
        <p className={styles['small']}>
          {t('finding.second.settledBy', { alias: aliasOf(settled.by) })} <bdi>{settled.why}</bdi>
        </p>
      )}
    </Section>
  );
}

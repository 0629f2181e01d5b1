import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { defaultReason } from '#core/finding/default-reason.ts';
import { statusOf } from '#core/finding/status-of.ts';
import { type Finding, REASONS, type Reason, STATUSES, type Status } from '#core/model/finding.ts';
import { clearFinding } from '#renderer/commands/clear-finding.ts';
import { type SetFinding, setFinding } from '#renderer/commands/set-finding.ts';
import { useCase } from '#renderer/state/case-store.ts';
import { useView } from '#renderer/state/view-store.ts';
import { Chip } from '#renderer/ui/components/chip.tsx';
import { Notice } from '#renderer/ui/components/notice.tsx';
import { Section } from '#renderer/ui/components/section.tsx';
import { markOf, StatusMark } from '#renderer/ui/components/status-mark.tsx';
import { useRun } from '#renderer/ui/hooks/use-run.ts';
import { TextField } from '../fields/text-field.tsx';
import styles from './claim-inspector.module.css';
import { FindingExtras } from './finding-extras.tsx';
import type { SectionProps } from './section-props.ts';
import { Warnings } from './warnings.tsx';

/** A status chosen before its line of rationale is written. */
type Pending = { readonly status: Status; readonly reason: Reason };

/** What is stored again when one thing of a finding changes. */
function rest(finding: Finding | null, status: Status): Partial<SetFinding> {
  if (!finding) return {};
  const { part, rationale, asOf, confidence, saidAsReported, wouldChange, reviewBy } = finding;
  const kept = { part, rationale, asOf, saidAsReported, wouldChange, reviewBy };
  return status === 'unverified' ? kept : { ...kept, confidence };
}

/** Status, reason, rationale with warnings beside it, and what else may be said. */
export function FindingSection({ claim, readOnly }: SectionProps) {
  const { t } = useTranslation();
  const run = useRun();
  const [pending, setPending] = useState<Pending | null>(null);
  const { finding } = claim;
  const { status, reason } = pending ?? statusOf(claim);
  const locked = readOnly || claim.mergedInto !== null;

  const save = async (fields: Partial<SetFinding>, coalesce?: string): Promise<boolean> => {
    const next = { status, reason, ...fields };
    const stored = await run(
      setFinding,
      { claimId: claim.id, ...rest(finding, next.status), ...next },
      coalesce,
    );
    if (stored) setPending(null);
    return stored;
  };

  function choose(chosen: Status, why?: Reason): void {
    const state = useCase.getState().state;
    const next = { status: chosen, reason: why ?? defaultReason(state, claim.id, chosen) };
    if (next.reason === 'not started') {
      setPending(null);
      void run(clearFinding, { claimId: claim.id });
    } else if (chosen !== 'unverified' && !finding?.rationale) {
      // Typing the rationale stores both together; until then nothing is decided.
      setPending(next);
      useView.setState({ ask: 'rationale' });
    } else void save(next);
  }

  return (
    <Section
      label={t('finding.status')}
      aside={
        <span className={styles['row']} aria-hidden>
          <kbd>1</kbd> <kbd>2</kbd> <kbd>3</kbd>
        </span>
      }
    >
      <div className={styles['statuses']} role="group" aria-label={t('finding.status')}>
        {STATUSES.map((name) => (
          <button
            key={name}
            type="button"
            data-status-button={name}
            className={`${styles['status']} ${styles[name]}`}
            aria-pressed={status === name && (finding !== null || pending !== null)}
            disabled={locked}
            onClick={() => choose(name)}
          >
            <StatusMark mark={markOf(name, name === 'unverified' ? 'not started' : 'in full')} />
            {t(`terms.status.${name}`)}
          </button>
        ))}
      </div>
      <div className={styles['row']} role="group" aria-label={t('claims.reason')}>
        {REASONS[status].map((name) => (
          <Chip key={name} on={reason === name} disabled={locked} onClick={() => choose(status, name)}>
            {t(`terms.reason.${name}`)}
          </Chip>
        ))}
      </div>
      {reason === 'in part' && (
        <TextField
          label={t('finding.part')}
          showLabel
          value={finding?.part ?? ''}
          readOnly={locked}
          store={(part) => save({ part }, `finding-${claim.id}-part`)}
        />
      )}
      {(finding !== null || pending !== null) && (
        <Rationale
          key={claim.id}
          locked={locked}
          value={finding?.rationale ?? ''}
          needed={pending !== null}
          store={(rationale) => save({ rationale }, `finding-${claim.id}-rationale`)}
        />
      )}
      {(finding !== null || pending !== null) && (
        <Warnings claimId={claim.id} draft={{ status, reason, part: finding?.part ?? null }} />
      )}
      {finding && <FindingExtras claim={claim} finding={finding} readOnly={locked} save={save} />}
    </Section>
  );
}

function Rationale(props: {
  readonly locked: boolean;
  readonly value: string;
  readonly needed: boolean;
  readonly store: (value: string) => Promise<boolean>;
}) {
  const { t } = useTranslation();
  const asked = useView((view) => view.ask === 'rationale');
  return (
    <div
      ref={(element) => {
        if (!asked || !element) return;
        useView.setState({ ask: null });
        element.querySelector('textarea')?.focus();
      }}
    >
      <TextField
        label={t('finding.rationale')}
        showLabel
        multiline
        placeholder={t('finding.rationaleHint')}
        value={props.value}
        readOnly={props.locked}
        store={props.store}
      />
      {props.needed && <Notice tone="warn">{t('finding.rationaleNeeded')}</Notice>}
    </div>
  );
}

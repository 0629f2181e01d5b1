import { Textarea } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { defaultReason } from '#core/finding/default-reason.ts';
import { REASONS, STATUSES, type Status } from '#core/model/finding.ts';
import { makeSecondRead } from '#renderer/commands/make-second-read.ts';
import { useCase } from '#renderer/state/case-store.ts';
import { NO_SECOND_READ, type SecondReadDraft, useView } from '#renderer/state/view-store.ts';
import { Button } from '#renderer/ui/components/button.tsx';
import { Chip } from '#renderer/ui/components/chip.tsx';
import { Notice } from '#renderer/ui/components/notice.tsx';
import { Section } from '#renderer/ui/components/section.tsx';
import { markOf, StatusMark } from '#renderer/ui/components/status-mark.tsx';
import { useRun } from '#renderer/ui/hooks/use-run.ts';
import styles from './claim-inspector.module.css';
import type { SectionProps } from './section-props.ts';
import { Warnings } from './warnings.tsx';

/** What was begun of a claim's second read: it stays while other claims are looked at. */
function useDraft(claimId: string): [SecondReadDraft, (part: Partial<SecondReadDraft>) => void] {
  const draft = useView((view) => view.secondReads[claimId]) ?? NO_SECOND_READ;
  const change = (part: Partial<SecondReadDraft>): void =>
    useView.setState(({ secondReads }) => ({
      secondReads: { ...secondReads, [claimId]: { ...draft, ...part } },
    }));
  return [draft, change];
}

/**
 * A finding made without sight of the first. It is recorded as a whole and on purpose: from then on
 * both are shown.
 */
export function SecondReadForm({ claim, readOnly }: SectionProps) {
  const { t } = useTranslation();
  const run = useRun();
  const [draft, change] = useDraft(claim.id);
  const [busy, setBusy] = useState(false);
  const { status, reason, part, rationale } = draft;
  const choose = (chosen: Status): void =>
    change({ status: chosen, reason: defaultReason(useCase.getState().state, claim.id, chosen) });
  async function record(event: FormEvent): Promise<void> {
    event.preventDefault();
    if (status === null) return;
    setBusy(true);
    await run(makeSecondRead, { claimId: claim.id, status, ...(reason ? { reason } : {}), part, rationale });
    setBusy(false);
  }
  return (
    <Section label={t('finding.second.title')}>
      <Notice tone="plain">{t('finding.second.hidden')}</Notice>
      <form aria-label={t('finding.second.title')} onSubmit={(event) => void record(event)}>
        <fieldset className={`${styles['fieldset']} ${styles['secondRead']}`} disabled={readOnly || busy}>
          <div className={styles['statuses']} role="group" aria-label={t('finding.status')}>
            {STATUSES.map((name) => (
              <button
                key={name}
                type="button"
                data-status-button={name}
                className={`${styles['status']} ${styles[name]}`}
                aria-pressed={status === name}
                onClick={() => choose(name)}
              >
                <StatusMark mark={markOf(name, name === 'unverified' ? 'not started' : 'in full')} />
                {t(`terms.status.${name}`)}
              </button>
            ))}
          </div>
          {status !== null && (
            <div className={styles['row']} role="group" aria-label={t('claims.reason')}>
              {REASONS[status]
                .filter((name) => name !== 'not started')
                .map((name) => (
                  <Chip key={name} on={reason === name} onClick={() => change({ reason: name })}>
                    {t(`terms.reason.${name}`)}
                  </Chip>
                ))}
            </div>
          )}
          {reason === 'in part' && (
            <Textarea
              label={t('finding.part')}
              value={part}
              dir="auto"
              autosize
              onChange={(event) => change({ part: event.currentTarget.value })}
            />
          )}
          <Textarea
            label={t('finding.rationale')}
            placeholder={t('finding.rationaleHint')}
            value={rationale}
            dir="auto"
            autosize
            minRows={2}
            onChange={(event) => change({ rationale: event.currentTarget.value })}
          />
          {status !== null && (
            <Warnings claimId={claim.id} draft={{ status, reason: reason ?? 'in full', part }} />
          )}
          <div className={styles['actions']}>
            <Button look="primary" type="submit" disabled={status === null}>
              {t('finding.second.record')}
            </Button>
          </div>
        </fieldset>
      </form>
    </Section>
  );
}

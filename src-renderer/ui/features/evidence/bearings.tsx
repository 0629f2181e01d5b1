import { RefText } from '#renderer/ui/features/fields/ref-text.tsx';
import { ActionIcon } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { STANCES, type Stance } from '#core/model/claim-parts.ts';
import type { Item } from '#core/model/item.ts';
import { compareRefs } from '#core/model/refs.ts';
import { assessmentsWith } from '#core/queries/indexes.ts';
import { assess } from '#renderer/commands/assess.ts';
import { removeAssessment } from '#renderer/commands/remove-assessment.ts';
import { useCase } from '#renderer/state/case-store.ts';
import { useView } from '#renderer/state/view-store.ts';
import { Chip } from '#renderer/ui/components/chip.tsx';
import { Section } from '#renderer/ui/components/section.tsx';
import styles from '#renderer/ui/components/record.module.css';
import { markOf, StatusMark } from '#renderer/ui/components/status-mark.tsx';
import { statusOf } from '#core/finding/status-of.ts';
import { useRun } from '#renderer/ui/hooks/use-run.ts';
import { TextField } from '../fields/text-field.tsx';
import { ClaimField } from '../finding/claim-field.tsx';
import { CredibilityChips, useFullGrading } from './grading-section.tsx';
import { locatorOf } from './locator.ts';

type Props = { readonly readOnly: boolean };

function StanceChips(props: {
  readonly value: Stance;
  readonly onChange: (stance: Stance) => void;
  readonly readOnly: boolean;
}) {
  const { t } = useTranslation();
  return STANCES.map((stance) => (
    <Chip
      key={stance}
      on={props.value === stance}
      disabled={props.readOnly}
      onClick={() => props.onChange(stance)}
    >
      {t(`terms.stance.${stance}`)}
    </Chip>
  ));
}

function Bearing({ assessment, readOnly }: Props & { readonly assessment: Item<'assessment'> }) {
  const { t } = useTranslation();
  const run = useRun();
  const [asked, ask] = useState(false);
  const legal = useFullGrading();
  const claim = useCase((store) => store.state.claim.get(assessment.claimId));
  if (!claim) return null;
  const { id, evidenceId, claimId, stance, locator, note } = assessment;
  const same = { evidenceId, claimId };
  const status = statusOf(claim);
  return (
    <li className={styles['form']}>
      <div className={styles['row']}>
        <StatusMark
          mark={markOf(status.status, status.reason, claim.skip !== null)}
          label={claim.findingKept ? t('claims.findingKept') : t(`terms.status.${status.status}`)}
        />
        <button
          type="button"
          className={styles['link']}
          onClick={() => useView.setState(({ reveal }) => ({ desk: 'claims', claimId, reveal: reveal + 1 }))}
        >
          <RefText entity="claim" id={claim.id} text={claim.ref} /> <bdi>{claim.statement}</bdi>
        </button>
      </div>
      <div className={styles['row']} role="group" aria-label={claim.ref}>
        <StanceChips
          value={stance}
          readOnly={readOnly}
          onChange={(chosen) => void run(assess, { ...same, stance: chosen })}
        />
        {!readOnly && locator === null && note === null && !asked && (
          <Chip onClick={() => ask(true)}>{t('evidence.bearsMore')}</Chip>
        )}
        {!readOnly && (
          <ActionIcon
            aria-label={`${t('evidence.detach')}: ${claim.ref}`}
            onClick={() => void run(removeAssessment, { assessmentId: id })}
          >
            <IconX size={14} />
          </ActionIcon>
        )}
      </div>
      {legal && (
        <CredibilityChips
          value={assessment.credibility}
          readOnly={readOnly}
          choose={(credibility) => void run(assess, { ...same, stance, credibility })}
        />
      )}
      {(locator !== null || note !== null || asked) && (
        <div className={styles['fields']}>
          <TextField
            label={t('finding.locator')}
            showLabel
            value={locator?.value ?? ''}
            readOnly={readOnly}
            store={(words) =>
              run(assess, { ...same, stance, locator: locatorOf(words) }, `assessment-${id}-locator`)
            }
          />
          <TextField
            label={t('finding.note')}
            showLabel
            value={note ?? ''}
            readOnly={readOnly}
            store={(words) => run(assess, { ...same, stance, note: words }, `assessment-${id}-note`)}
          />
        </div>
      )}
    </li>
  );
}

/** Lets the item bear on one more claim. */
function AddBearing({
  evidenceId,
  taken,
}: {
  readonly evidenceId: string;
  readonly taken: readonly string[];
}) {
  const { t } = useTranslation();
  const run = useRun();
  const [stance, setStance] = useState<Stance>('supports');
  const add = async (claimId: string | null): Promise<void> => {
    if (claimId) await run(assess, { evidenceId, claimId, stance });
  };
  return (
    <div className={styles['row']} role="group" aria-label={t('evidence.bearsAdd')}>
      <StanceChips value={stance} readOnly={false} onChange={setStance} />
      <div className={styles['grow']}>
        <ClaimField
          key={taken.length}
          label={t('evidence.bearsAdd')}
          hideLabel
          except={taken}
          value={null}
          onChange={(claimId) => void add(claimId)}
        />
      </div>
    </div>
  );
}

/** The claims an item bears on, and how. */
export function Bearings({ evidence, readOnly }: Props & { readonly evidence: Item<'evidence'> }) {
  const { t } = useTranslation();
  const state = useCase((store) => store.state);
  const refOf = ({ claimId }: Item<'assessment'>) => state.claim.get(claimId)?.ref ?? '';
  const assessments = [...assessmentsWith(state, evidence.id)].sort((a, b) =>
    compareRefs(refOf(a), refOf(b)),
  );
  const taken = assessments.map(({ claimId }) => claimId);
  return (
    <Section label={t('evidence.bears')}>
      {assessments.length === 0 && <p className={styles['quiet']}>{t('evidence.bearsEmpty')}</p>}
      <ul className={styles['list']}>
        {assessments.map((assessment) => (
          <Bearing key={assessment.id} assessment={assessment} readOnly={readOnly} />
        ))}
      </ul>
      {!readOnly && <AddBearing evidenceId={evidence.id} taken={taken} />}
    </Section>
  );
}

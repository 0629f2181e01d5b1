import { NativeSelect } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { CASE_ITEM_ID } from '#core/model/case-info.ts';
import {
  CREDIBILITIES,
  type Credibility,
  type Pillar,
  type PillarFinding,
  PILLAR_STATES,
  PILLARS,
  RELIABILITIES,
} from '#core/model/grading.ts';
import type { Item } from '#core/model/item.ts';
import { gradeEvidence } from '#renderer/commands/grade-evidence.ts';
import { useCase } from '#renderer/state/case-store.ts';
import { Chip } from '#renderer/ui/components/chip.tsx';
import styles from '#renderer/ui/components/record.module.css';
import { Section } from '#renderer/ui/components/section.tsx';
import { useRun } from '#renderer/ui/hooks/use-run.ts';
import { TextField } from '../fields/text-field.tsx';

type Props = { readonly evidence: Item<'evidence'>; readonly readOnly: boolean };

/** Whether the case is graded in full. */
export const useFullGrading = (): boolean =>
  useCase((store) => store.state.case.get(CASE_ITEM_ID)?.mode === 'legal');

/** How credible what an item says to one claim is, 1 to 5, and apart from them 6. */
export function CredibilityChips(props: {
  readonly value: Credibility | null;
  readonly readOnly: boolean;
  readonly choose: (credibility: Credibility | null) => void;
}) {
  const { t } = useTranslation();
  return (
    <div className={styles['row']} role="group" aria-label={t('evidence.grading.credibility')}>
      <span className={styles['label']}>{t('evidence.grading.credibility')}</span>
      {CREDIBILITIES.map((credibility) => {
        const words = t(`terms.credibility.${credibility}`);
        const on = props.value === credibility;
        return (
          <Chip
            key={credibility}
            on={on}
            title={words}
            disabled={props.readOnly}
            onClick={() => props.choose(on ? null : credibility)}
          >
            {on || credibility === 6 ? `${credibility} ${words}` : credibility}
          </Chip>
        );
      })}
    </div>
  );
}

function PillarRow({ evidence, readOnly, pillar }: Props & { readonly pillar: Pillar }) {
  const { t } = useTranslation();
  const run = useRun();
  const name = t(`terms.pillar.${pillar}`);
  const held = evidence.pillars[pillar];
  function store(part: Partial<PillarFinding>): Promise<boolean> {
    // As it stands now: state and note may be stored one right after the other.
    const latest = useCase.getState().state.evidence.get(evidence.id)?.pillars[pillar];
    const finding = { state: latest?.state ?? null, note: latest?.note ?? null, ...part };
    return run(
      gradeEvidence,
      { evidenceId: evidence.id, pillars: { [pillar]: finding } },
      `evidence-${evidence.id}-${pillar}-${Object.keys(part).join()}`,
    );
  }
  return (
    <div className={styles['pillar']}>
      <span>{name}</span>
      <NativeSelect
        size="xs"
        aria-label={t('evidence.grading.stateOf', { pillar: name })}
        disabled={readOnly}
        value={held?.state ?? ''}
        data={[
          { value: '', label: t('evidence.grading.unsaid') },
          ...PILLAR_STATES.map((state) => ({ value: state, label: t(`terms.pillarState.${state}`) })),
        ]}
        onChange={(event) => {
          const chosen = PILLAR_STATES.find((state) => state === event.currentTarget.value) ?? null;
          void store({ state: chosen });
        }}
      />
      <TextField
        label={t('evidence.grading.noteOf', { pillar: name })}
        value={held?.note ?? ''}
        readOnly={readOnly}
        store={(note) => store({ note })}
      />
    </div>
  );
}

/** Full grading of an item: reliability of its source and the five pillars. */
export function GradingSection({ evidence, readOnly }: Props) {
  const { t } = useTranslation();
  const run = useRun();
  const { id, reliability } = evidence;
  return (
    <Section label={t('evidence.grading.label')}>
      <p className={styles['quiet']}>{t('evidence.grading.about')}</p>
      <div className={styles['row']} role="group" aria-label={t('evidence.grading.reliability')}>
        <span className={styles['label']}>{t('evidence.grading.reliability')}</span>
        {RELIABILITIES.map((grade) => {
          const words = t(`terms.reliability.${grade}`);
          const on = reliability === grade;
          return (
            <Chip
              key={grade}
              on={on}
              title={words}
              disabled={readOnly}
              onClick={() => void run(gradeEvidence, { evidenceId: id, reliability: on ? null : grade })}
            >
              {on || grade === 'F' ? `${grade} ${words}` : grade}
            </Chip>
          );
        })}
      </div>
      <fieldset className={styles['plain']}>
        <legend className={styles['label']}>{t('evidence.grading.pillars')}</legend>
        {PILLARS.map((pillar) => (
          <PillarRow key={pillar} evidence={evidence} readOnly={readOnly} pillar={pillar} />
        ))}
      </fieldset>
    </Section>
  );
}

import { RefText } from '#renderer/ui/features/fields/ref-text.tsx';
import { ActionIcon } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { STANCES } from '#core/model/claim-parts.ts';
import { gradeOf } from '#core/model/grading.ts';
import type { Item } from '#core/model/item.ts';
import { type Assess, assess } from '#renderer/commands/assess.ts';
import { removeAssessment } from '#renderer/commands/remove-assessment.ts';
import { useCase } from '#renderer/state/case-store.ts';
import { showScreen } from '#renderer/state/screens-store.ts';
import { useView } from '#renderer/state/view-store.ts';
import { Chip } from '#renderer/ui/components/chip.tsx';
import { useRun } from '#renderer/ui/hooks/use-run.ts';
import { CredibilityChips, useFullGrading } from '../evidence/grading-section.tsx';
import { locatorOf } from '../evidence/locator.ts';
import { OriginField } from '../evidence/origin-field.tsx';
import { Thumbnail } from '../evidence/thumbnail.tsx';
import { viewerKind } from '../viewer/viewer-kind.ts';
import { TextField } from '../fields/text-field.tsx';
import styles from './claim-inspector.module.css';

/** One evidence item as it bears on the claim. */
export function EvidenceCard({
  assessment,
  readOnly,
}: {
  readonly assessment: Item<'assessment'>;
  readonly readOnly: boolean;
}) {
  const { t } = useTranslation();
  const run = useRun();
  const [open, setOpen] = useState(false);
  const { evidenceId, claimId, stance, locator, note, credibility } = assessment;
  const legal = useFullGrading();
  const evidence = useCase((store) => store.state.evidence.get(evidenceId));
  const origin = useCase((store) => store.state.origin.get(evidence?.originId ?? '')?.name ?? null);
  if (!evidence) return null;
  const store = (fields: Partial<Assess>, name: string): Promise<boolean> =>
    run(assess, { evidenceId, claimId, stance, ...fields }, `assessment-${assessment.id}-${name}`);
  return (
    <div className={styles['card']} data-evidence={evidence.ref}>
      <Thumbnail evidence={evidence} />
      <div>
        <button type="button" className={styles['link']} aria-expanded={open} onClick={() => setOpen(!open)}>
          <b>
            <RefText entity="evidence" id={evidence.id} text={evidence.ref} />
          </b>{' '}
          <bdi>{evidence.title}</bdi>
        </button>
        <div className={styles['small']}>
          {[
            legal ? gradeOf(evidence.reliability, credibility) : '',
            t(`terms.evidenceKind.${evidence.kind}`),
            origin,
            locator?.value,
            note,
          ]
            .filter(Boolean)
            .join(' · ')}
        </div>
      </div>
      {open && (
        <fieldset className={`${styles['wide']} ${styles['fieldset']}`} disabled={readOnly}>
          <div className={styles['row']}>
            {STANCES.map((name) => (
              <Chip key={name} on={stance === name} onClick={() => void store({ stance: name }, 'stance')}>
                {t(`terms.stance.${name}`)}
              </Chip>
            ))}
            <ActionIcon
              aria-label={`${t('evidence.detach')}: ${evidence.ref}`}
              onClick={() => void run(removeAssessment, { assessmentId: assessment.id })}
            >
              <IconX size={14} aria-hidden />
            </ActionIcon>
          </div>
          {legal && (
            <CredibilityChips
              value={credibility}
              readOnly={readOnly}
              choose={(chosen) => void store({ credibility: chosen }, 'credibility')}
            />
          )}
          <TextField
            label={t('finding.locator')}
            showLabel
            value={locator?.value ?? ''}
            readOnly={readOnly}
            store={(words) => store({ locator: locatorOf(words) }, 'locator')}
          />
          <TextField
            label={t('finding.note')}
            showLabel
            value={note ?? ''}
            readOnly={readOnly}
            store={(words) => store({ note: words }, 'note')}
          />
          <OriginField evidence={evidence} readOnly={readOnly} />
          {evidence.file && viewerKind(evidence.file) && (
            <button
              type="button"
              className={styles['link']}
              onClick={() => showScreen({ kind: 'view-file', evidenceId, at: locator })}
            >
              {t('viewer.open')}
            </button>
          )}
          <button
            type="button"
            className={styles['link']}
            onClick={() => useView.setState({ desk: 'evidence', evidenceId })}
          >
            {t('document.details')}
          </button>
        </fieldset>
      )}
    </div>
  );
}

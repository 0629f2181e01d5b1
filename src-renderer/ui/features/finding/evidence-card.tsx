import { ActionIcon } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Locator, STANCES } from '#core/model/claim-parts.ts';
import type { Item } from '#core/model/item.ts';
import { assess } from '#renderer/commands/assess.ts';
import { removeAssessment } from '#renderer/commands/remove-assessment.ts';
import { useCase } from '#renderer/state/case-store.ts';
import { useView } from '#renderer/state/view-store.ts';
import { Chip } from '#renderer/ui/components/chip.tsx';
import { useRun } from '#renderer/ui/hooks/use-run.ts';
import { OriginField } from '../evidence/origin-field.tsx';
import { Thumbnail } from '../evidence/thumbnail.tsx';
import { LineField } from '../fields/rung-editor.tsx';
import styles from './claim-inspector.module.css';

const TIME = /^\d+:\d/;
const PAGE = /^(p\.?\s*)?\d+$/i;

/** What kind of place the words name: a page, a time code, or words. */
function locatorOf(words: string | null): Locator | null {
  if (!words) return null;
  const kind = TIME.test(words) ? 'time' : PAGE.test(words) ? 'page' : 'text';
  return { kind, value: words };
}

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
  const { evidenceId, claimId, stance, locator, note } = assessment;
  const evidence = useCase((store) => store.state.evidence.get(evidenceId));
  const origin = useCase((store) => store.state.origin.get(evidence?.originId ?? '')?.name ?? null);
  if (!evidence) return null;
  const store = (fields: { locator?: Locator | null; note?: string | null; stance?: typeof stance }): void =>
    void run(assess, { evidenceId, claimId, stance, ...fields });
  return (
    <div className={styles['card']} data-evidence={evidence.ref}>
      <Thumbnail evidence={evidence} />
      <div>
        <button type="button" className={styles['link']} aria-expanded={open} onClick={() => setOpen(!open)}>
          <b>{evidence.ref}</b> <bdi>{evidence.title}</bdi>
        </button>
        <div className={styles['small']}>
          {[t(`terms.evidenceKind.${evidence.kind}`), origin, locator?.value, note]
            .filter(Boolean)
            .join(' · ')}
        </div>
      </div>
      {open && (
        <fieldset
          className={styles['wide']}
          disabled={readOnly}
          style={{ border: 0, padding: 0, margin: 0, display: 'grid', gap: 7 }}
        >
          <div className={styles['row']}>
            {STANCES.map((name) => (
              <Chip key={name} on={stance === name} onClick={() => store({ stance: name })}>
                {t(`terms.stance.${name}`)}
              </Chip>
            ))}
            <ActionIcon
              aria-label={`${t('evidence.detach')}: ${evidence.ref}`}
              onClick={() => void run(removeAssessment, { assessmentId: assessment.id })}
            >
              <IconX size={14} />
            </ActionIcon>
          </div>
          <LineField
            label={t('finding.locator')}
            value={locator?.value ?? null}
            onChange={(words) => store({ locator: locatorOf(words) })}
          />
          <LineField label={t('finding.note')} value={note} onChange={(words) => store({ note: words })} />
          <OriginField evidence={evidence} readOnly={readOnly} />
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

import { IconTarget, IconX } from '@tabler/icons-react';
import { ActionIcon } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { anchorFits } from '#core/anchoring/make-anchor.ts';
import { pagesCited } from '#core/anchoring/pages.ts';
import type { Anchor } from '#core/model/anchor.ts';
import { editClaim } from '#renderer/commands/edit-claim.ts';
import { removeAnchor } from '#renderer/commands/remove-anchor.ts';
import { useCase } from '#renderer/state/case-store.ts';
import { useView } from '#renderer/state/view-store.ts';
import { Notice } from '#renderer/ui/components/notice.tsx';
import { useRun } from '#renderer/ui/hooks/use-run.ts';
import { TextField } from '../fields/text-field.tsx';
import styles from './claim-inspector.module.css';
import type { SectionProps } from './section-props.ts';

function Literal({ claim, readOnly }: SectionProps) {
  const { t } = useTranslation();
  const run = useRun();
  const texts = useCase((store) => store.texts);
  const documents = useCase((store) => store.state.document);
  const placeOf = (anchor: Anchor): string | null => {
    const document = documents.get(anchor.documentId);
    const pages = pagesCited(document, anchor);
    if (pages !== null) return t('document.onPage', { ref: document?.ref, pages });
    return documents.size > 1 ? (document?.ref ?? null) : null;
  };
  const misfit = claim.anchors.some((anchor) => {
    const text = texts.get(anchor.documentId);
    return text !== undefined && !anchorFits(anchor, text);
  });
  return (
    <>
      {misfit && <Notice tone="danger">{t('document.anchorGone')}</Notice>}
      {claim.anchors.map((anchor) => (
        <div key={`${anchor.documentId}-${anchor.start}-${anchor.end}`} className={styles['literal']}>
          <q dir="auto">{anchor.exact}</q>
          <span className={styles['place']}>{placeOf(anchor)}</span>
          <ActionIcon
            aria-label={t('finding.showWords')}
            onClick={() =>
              useView.setState(({ reveal }) => ({ reveal: reveal + 1, documentId: anchor.documentId }))
            }
          >
            <IconTarget size={15} stroke={1.4} aria-hidden />
          </ActionIcon>
          {!readOnly && claim.anchors.length > 1 && (
            <ActionIcon
              aria-label={t('finding.removeAnchor')}
              onClick={() => void run(removeAnchor, { claimId: claim.id, anchor })}
            >
              <IconX size={14} aria-hidden />
            </ActionIcon>
          )}
        </div>
      ))}
    </>
  );
}

const OPTIONAL = [
  ['original', 'finding.addOriginal'],
  ['gloss', 'finding.addGloss'],
  ['reading', 'finding.addReading'],
] as const;

/** The statement, the article's words, and what is said about them. */
export function Statement({ claim, readOnly }: SectionProps) {
  const { t } = useTranslation();
  const run = useRun();
  const [asked, ask] = useState<readonly string[]>([]);
  const store = (field: string) => (value: string) =>
    run(editClaim, { claimId: claim.id, fields: { [field]: value } }, `claim-${claim.id}-${field}`);
  return (
    <>
      <TextField
        className={styles['statement'] ?? ''}
        label={t('finding.statement')}
        value={claim.statement}
        readOnly={readOnly}
        store={store('statement')}
      />
      <Literal claim={claim} readOnly={readOnly} />
      {OPTIONAL.map(([field]) =>
        claim[field] !== null || asked.includes(field) ? (
          <TextField
            key={field}
            label={t(`finding.${field}`)}
            showLabel
            value={claim[field] ?? ''}
            readOnly={readOnly}
            store={store(field)}
          />
        ) : null,
      )}
      {!readOnly && (
        <div className={styles['offers']}>
          {OPTIONAL.filter(([field]) => claim[field] === null && !asked.includes(field)).map(
            ([field, words]) => (
              <button type="button" key={field} onClick={() => ask([...asked, field])}>
                {t(words)}
              </button>
            ),
          )}
        </div>
      )}
    </>
  );
}

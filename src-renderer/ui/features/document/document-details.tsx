import { Checkbox } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Defect } from '#core/model/document.ts';
import type { Item } from '#core/model/item.ts';
import { editDocument } from '#renderer/commands/edit-document.ts';
import { removeDocument } from '#renderer/commands/remove-document.ts';
import type { DocumentFields } from '#renderer/commands/support/document-fields.ts';
import { useCase } from '#renderer/state/case-store.ts';
import { say } from '#renderer/state/messages-store.ts';
import { showScreen } from '#renderer/state/screens-store.ts';
import { useView } from '#renderer/state/view-store.ts';
import { Button } from '#renderer/ui/components/button.tsx';
import { useRun } from '#renderer/ui/hooks/use-run.ts';
import { startImport } from '../cases/case-actions.ts';
import { PartyField } from '../fields/party-field.tsx';
import { OriginalField } from '../translation/original-field.tsx';
import { LineField } from '../fields/rung-editor.tsx';
import styles from './document-details.module.css';

type Store = (fields: Partial<DocumentFields>) => Promise<boolean>;

function Defects({
  document,
  store,
  readOnly,
}: {
  readonly document: Item<'document'>;
  readonly store: Store;
  readonly readOnly: boolean;
}) {
  const { t } = useTranslation();
  const { defects } = document;
  const add = async (note: string | null): Promise<boolean> => {
    const { selection } = useView.getState();
    const place = selection?.documentId === document.id ? selection : null;
    const defect: Defect = { note: note ?? '', start: place?.start ?? null, end: place?.end ?? null };
    return note === null || store({ defects: [...defects, defect] });
  };
  return (
    <div className={styles['defects']}>
      <h3>{t('document.defects')}</h3>
      <ul>
        {defects.map((defect) => (
          <li key={`${defect.start}-${defect.note}`}>
            {defect.note}
            {!readOnly && (
              <Button
                look="quiet"
                aria-label={`${t('common.remove')}: ${defect.note}`}
                onClick={() => void store({ defects: defects.filter((held) => held !== defect) })}
              >
                <IconX size={12} aria-hidden />
              </Button>
            )}
          </li>
        ))}
      </ul>
      {!readOnly && (
        <LineField
          key={defects.length}
          label={t('document.addDefect')}
          placeholder={t('document.defectHint')}
          value={null}
          onChange={add}
        />
      )}
    </div>
  );
}

/** What is known of the document itself. */
export function DocumentDetails({ document }: { readonly document: Item<'document'> }) {
  const { t } = useTranslation();
  const run = useRun();
  const readOnly = useCase((store) => store.readOnly);
  const store: Store = (fields) => run(editDocument, { documentId: document.id, fields });
  const line = (
    field: 'publisher' | 'author' | 'url' | 'published' | 'retrieved' | 'language',
    hint?: string,
  ) => (
    <LineField
      label={t(`document.${field}`)}
      value={document[field]}
      placeholder={hint ?? ''}
      onChange={(value) => store({ [field]: value })}
    />
  );
  const { translationOf } = document;
  return (
    <fieldset className={styles['details']} disabled={readOnly}>
      <legend>{t('document.details')}</legend>
      <div className={styles['wide']}>
        <LineField
          label={t('document.title')}
          value={document.title}
          onChange={(title) => store({ title: title ?? '' })}
        />
      </div>
      {line('publisher')}
      <PartyField
        label={t('document.publisherParty')}
        showLabel
        part="speaker"
        value={document.publisherId}
        onChange={(publisherId) => void store({ publisherId })}
      />
      {line('author')}
      {line('url')}
      {line('published', t('document.publishedHint'))}
      {line('retrieved')}
      {line('language')}
      <Checkbox
        className={styles['check'] ?? ''}
        label={t('document.translation')}
        checked={translationOf !== null}
        onChange={(event) =>
          void store({
            translationOf: event.currentTarget.checked ? { language: null, title: null, held: false } : null,
          })
        }
      />
      {translationOf && (
        <>
          <LineField
            label={t('document.translationLanguage')}
            value={translationOf.language}
            onChange={(language) => store({ translationOf: { ...translationOf, language } })}
          />
          <LineField
            label={t('document.translationTitle')}
            value={translationOf.title}
            onChange={(title) => store({ translationOf: { ...translationOf, title } })}
          />
          <OriginalField document={document} />
          <Checkbox
            className={styles['check'] ?? ''}
            label={t('document.translationHeld')}
            checked={translationOf.held}
            onChange={(event) =>
              void store({ translationOf: { ...translationOf, held: event.currentTarget.checked } })
            }
          />
        </>
      )}
      <div className={styles['wide']}>
        <Defects document={document} store={store} readOnly={readOnly} />
      </div>
      {!readOnly && (
        <div className={styles['wide']}>
          <Button onClick={() => startImport(null, document.id)}>{t('revision.add')}</Button>{' '}
          <Button
            look="danger"
            onClick={() =>
              void run(removeDocument, { documentId: document.id }).then(
                (removed) => removed && say('done', t('document.removed', { ref: document.ref })),
              )
            }
          >
            {t('document.remove')}
          </Button>{' '}
          <Button
            look="quiet"
            onClick={() =>
              showScreen({ kind: 'purge', asked: { kind: 'item', entity: 'document', id: document.id } })
            }
          >
            {t('share.purge.action')}
          </Button>
        </div>
      )}
    </fieldset>
  );
}

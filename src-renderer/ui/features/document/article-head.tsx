import { Select } from '@mantine/core';
import { IconChevronDown, IconChevronUp, IconFilePlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { families } from '#core/revision/revisions.ts';
import { compareRefs } from '#core/model/refs.ts';
import { useCase } from '#renderer/state/case-store.ts';
import { useView } from '#renderer/state/view-store.ts';
import { Button } from '#renderer/ui/components/button.tsx';
import { useEdtf } from '#renderer/ui/hooks/use-edtf.ts';
import { startImport } from '../cases/case-actions.ts';
import styles from './article-head.module.css';
import { RevisionNotices } from '../revision/revision-notices.tsx';
import { ProposeButton } from './propose-button.tsx';
import { DocumentDetails } from './document-details.tsx';
import type { CaseState } from '#core/model/case-state.ts';
import type { Item } from '#core/model/item.ts';

function useSummary(document: Item<'document'>): string {
  const { t } = useTranslation();
  const edtf = useEdtf();
  const family = families(useCase((store) => store.state.document)).get(document.id) ?? [];
  const { ref, publisher, published, translationOf, defects, pages } = document;
  return [
    ref,
    publisher,
    published ? edtf(published) : t('document.noDate'),
    translationOf && t('document.translated'),
    translationOf && t(translationOf.held ? 'document.originalHeld' : 'document.originalNotHeld'),
    family.length > 1 &&
      t('revision.version', {
        at: family.findIndex(({ id }) => id === document.id) + 1,
        count: family.length,
      }),
    pages && t('document.pageCount', { count: pages.length }),
    defects.length > 0 ? t('document.defectCount', { count: defects.length }) : null,
  ]
    .filter(Boolean)
    .join(' · ');
}

/** Which of the case's articles is read. */
function Choice(props: { readonly documents: CaseState['document']; readonly chosen: string }) {
  const { t } = useTranslation();
  const data = [...props.documents.values()]
    .sort((a, b) => compareRefs(a.ref, b.ref))
    .map(({ id, ref, title }) => ({ value: id, label: `${ref} ${title}` }));
  return (
    <Select
      className={styles['choice'] ?? ''}
      aria-label={t('document.choose')}
      value={props.chosen}
      data={data}
      allowDeselect={false}
      comboboxProps={{ width: 320, position: 'bottom-start' }}
      onChange={(documentId) => useView.setState({ documentId, selection: null, tool: 'none' })}
    />
  );
}

/** Title and what is known of the article; its details open below. */
export function ArticleHead({ document }: { readonly document: Item<'document'> }) {
  const { t } = useTranslation();
  const documents = useCase((store) => store.state.document);
  const readOnly = useCase((store) => store.readOnly);
  const [open, setOpen] = useState(false);
  const summary = useSummary(document);
  return (
    <div className={styles['head']}>
      {documents.size > 1 && <Choice documents={documents} chosen={document.id} />}
      <RevisionNotices document={document} />
      <h2 dir="auto">{document.title}</h2>
      <div className={styles['meta']}>
        <span>{summary}</span>
        <Button look="quiet" aria-expanded={open} onClick={() => setOpen(!open)}>
          {t('document.details')}
          {open ? <IconChevronUp size={13} aria-hidden /> : <IconChevronDown size={13} aria-hidden />}
        </Button>
        {!readOnly && <ProposeButton documentId={document.id} />}
        {!readOnly && (
          <Button look="quiet" title={t('document.import')} onClick={() => startImport(null)}>
            <IconFilePlus size={15} aria-label={t('document.import')} />
          </Button>
        )}
      </div>
      {open && <DocumentDetails key={document.id} document={document} />}
    </div>
  );
}

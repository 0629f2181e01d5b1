import { Select } from '@mantine/core';
import { IconChevronDown, IconChevronUp } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCase } from '#renderer/state/case-store.ts';
import { useView } from '#renderer/state/view-store.ts';
import { Button } from '#renderer/ui/components/button.tsx';
import styles from './article-head.module.css';
import { DocumentDetails } from './document-details.tsx';
import type { Item } from '#core/model/item.ts';

function useSummary(document: Item<'document'>): string {
  const { t } = useTranslation();
  const { ref, publisher, published, translationOf, defects } = document;
  return [
    ref,
    publisher,
    published ?? t('document.noDate'),
    translationOf && t('document.translated'),
    translationOf && t(translationOf.held ? 'document.originalHeld' : 'document.originalNotHeld'),
    defects.length > 0 ? t('document.defectCount', { count: defects.length }) : null,
  ]
    .filter(Boolean)
    .join(' · ');
}

/** Title and what is known of the article; its details open below. */
export function ArticleHead({ document }: { readonly document: Item<'document'> }) {
  const { t } = useTranslation();
  const documents = useCase((store) => store.state.document);
  const [open, setOpen] = useState(false);
  const summary = useSummary(document);
  return (
    <div className={styles['head']}>
      {documents.size > 1 && (
        <Select
          aria-label={t('document.choose')}
          value={document.id}
          data={[...documents.values()].map(({ id, ref, title }) => ({
            value: id,
            label: `${ref} ${title}`,
          }))}
          allowDeselect={false}
          onChange={(id) => useView.setState({ documentId: id, selection: null, tool: 'none' })}
        />
      )}
      <h2 dir="auto">{document.title}</h2>
      <div className={styles['meta']}>
        <span>{summary}</span>
        <Button look="quiet" aria-expanded={open} onClick={() => setOpen(!open)}>
          {t('document.details')}
          {open ? <IconChevronUp size={13} aria-hidden /> : <IconChevronDown size={13} aria-hidden />}
        </Button>
      </div>
      {open && <DocumentDetails key={document.id} document={document} />}
    </div>
  );
}

import { Select } from '@mantine/core';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { sha256Text } from '#core/journal/hash.ts';
import type { CaseState } from '#core/model/case-state.ts';
import { compareRefs } from '#core/model/refs.ts';
import type { ReadArticle } from '#core/ports/workbench.ts';
import { currentDocuments } from '#core/revision/revisions.ts';
import { useCase } from '#renderer/state/case-store.ts';
import { Notice } from '#renderer/ui/components/notice.tsx';

type Documents = CaseState['document'];

const plain = (words: string | null): string => (words ?? '').trim().toLowerCase();

/** The document an article looks like a newer version of: of the same address, or under the same title. */
export function suggestEarlier(documents: Documents, { url, title }: ReadArticle): string | null {
  const current = currentDocuments(documents);
  const found =
    current.find((document) => url !== null && plain(document.url) === plain(url)) ??
    current.find((document) => title !== '' && plain(document.title) === plain(title));
  return found?.id ?? null;
}

/** Says of which document of the case an article is a newer version, and whether it is there already. */
export function EarlierVersion(props: {
  readonly article: ReadArticle;
  readonly chosen: string | null;
  readonly onChoose: (documentId: string | null) => void;
}) {
  const { t } = useTranslation();
  const documents = useCase((store) => store.state.document);
  const { text } = props.article;
  const hash = useMemo(() => sha256Text(text), [text]);
  if (documents.size === 0) return null;
  const same = [...documents.values()].find(({ textHash }) => textHash === hash);
  const data = currentDocuments(documents)
    .sort((a, b) => compareRefs(a.ref, b.ref))
    .map(({ id, ref, title }) => ({ value: id, label: `${ref} ${title}` }));
  return (
    <>
      {same && <Notice tone="warn">{t('revision.sameText', { ref: same.ref })}</Notice>}
      <Select
        label={t('revision.of')}
        description={props.chosen === null ? null : t('revision.ofHint')}
        placeholder={t('revision.ofNone')}
        value={props.chosen}
        data={data}
        clearable
        onChange={props.onChoose}
      />
    </>
  );
}

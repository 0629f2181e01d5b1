import { Select } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Item } from '#core/model/item.ts';
import { compareRefs } from '#core/model/refs.ts';
import { currentDocuments } from '#core/revision/revisions.ts';
import { proposeBeads } from '#core/translation/beads.ts';
import { alignTranslation } from '#renderer/commands/align-translation.ts';
import { useCase } from '#renderer/state/case-store.ts';
import { showScreen } from '#renderer/state/screens-store.ts';
import { Button } from '#renderer/ui/components/button.tsx';
import { useRun } from '#renderer/ui/hooks/use-run.ts';

/** Which document of the case a translation has as its original; a choice lays them side by side. */
export function OriginalField({ document }: { readonly document: Item<'document'> }) {
  const { t } = useTranslation();
  const run = useRun();
  const documents = useCase((store) => store.state.document);
  const texts = useCase((store) => store.texts);
  const others = currentDocuments(documents)
    .filter(({ id }) => id !== document.id)
    .sort((a, b) => compareRefs(a.ref, b.ref));
  const chosen = document.alignment?.originalId ?? null;
  const held = chosen !== null && documents.has(chosen);
  if (others.length === 0 && !held) return null;
  async function link(originalId: string | null): Promise<void> {
    const [before, text] = [texts.get(originalId ?? ''), texts.get(document.id)];
    if (originalId !== null && (before === undefined || text === undefined)) return;
    const beads = originalId === null ? [] : proposeBeads(before ?? '', text ?? '');
    const alignment = originalId === null ? null : { originalId, beads };
    const done = await run(alignTranslation, { documentId: document.id, alignment });
    if (done && originalId !== null) showScreen({ kind: 'side-by-side', documentId: document.id });
  }
  const data = [...others, ...(held ? [documents.get(chosen)] : [])].flatMap((one) =>
    one ? [{ value: one.id, label: `${one.ref} ${one.title}` }] : [],
  );
  return (
    <>
      <Select
        label={t('translation.link')}
        description={t('translation.linkHint')}
        placeholder={t('translation.linkNone')}
        value={held ? chosen : null}
        data={[...new Map(data.map((one) => [one.value, one])).values()]}
        clearable
        onChange={(id) => void link(id)}
      />
      {held && (
        <Button onClick={() => showScreen({ kind: 'side-by-side', documentId: document.id })}>
          {t('translation.open')}
        </Button>
      )}
    </>
  );
}

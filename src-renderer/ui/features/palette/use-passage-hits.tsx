import { IconAlignLeft } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { SearchHit } from '#core/queries/search-index.ts';
import { useCase } from '#renderer/state/case-store.ts';
import { useView } from '#renderer/state/view-store.ts';
import { useReport } from '#renderer/ui/hooks/use-run.ts';
import { useWorkbench } from '#renderer/ui/hooks/use-workbench.ts';
import type { PaletteAction, PaletteGroup } from './palette-action.ts';

const MOST = 6;
/** Characters of a paragraph that are shown. */
const SHOWN = 120;

/** Paragraphs of the articles that hold the query's words, by the search worker. */
export function usePassageHits(query: string): PaletteGroup {
  const { t } = useTranslation();
  const workbench = useWorkbench();
  const report = useReport();
  const texts = useCase((store) => store.texts);
  const documents = useCase((store) => store.state.document);
  const [hits, setHits] = useState<readonly SearchHit[]>([]);
  useEffect(() => {
    let wanted = true;
    void workbench.search(query).then((outcome) => {
      if (wanted && report(outcome)) setHits(outcome.value.filter(({ kind }) => kind === 'paragraph'));
    });
    return () => {
      wanted = false;
    };
  }, [workbench, report, query]);

  const actions = hits.slice(0, MOST).flatMap(({ key, itemId, start, end }): PaletteAction[] => {
    if (start === null || end === null) return [];
    return [
      {
        id: `passage-${key}`,
        label: (texts.get(itemId) ?? '').slice(start, Math.min(end, start + SHOWN)),
        aside: documents.get(itemId)?.ref ?? null,
        icon: <IconAlignLeft size={16} stroke={1.6} aria-hidden />,
        run: () =>
          useView.setState({
            desk: 'claims',
            documentId: itemId,
            selection: { documentId: itemId, start, end },
            tool: 'none',
          }),
      },
    ];
  });
  return { id: 'passages', label: t('palette.passages'), actions, more: Math.max(0, hits.length - MOST) };
}

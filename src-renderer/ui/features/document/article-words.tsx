import { useEffect, useMemo, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { Span } from '#core/anchoring/paragraphs.ts';
import type { Item } from '#core/model/item.ts';
import { useCase } from '#renderer/state/case-store.ts';
import { useView } from '#renderer/state/view-store.ts';
import { Notice } from '#renderer/ui/components/notice.tsx';
import { ArticleHead } from './article-head.tsx';
import styles from './article-pane.module.css';
import { CoverageBar } from './coverage-bar.tsx';
import { ChunkView } from './chunk-view.tsx';
import { chunksOf } from './chunks.ts';
import { paragraphsIn, rangesOf } from './dom-offsets.ts';
import { Painting } from './highlights.ts';
import { placeFinder } from './places.ts';
import { SelectionPanel } from './selection-panel.tsx';
import { focusArticle, useArticleKeys, useArticlePointer, useVoicePreview } from './use-article-input.ts';
import { useProposedPlaces } from './use-proposed-places.ts';
import { useReveal } from './use-reveal.ts';
import { useSelection } from './use-selection.ts';
import { voicesOf } from './voices.ts';

/** Paints the chosen words over everything else. */
function usePicked(
  root: React.RefObject<HTMLElement | null>,
  paragraphs: readonly Span[],
  selection: Span | null,
): void {
  const painting = useRef<Painting>(null);
  painting.current ??= new Painting();
  useEffect(() => {
    const element = root.current;
    if (!element || !selection) return painting.current?.clear();
    const { start, end } = selection;
    const ranges = () => rangesOf(element, paragraphs, selection);
    return painting.current?.show([{ key: `${start} ${end}`, name: 'picked', ranges }]);
  }, [root, paragraphs, selection]);
  useEffect(() => () => painting.current?.clear(), []);
}

const meet = (a: Span, b: Span): boolean => a.start < b.end && b.start < a.end;

function useVoices(documentId: string) {
  const passages = useCase((store) => store.state.passage);
  const parties = useCase((store) => store.state.party);
  return useMemo(() => voicesOf(documentId, passages, parties), [documentId, passages, parties]);
}

/** The article to read and to work on. */
export function ArticleWords({
  document,
  text,
}: {
  readonly document: Item<'document'>;
  readonly text: string;
}) {
  const { t } = useTranslation();
  const root = useRef<HTMLElement>(null);
  const chunks = useMemo(() => chunksOf(text), [text]);
  const paragraphs = useMemo(() => paragraphsIn(chunks), [chunks]);
  const find = useMemo(() => placeFinder(document.id, text), [document.id, text]);
  const places = find(useCase((store) => store.state.claim));
  const voices = useVoices(document.id);
  const chosen = useView((view) => view.claimId);
  const selection = useView((view) => (view.selection?.documentId === document.id ? view.selection : null));
  const proposed = useProposedPlaces(document.id);
  const target = useReveal(root, document.id, places, paragraphs, proposed.target);

  useSelection(root, document.id, text);
  useArticlePointer(root, document.id, places);
  useArticleKeys(root, document.id, text, paragraphs);
  useVoicePreview(root, paragraphs);
  const chosenPlaces = useMemo(
    () => places.list.filter(({ claimId }) => claimId === chosen),
    [places, chosen],
  );
  usePicked(root, paragraphs, selection);

  useEffect(() => {
    // Words that are chosen already (a new article's first sentence) wait for the keys.
    if (useView.getState().selection?.documentId === document.id) focusArticle(root.current);
  }, [document.id]);

  return (
    <div
      className={styles['scroll']}
      data-scroller
      role="group"
      aria-label={document.title}
      // The arrow keys choose words here. The text itself is not in the order of the Tab key:
      // focusing something so tall would scroll it and lay all of it out.
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
      tabIndex={0}
    >
      <ArticleHead document={document} />
      <CoverageBar documentId={document.id} text={text} chunks={chunks} places={places} />
      {places.gone.length > 0 && (
        <Notice tone="warn">{t('document.anchorsGone', { refs: places.gone.slice(0, 8).join(', ') })}</Notice>
      )}
      <div className={styles['page']}>
        <article
          ref={root}
          className={styles['words']}
          tabIndex={-1}
          aria-label={document.title}
          lang={document.language ?? undefined}
          data-testid="article"
        >
          {chunks.map((chunk) => (
            <ChunkView
              key={chunk.start}
              chunk={chunk}
              text={text}
              places={places}
              voices={voices}
              pages={document.pages}
              chosen={chosenPlaces.some((place) => meet(place, chunk)) ? chosen : null}
              proposed={proposed.places}
              wanted={target !== null && meet(target, chunk)}
            />
          ))}
        </article>
        <SelectionPanel document={document} text={text} root={root} paragraphs={paragraphs} />
      </div>
    </div>
  );
}

import { type RefObject, useEffect } from 'react';
import type { Span } from '#core/anchoring/paragraphs.ts';
import type { Item } from '#core/model/item.ts';
import { useCase } from '#renderer/state/case-store.ts';
import { useView } from '#renderer/state/view-store.ts';
import { characterAt, rangesOf } from './dom-offsets.ts';
import { Painting } from './highlights.ts';
import { claimsAt, claimToGoTo, type Places } from './places.ts';
import { type Step, step } from './stepping.ts';
import { selectWords } from './use-selection.ts';

const goTo = (claimId: string): void =>
  useView.setState(({ reveal }) => ({ claimId, reveal: reveal + 1, selection: null, tool: 'none' }));

const part = (target: EventTarget | null, selector: string): HTMLElement | null =>
  target instanceof Element ? target.closest<HTMLElement>(selector) : null;

/** The passages whose name is under the pointer or has the focus. */
const passagesAt = (target: EventTarget | null): Item<'passage'>[] =>
  (part(target, '[data-passage]')?.dataset['passage'] ?? '')
    .split(' ')
    .map((id) => useCase.getState().state.passage.get(id))
    .filter((passage) => passage !== undefined);

/** Clicks in the article: on words to their claim, on a reference to its claim, on a voice to edit it. */
export function useArticlePointer(
  root: RefObject<HTMLElement | null>,
  documentId: string,
  places: Places,
): void {
  useEffect(() => {
    const element = root.current;
    if (!element) return undefined;
    const click = (event: MouseEvent): void => {
      const claimId = part(event.target, '[data-claim]')?.dataset['claim'];
      if (claimId) return goTo(claimId);
      const passage = passagesAt(event.target)[0];
      if (passage) {
        const { start, end } = passage.anchor;
        return useView.setState({ selection: { documentId, start, end }, tool: 'voice' });
      }
      if (!window.getSelection()?.isCollapsed) return undefined;
      const offset = characterAt(element, event.clientX, event.clientY);
      const next = offset === null ? null : claimToGoTo(claimsAt(places, offset), useView.getState().claimId);
      return next === null ? undefined : goTo(next);
    };
    element.addEventListener('click', click);
    return () => element.removeEventListener('click', click);
  }, [root, documentId, places]);
}

/** Shows which words a voice has while its name is pointed at or focused. */
export function useVoicePreview(root: RefObject<HTMLElement | null>, paragraphs: readonly Span[]): void {
  useEffect(() => {
    const element = root.current;
    if (!element) return undefined;
    const painting = new Painting();
    const show = (event: Event): void => {
      const passages = passagesAt(event.target);
      painting.show(
        passages.map(({ id, anchor }) => ({
          key: id,
          name: 'voice',
          ranges: () => rangesOf(element, paragraphs, anchor),
        })),
      );
    };
    for (const type of ['pointerover', 'focusin', 'focusout'] as const) element.addEventListener(type, show);
    return () => {
      for (const type of ['pointerover', 'focusin', 'focusout'] as const)
        element.removeEventListener(type, show);
      painting.clear();
    };
  }, [root, paragraphs]);
}

const STEPS: Readonly<Record<string, Step>> = {
  ArrowDown: 'next',
  ArrowUp: 'previous',
  ArrowRight: 'start-on',
  ArrowLeft: 'start-back',
  'Shift+ArrowRight': 'end-on',
  'Shift+ArrowLeft': 'end-back',
};

/** The pane that scrolls an article and has its focus. */
const scrollerOf = (article: HTMLElement | null): HTMLElement | null =>
  article?.closest<HTMLElement>('[data-scroller]') ?? null;

/** Gives the keys to the article without moving it. */
export const focusArticle = (article: HTMLElement | null): void =>
  scrollerOf(article)?.focus({ preventScroll: true });

/** Choosing words with the arrow keys while the article has the focus. */
export function useArticleKeys(
  root: RefObject<HTMLElement | null>,
  documentId: string,
  text: string,
  paragraphs: readonly Span[],
): void {
  useEffect(() => {
    const element = root.current;
    const scroller = scrollerOf(element);
    if (!element || !scroller) return undefined;
    const press = (event: KeyboardEvent): void => {
      if (
        (event.target !== scroller && event.target !== element) ||
        event.ctrlKey ||
        event.altKey ||
        event.metaKey
      )
        return;
      const { selection, claimId } = useView.getState();
      const held = selection?.documentId === documentId ? selection : null;
      if (event.code === 'Escape') return selectWords(documentId, null);
      const move = STEPS[`${event.shiftKey ? 'Shift+' : ''}${event.code}`];
      if (!move) return undefined;
      // Without words chosen the keys go on from the claim in view, else from the top.
      const claim = claimId === null ? undefined : useCase.getState().state.claim.get(claimId);
      const anchor = claim?.anchors.findLast((place) => place.documentId === documentId);
      const next = step(text, paragraphs, held, move, anchor?.end ?? 0);
      event.preventDefault();
      window.getSelection()?.removeAllRanges();
      return next ? selectWords(documentId, next) : undefined;
    };
    scroller.addEventListener('keydown', press);
    return () => scroller.removeEventListener('keydown', press);
  }, [root, documentId, text, paragraphs]);
}

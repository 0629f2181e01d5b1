import type { Span } from '#core/anchoring/paragraphs.ts';
import { foldText } from '#core/text/fold.ts';
import styles from './revision.module.css';

/** Characters shown on each side. */
const AROUND = 140;

const oneLine = (words: string): string => words.replaceAll(/\s+/gu, ' ');

type Words = { readonly before: string; readonly exact: string; readonly after: string };

/** Words of a text with what stands around them, cut at whole words. */
export function excerptOf(text: string, { start, end }: Span): Words {
  const [from, to] = [Math.max(0, start - AROUND), Math.min(text.length, end + AROUND)];
  const [before, after] = [text.slice(from, start), text.slice(end, to)];
  return {
    before: oneLine(from > 0 ? before.replace(/^\S*\s/u, '… ') : before),
    exact: oneLine(text.slice(start, end)),
    after: oneLine(to < text.length ? after.replace(/\s\S*$/u, ' …') : after),
  };
}

const PIECES = /[\p{L}\p{N}][\p{L}\p{M}\p{N}'’]*|[^\p{L}\p{N}]+/gu;

/** Words in a sentence; those that `known` does not hold stand out. */
function Compared({ words, known }: { readonly words: string; readonly known: string | null }) {
  if (known === null) return words;
  const held = new Set((known.match(PIECES) ?? []).map(foldText));
  return [...words.matchAll(PIECES)].map(({ index, 0: piece }) => {
    const fresh = /^[\p{L}\p{N}]/u.test(piece) && !held.has(foldText(piece));
    return fresh ? <ins key={index}>{piece}</ins> : piece;
  });
}

/** Words where they stand. `known`: the words they are held against, so that others stand out. */
export function Excerpt({ words, known = null }: { readonly words: Words; readonly known?: string | null }) {
  return (
    <span className={styles['excerpt']} dir="auto">
      {words.before}
      <mark>
        <Compared words={words.exact} known={known} />
      </mark>
      {words.after}
    </span>
  );
}

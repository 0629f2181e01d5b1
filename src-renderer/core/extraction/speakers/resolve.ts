import { matchesOf } from '../matches.ts';
import { twin } from '../twin.ts';
import type { Span } from '../../anchoring/paragraphs.ts';
import { type Block } from '../blocks.ts';
import type { Frame } from '../frames/frame.ts';
import { type Described, describe } from '../phrases/described.ts';
import { Registry } from './registry.ts';
import type { Resolved, Speaker } from './speaker.ts';

/** A frame with whom it names. */
export type Voiced = {
  readonly frame: Frame;
  /** Null where the article names nobody ("it was said that"). */
  readonly by: Resolved | null;
  readonly described: Described | null;
};

/** Names of two words or more that begin a sentence and its clause, or stand behind their role in it (his lawyer, Nabil Jaber, later denied): whoever does something there. */
const ACTING = twin(
  /(?:^|[.!?]"? +|\n+|, (?:and|but|while) )(?:[A-Z][a-z]{1,4}\. )?((?:\p{Lu}[\p{L}\p{M}'-]+ ){1,3}\p{Lu}[\p{L}\p{M}'-]+) (?=\p{Ll})|\p{Ll}, ((?:\p{Lu}[\p{L}\p{M}'-]+ ){1,2}\p{Lu}[\p{L}\p{M}'-]+), (?=(?:later |then |also |\p{Ll}+ly )?\p{Ll}{2,}ed )|(?:^|[.!?]"? +|\n+)(?:\p{Lu}[\p{L}\p{M}-]*'s |The |His |Her |Their )(?:\p{Ll}+ ){1,3}((?:\p{Lu}[\p{L}\p{M}'-]+ ){1,2}\p{Lu}[\p{L}\p{M}'-]+) (?=\p{Ll})/gu,
);
const REACH = 1200;

/** Who else is named between two places of the narration, as somebody who acts. */
function namedBetween(shadow: string, from: number, to: number): string[] {
  if (to <= from || to - from > REACH) return [];
  const stretch = shadow.slice(from, to);
  return matchesOf(ACTING(stretch), stretch).map(
    ([, name, described, owned]) => name ?? described ?? owned ?? '',
  );
}

const written = (text: string, spans: readonly Span[]): string | null =>
  spans.length === 0 ? null : spans.map(({ start, end }) => text.slice(start, end)).join(', ');

/** Who speaks in each frame, in reading order, and everybody who speaks in the text. */
export function resolveSpeakers(
  text: string,
  shadow: string,
  blocks: readonly Block[],
  frames: readonly Frame[],
): { voiced: Voiced[]; speakers: Speaker[] } {
  const registry = new Registry();
  const voiced: Voiced[] = [];
  const inOrder = [...frames].sort((a, b) => orderOf(a) - orderOf(b));
  let paragraph = 0;
  let spoken = 0;
  for (const frame of inOrder) {
    const at = orderOf(frame);
    while ((blocks[paragraph]?.end ?? Number.POSITIVE_INFINITY) <= at) paragraph += 1;
    const { source, head } = frame;
    if (!source || !head) {
      voiced.push({ frame, by: null, described: null });
      continue;
    }
    const described = describe(shadow, source, head);
    const name = text.slice(described.name.start, described.name.end);
    const role = written(text, described.role);
    const others = described.kind === 'pronoun' ? namedBetween(shadow, spoken, source.start) : [];
    const by = registry.resolve({ described, name, role, span: source, paragraph, others });
    spoken = Math.max(spoken, source.end);
    voiced.push({ frame, by, described });
  }
  return { voiced, speakers: registry.speakers() };
}

/** A speaker is introduced where the frame stands: by its name, or where it goes on, by its words. */
function orderOf({ pattern, source, content }: Frame): number {
  const goesOn = pattern === 'going on from the one before';
  const first = content[0]?.start ?? 0;
  return goesOn || !source ? first : source.start;
}

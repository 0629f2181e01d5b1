import type { Span } from '../../anchoring/paragraphs.ts';
import { DOCUMENTS_AR, ORGANISATIONS_AR, ROLES } from '../frames/arabic-words.ts';
import type { Token } from '../tokens/token.ts';
import { tokenise } from '../tokens/tokenise.ts';
import type { Described } from './described.ts';

const isRole = (token: Token | undefined): boolean => token !== undefined && ROLES.has(token.key);
const isDefinite = (token: Token | undefined): boolean => token?.key.startsWith('ال') === true;

const spanOf = (tokens: readonly Token[], from: number, to: number): Span | null => {
  const [first, last] = [tokens[from], tokens[to - 1]];
  return first && last && from < to ? { start: first.start, end: last.end } : null;
};

/** How many words at the start are a role: one that is known as such, with what is defined behind it. */
function roleLength(tokens: readonly Token[]): number {
  if (!isRole(tokens[0])) return 0;
  let at = 1;
  while (at < tokens.length) {
    const key = tokens[at]?.key ?? '';
    const before = tokens[at - 1]?.key ?? '';
    const ofBody = ORGANISATIONS_AR.has(key) && (before === 'باسم' || isRole(tokens[at - 1]));
    if (!isDefinite(tokens[at]) && !isRole(tokens[at]) && !ofBody && !/^(?:باسم|في|لدي)$/.test(key)) break;
    at += 1;
  }
  return at;
}

/** Reads an Arabic phrase that names a speaker, as `describe` does an English one. */
export function describeArabic(shadow: string, whole: Span, head: Span): Described {
  const tokens = tokenise(shadow, head.start, head.end).filter(({ kind }) => kind === 'word');
  const behind = tokenise(shadow, head.end, whole.end);
  const first = behind.findIndex(({ kind }) => kind === 'word');
  const role = first === -1 ? null : spanOf(behind, first, behind.length);
  const roles = role ? [role] : [];
  const name = spanOf(tokens, 0, tokens.length) ?? head;
  if (tokens.some(({ key }) => ORGANISATIONS_AR.has(key)) && !isRole(tokens[0]))
    return { kind: 'organisation', name, role: roles };
  if (DOCUMENTS_AR.has(tokens[0]?.key ?? '')) return { kind: 'document', name, role: roles };
  const lead = roleLength(tokens);
  if (lead === 0) return { kind: 'person', name, role: roles };
  // ناطق عسكري: an office and its kind, nobody's name.
  const bareOffice = lead === 1 && !isDefinite(tokens[0]) && tokens.length === 2;
  const own = bareOffice ? null : spanOf(tokens, lead, tokens.length);
  const office = spanOf(tokens, 0, lead);
  if (own && office) return { kind: 'person', name: own, role: [office, ...roles] };
  // المتحدث باسم الدفاع المدني، محمد الخالد: the name stands behind the comma.
  const comma = behind.findIndex(({ key }) => key === ',');
  const next = behind.findIndex(({ key }, at) => at > comma && key === ',');
  const words = behind
    .slice(Math.max(comma, 0), next === -1 ? behind.length : next)
    .filter(({ kind }) => kind === 'word');
  const named =
    words.length >= 2 &&
    words.length <= 4 &&
    !isRole(words[0]) &&
    !words.some(({ key }) => /^(?:من|في|وه[وي])$/.test(key));
  const behindName = named ? spanOf(words, 0, words.length) : null;
  if (behindName) return { kind: 'person', name: behindName, role: [name] };
  return { kind: 'described', name, role: roles };
}

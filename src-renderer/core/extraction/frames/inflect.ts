const VOWEL_END = /[^aeiou][aeiou][^aeiouwxy]$/;

/** Verbs stressed on the last syllable, which double their last letter: admitted, referring. */
const DOUBLING = new Set([
  'admit',
  'refer',
  'quip',
  'blog',
  'rebut',
  'chat',
  'nod',
  'quit',
  'sob',
  'plan',
  'submit',
  'concur',
  'slam',
  'pan',
  'rap',
  'stun',
  'brag',
  'commit',
  'rib',
]);

export type Form = 'base' | 'third' | 'past' | 'ing';

/** The forms of a regular English verb. */
export function inflect(base: string): Readonly<Record<Form, string>> {
  const y = /[^aeiou]y$/.test(base);
  const e = base.endsWith('e');
  const doubled = DOUBLING.has(base) && VOWEL_END.test(base) ? base + base.slice(-1) : base;
  const stem = y ? `${base.slice(0, -1)}i` : doubled;
  return {
    base,
    third: y ? `${base.slice(0, -1)}ies` : /(?:s|x|z|ch|sh|o)$/.test(base) ? `${base}es` : `${base}s`,
    past: e ? `${base}d` : `${stem}ed`,
    ing: e && !/(?:ee|oe|ye)$/.test(base) ? `${base.slice(0, -1)}ing` : `${doubled}ing`,
  };
}

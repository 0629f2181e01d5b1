/** A case folder of any size, made by counting: the same every time. */
export type BigSeed = { readonly article: string; readonly caseJson: string };

const WORDS =
  'river bridge council market harbour village engineer witness morning letter convoy checkpoint ledger payment rumour shelter border teacher doctor season'.split(
    ' ',
  );
const CONTEXT = 32;

const refOf = (at: number): string => `E-${String(at + 1).padStart(2, '0')}`;

/** `claims` claims over an article of about `words` words, every tenth one depending on the one before. */
export function bigSeed(claims: number, words: number, evidence = 0): BigSeed {
  const perClaim = Math.floor(words / claims);
  const sentences: string[] = [];
  for (let claim = 0; claim < claims; claim++) {
    const said = Array.from(
      { length: perClaim - 2 },
      (_, at) => WORDS[(claim * 7 + at * 3) % WORDS.length] ?? '',
    );
    sentences.push(`Claim ${claim + 1} ${said.join(' ')}.`);
  }
  const paragraphs: string[] = [];
  for (let at = 0; at < sentences.length; at += 5) paragraphs.push(sentences.slice(at, at + 5).join(' '));
  const article = `The long report\n\n${paragraphs.join('\n\n')}\n`;
  let from = 0;
  const list = sentences.map((sentence, at) => {
    const start = article.indexOf(sentence, from);
    const end = start + sentence.length - 1;
    from = end;
    return {
      ref: `C-${String(at + 1).padStart(2, '0')}`,
      statement: `Statement ${at + 1}: ${sentence.slice(0, 60)}`,
      anchors: [
        {
          start,
          end,
          exact: article.slice(start, end),
          prefix: article.slice(Math.max(0, start - CONTEXT), start),
          suffix: article.slice(end, end + CONTEXT),
        },
      ],
      attribution: [{ source: `Speaker ${at % 40}`, role: null, mode: 'direct', basis: ['not stated'] }],
      status: 'unverified',
      reason: 'not started',
      ...(evidence === 0
        ? {}
        : {
            stage: at % 7 === 0 ? 'checking' : 'to do',
            evidence: [0, 1].map((which) => ({
              item: refOf((at + which * 37) % evidence),
              stance: (at + which) % 5 === 0 ? 'contradicts' : 'supports',
            })),
          }),
    };
  });
  const items = Array.from({ length: evidence }, (_, at) => ({
    ref: refOf(at),
    title: `Photograph ${at + 1} of the ${WORDS[at % WORDS.length] ?? ''}`,
    text: `Words of item ${at + 1}`,
  }));
  return { article, caseJson: JSON.stringify({ title: 'The long report', claims: list, evidence: items }) };
}

import { propose } from '#core/extraction/propose.ts';

/** What the engine has most to do with, each over and over: no article, but what a file may hold. */
const PIECES: Readonly<Record<string, string>> = {
  'according to': 'according to ',
  'told that': 'he told them that ',
  'Ali said': 'Ali said, ',
  'Arabic: said that': 'قال سامي إن ',
  'Arabic: according to': 'وفقاً لـ ',
  'unclosed quotations': 'He said: “We left the town and nobody came.\n',
  'unclosed, opening': '“We left the town and nobody came. Ali Hassan said so.\n',
  'quotations in one line': 'Ali Hassan said “we left” and ',
  'sentences in one line': 'Ali Hassan said that the men had left the town. ',
  'definite roles': 'Ali Hassan, mayor of Homs, said so. The mayor said that he left. ',
  capitals: 'Abc ',
  'nested marks': '“a ‘b” c’ ',
  'half pairs': '\ud83d',
};
const ROOM = 1_000_000;

/** Seconds of CPU time a megabyte for repeated pieces, and whether a text four times as long takes longer for each. */
export function measure(_files: readonly string[], say: (line: string) => void): void {
  const seconds = (piece: string, length: number): number => {
    const text = piece.repeat(Math.ceil(length / piece.length));
    const since = process.cpuUsage();
    propose(text);
    const { user, system } = process.cpuUsage(since);
    return (user + system) / text.length;
  };
  for (const [name, piece] of Object.entries(PIECES)) {
    const [short, long] = [seconds(piece, ROOM / 4), seconds(piece, ROOM)];
    say(`${name}: ${short.toFixed(2)} s/MB, four times as long ${long.toFixed(2)}`);
  }
}

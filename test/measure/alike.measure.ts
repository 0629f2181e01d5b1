import { readFileSync } from 'node:fs';
import { alikeClaims } from '#core/extraction/alike/alike-claims.ts';
import { sentencesOf } from '#core/extraction/sentences/sentences.ts';
import type { Item } from '#core/model/item.ts';
import { DEFAULTS } from '#core/model/entities.ts';
import { SameClaims } from '#core/proposing/same-claims.ts';

const COUNT = 10_000;

/** The sentences of articles, each a few times with another number: as many claims as a large case has. */
function statementsOf(files: readonly string[]): { id: string; text: string }[] {
  const found = files.flatMap((file) => {
    const text = readFileSync(file, 'utf8');
    return sentencesOf(text).map(({ start, end }) => text.slice(start, end));
  });
  const words = found.join(' ').split(/\s+/);
  return Array.from({ length: COUNT }, (_, at) => {
    // Every tenth says again what another one says, the rest put words together anew.
    const own = found[at % found.length] ?? '';
    const others = Array.from(
      { length: 12 },
      (_word, to) => words[(at * 7919 + to * 104_729) % words.length],
    );
    return { id: `c${at}`, text: at % 10 === 0 ? `${own} ${at % 30}` : others.join(' ') };
  });
}

const timed = async (what: string, say: (line: string) => void, work: () => unknown): Promise<void> => {
  const since = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(since);
  say(`${what}: ${((user + system) / 1000).toFixed(0)} ms of CPU time`);
};

/** How long it takes to find near-duplicates among 10,000 claims made of the sentences of these articles. */
export async function measure(files: readonly string[], say: (line: string) => void): Promise<void> {
  const statements = statementsOf(files);
  const claims = new Map(
    statements.map(({ id, text }): [string, Item<'claim'>] => [
      id,
      { ...DEFAULTS.claim, id, statement: text } as Item<'claim'>,
    ]),
  );
  let pairs = 0;
  for (let round = 1; round <= 3; round += 1)
    await timed(`all ${COUNT} against each other, round ${round}`, say, () => {
      pairs = alikeClaims(statements).length;
    });
  say(`${pairs} pairs`);
  const index = new SameClaims();
  await timed('indexed for the window, in slices', say, () => index.update(claims));
  await timed('what changed since, nothing', say, () => index.update(claims));
  await timed('a hundred claims looked at', say, () => {
    for (let at = 0; at < 100; at += 1) index.of(`c${at * 10}`, new Map());
  });
}

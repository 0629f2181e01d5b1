import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { COMMON_NAMES } from '#core/protection/common-names.ts';
import { checkFile } from '#main/services/leak-check/check-file.ts';
import { typeset } from '#main/services/report/typeset.ts';
import { DEFAULT_SETUP } from '#core/report/setup.ts';
import { FOLDERS, workedReport } from '../report/support.ts';

const articles = new URL('../../core/protection/wikinews/', import.meta.url);
const TEXTS = readdirSync(articles)
  .filter((name) => name.endsWith('.txt'))
  .map((name) => readFileSync(new URL(name, articles), 'utf8'));

const folder = mkdtempSync(join(tmpdir(), 'touchstone-alarms-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Names of a given and a family name, in both scripts, that stand in none of the texts. */
const NAMES = COMMON_NAMES.flatMap(([arabic, latin = ''], at) =>
  [3, 7, 12].flatMap((step) => {
    const [otherArabic, otherLatin = ''] = COMMON_NAMES[(at + step) % COMMON_NAMES.length] ?? [arabic];
    return [`${latin} al-${otherLatin}`, `${arabic} ال${otherArabic}`];
  }),
).filter((name) => !TEXTS.some((text) => text.includes(name)));

describe('a finished report that names nobody protected', () => {
  it('raises a false alarm for fewer than one of a hundred names', async () => {
    const { model, pictures } = workedReport(TEXTS.length, {
      sections: { ...DEFAULT_SETUP.sections, annex: false },
    });
    const content = JSON.parse(model) as { claims: { statement: string }[] };
    for (const [at, claim] of content.claims.entries()) claim.statement = TEXTS[at] ?? '';
    const made = JSON.stringify(content);
    const path = join(folder, 'report.pdf');
    writeFileSync(path, typeset({ model: made, paper: 'a4', standard: 'a-3a', pictures }, FOLDERS).pdf);
    const needles = NAMES.map((words, at) => ({ itemId: String(at), words }));
    const { leaks } = await checkFile({ path, fileName: 'report.pdf', content: made, needles, watched: [] });
    const alarms = new Set(leaks.map(({ itemId }) => itemId));
    console.log(
      `False alarms: ${alarms.size} of ${NAMES.length} names in a report of ${TEXTS.length} articles`,
    );
    expect(NAMES.length).toBeGreaterThan(200);
    expect(alarms.size / NAMES.length).toBeLessThan(0.01);
  });
});

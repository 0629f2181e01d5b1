import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { buildExport } from '#core/exchange/build-export.ts';
import { checkFile } from '#main/services/leak-check/check-file.ts';
import { workedCase } from '../../support/worked-case.ts';

const folder = mkdtempSync(join(tmpdir(), 'touchstone-json-ld-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function leaks(text: string, words: string): Promise<boolean> {
  const path = join(folder, 'file.jsonld');
  writeFileSync(path, text);
  const needles = [{ itemId: 'checker', words }];
  const report = await checkFile({ path, fileName: 'file.jsonld', content: '', needles, watched: [] });
  return report.leaks.length > 0;
}

const exported = (format: 'claim-review' | 'web-annotation') => {
  const { state, texts } = workedCase(12);
  const review = { url: null, authorName: 'The Desk', authorUrl: null, language: 'en', scale: null };
  const about = { claimIds: null, language: 'en', today: '2026-11-23' } as const;
  const collectionId = '0190a000-0000-7000-8000-000000000001';
  return buildExport({ state, texts }, { ...about, format, review, collectionId }).text;
};
const FORMATS = { 'claim-review': exported('claim-review'), 'web-annotation': exported('web-annotation') };

/** Every name of a field and every type that stands in a file. */
function vocabulary(text: string): string[] {
  const words = new Set<string>();
  JSON.parse(text, (key: string, value: unknown) => {
    if (!/^\d*$/u.test(key)) words.add(key);
    if (['@type', 'type', 'purpose', 'motivation'].includes(key))
      for (const one of [value].flat()) words.add(String(one));
    return value;
  });
  return [...words];
}

describe.each(Object.entries(FORMATS))('an export as %s', (_format, text) => {
  it('is not stopped by an alias that is a word of the vocabulary', async () => {
    const words = vocabulary(text);
    expect(words.length).toBeGreaterThan(12);
    /** What the case itself says is another matter: "text" may stand in a claim. */
    const said = new Set<string>();
    JSON.parse(text, (_key: string, value: unknown) => {
      if (typeof value === 'string' && !words.includes(value)) said.add(value.toLowerCase());
      return value;
    });
    const own = words.filter((word) => ![...said].some((value) => value.includes(word.toLowerCase())));
    expect(own.length).toBeGreaterThan(8);
    for (const word of own) expect([word, await leaks(text, word)]).toEqual([word, false]);
  });

  it('is stopped by a name in any value, and by one that is a field', async () => {
    const value: unknown = JSON.parse(text);
    /** The file with the name in the place of its `at`-th string, null behind the last. */
    const plantedAt = (at: number): string | null => {
      let next = 0;
      const file = JSON.stringify(value, (key, held: unknown) =>
        typeof held === 'string' && key !== '@context' && next++ === at ? 'Zoë Müllner' : held,
      );
      return at < next ? file : null;
    };
    const planted: string[] = [];
    for (let at = 0, file = plantedAt(0); file !== null; at += 5, file = plantedAt(at)) planted.push(file);
    expect(planted.length).toBeGreaterThan(20);
    for (const each of planted) expect(await leaks(each, 'Zoë Müllner')).toBe(true);
    const asField = JSON.stringify({ ...(value as object), 'Zoë Müllner': 1 });
    expect(await leaks(asField, 'Zoë Müllner')).toBe(true);
  });

  it('is stopped by a word of the vocabulary where it is a value of the case', async () => {
    const value = JSON.parse(text) as object;
    expect(await leaks(JSON.stringify({ ...value, label: 'said by Rating' }), 'Rating')).toBe(true);
    expect(await leaks(JSON.stringify({ ...value, label: 'Rating' }), 'Rating')).toBe(true);
  });
});

it('JSON of another vocabulary is read with its fields', async () => {
  expect(await leaks('{"@context":"https://example.org","Claim":1}', 'Claim')).toBe(true);
  expect(await leaks('{"Claim":1}', 'Claim')).toBe(true);
});

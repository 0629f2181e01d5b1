import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { readCase } from '#main/cli/read-case.ts';
import { freshFolder, someFile } from '../vault/support.ts';

const SEED = fileURLToPath(new URL('../../../seeds/deir-ezzor', import.meta.url));
const DAY = '2026-11-23';

/** A copy of the sample case in which `case.json` is changed. */
function changedCase(change: (json: string) => string): string {
  const folder = freshFolder();
  copyFileSync(join(SEED, 'article.txt'), join(folder, 'article.txt'));
  writeFileSync(join(folder, 'case.json'), change(readFileSync(join(SEED, 'case.json'), 'utf8')));
  return folder;
}

const refusal = (source: string): unknown => {
  try {
    return readCase(source, DAY);
  } catch (error) {
    return error;
  }
};

describe('what a report is made from', () => {
  it('is a case folder, with its text byte for byte', () => {
    const { changes, texts, files } = readCase(SEED, DAY);
    expect(changes.filter(({ entity }) => entity === 'claim')).toHaveLength(38);
    expect([...texts.values()]).toEqual([readFileSync(join(SEED, 'article.txt'), 'utf8')]);
    expect(files).toEqual([join(SEED, 'case.json'), join(SEED, 'article.txt')]);
  });

  it('is an article, in its own encoding, with no claims yet', () => {
    const windows1256 = Uint8Array.from([0xcf, 0xed, 0xd1, 0x20, 0xc7, 0xe1, 0xd2, 0xe6, 0xd1, 0x0d, 0x0a]);
    const { changes, texts } = readCase(someFile(windows1256, 'article.txt'), DAY);
    expect(changes.map(({ entity }) => entity)).toEqual(['case', 'document']);
    expect([...texts.values()]).toEqual(['دير الزور\r\n']);
    expect(changes[1]?.patch).toMatchObject({
      retrieved: DAY,
      origin: { encoding: 'windows-1256', bytes: 11 },
    });
  });

  it.each([
    ['broken JSON', (json: string) => json.slice(0, 900), 'case.json is no JSON'],
    [
      'an anchor off its words',
      (json: string) => json.replace('"exact": "', '"exact": "X'),
      /\w+\[0\]\S*anchor/,
    ],
    ['a newer format', (json: string) => json.replace('"version": 1', '"version": 9'), 'format version 9'],
  ])('is refused with the file and the place: %s', (_name, change, words) => {
    const folder = changedCase(change);
    const error = refusal(folder);
    expect(error).toMatchObject({ exitCode: 3 });
    expect(String(error)).toContain(join(folder, 'case.json'));
    expect(String(error)).toMatch(words);
  });

  it('is refused when a file of the folder is missing', () => {
    const folder = freshFolder();
    copyFileSync(join(SEED, 'article.txt'), join(folder, 'article.txt'));
    expect(String(refusal(folder))).toContain('case.json is missing');
    mkdirSync(join(folder, 'case.json'));
    expect(String(refusal(folder))).toContain('case.json is missing');
  });

  it.each([
    ['nothing there', () => join(freshFolder(), 'none'), 'it does not exist.'],
    ['an empty file', () => someFile('', 'empty.txt'), 'there is no text in it.'],
    [
      'a picture renamed',
      () => someFile(Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0]), 'a.txt'),
      'no text file',
    ],
    ['a case in another encoding', () => changedCaseInLatin1(), 'it is not in UTF-8.'],
  ])('is refused in words: %s', (_name, source, words) => {
    const error = refusal(source());
    expect(error).toMatchObject({ exitCode: 3 });
    expect(String(error)).toContain(words);
  });
});

function changedCaseInLatin1(): string {
  const folder = changedCase((json) => json);
  writeFileSync(join(folder, 'case.json'), Uint8Array.from([0x7b, 0x22, 0xe9, 0x22, 0x7d]));
  return folder;
}

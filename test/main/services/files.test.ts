import { mkdirSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { freeSpace } from '#main/services/files/free-space.ts';
import { readDocument } from '#main/services/files/read-document.ts';
import { readSample } from '#main/services/sample/read-sample.ts';
import { freshFolder, someFile } from '../vault/support.ts';

const failsWith = (code: string) => expect.objectContaining({ name: 'ServiceError', code });

describe('reading an article file', () => {
  it('gives its name and its bytes as they are', async () => {
    const content = Buffer.from('\ufeffline one\r\nline\u00a0two\n');
    const { name, bytes } = await readDocument(someFile(content, 'مقال.txt'), 1000);
    expect(name).toBe('مقال.txt');
    expect(Buffer.from(bytes).equals(content)).toBe(true);
  });

  it('takes an empty file and one of exactly the limit, none above', async () => {
    expect((await readDocument(someFile(''), 10)).bytes).toHaveLength(0);
    expect((await readDocument(someFile('x'.repeat(10)), 10)).bytes).toHaveLength(10);
    await expect(readDocument(someFile('x'.repeat(11)), 10)).rejects.toEqual(failsWith('file-too-large'));
  });

  it('says what is wrong with a path that is no readable file', async () => {
    await expect(readDocument(join(freshFolder(), 'gone'), 10)).rejects.toEqual(failsWith('file-missing'));
    await expect(readDocument(freshFolder(), 10)).rejects.toEqual(failsWith('not-a-file'));
    await expect(readDocument('/dev/zero', 10)).rejects.toEqual(failsWith('not-a-file'));
  });

  it.each<[string, string, (path: string) => void]>([
    ['is removed', 'file-missing', (path) => rmSync(path)],
    ['shrinks', 'file-changed', (path) => truncateSync(path, 3)],
    ['is written over', 'file-changed', (path) => writeFileSync(path, 'y'.repeat(10))],
  ])('notices a file that %s while it is read', async (_how, code, act) => {
    const path = someFile('x'.repeat(10));
    const read = readDocument(path, 10, () => act(path));
    await expect(read).rejects.toEqual(failsWith(code));
  });

  it('says nothing of the path in its error', async () => {
    const error: unknown = await readDocument('/home/someone/list', 10).catch((error: unknown) => error);
    expect(String(error)).not.toContain('someone');
  });
});

describe('the sample case', () => {
  it('is read byte for byte', async () => {
    const seeds = freshFolder();
    mkdirSync(join(seeds, 'deir-ezzor'));
    writeFileSync(join(seeds, 'deir-ezzor/article.txt'), 'a\u00a0b\r\n');
    writeFileSync(join(seeds, 'deir-ezzor/case.json'), '{"title":"T"}');
    expect(await readSample(seeds)).toEqual({ article: 'a\u00a0b\r\n', caseJson: '{"title":"T"}' });
  });

  it('that is not there is said to be missing', async () => {
    await expect(readSample(freshFolder())).rejects.toEqual(failsWith('sample-missing'));
  });
});

describe('free space', () => {
  it('is told in bytes, or not at all', async () => {
    expect(await freeSpace(freshFolder())).toBeGreaterThan(0);
    expect(await freeSpace(join(freshFolder(), 'gone'))).toBeNull();
  });
});

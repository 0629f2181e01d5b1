import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { proposeClaims } from '#main/cli/propose.ts';

let folder: string;
let written: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'touchstone-propose-'));
  written = '';
  vi.spyOn(process.stdout, 'write').mockImplementation((words) => {
    written += String(words);
    return true;
  });
});
afterEach(() => {
  vi.restoreAllMocks();
  rmSync(folder, { recursive: true });
});

function file(name: string, content: string): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

describe('the command propose', () => {
  const ARTICLE = 'Nadia Khoury said: “The bridge of Hama was closed.”\n\nThe road behind it stayed open.\n';

  it('prints the claims of an article with who makes them', async () => {
    await proposeClaims({ name: 'propose', file: file('a.txt', ARTICLE), form: 'words' });
    expect(written).toBe(
      'Nadia Khoury: The bridge of Hama was closed.\nthe article: The road behind it stayed open.\n',
    );
  });

  it('prints all it read as JSON', async () => {
    await proposeClaims({ name: 'propose', file: file('a.txt', ARTICLE), form: 'json' });
    expect(JSON.parse(written)).toMatchObject({
      speakers: [{ name: 'Nadia Khoury' }],
      quotes: [{ direct: true }],
    });
  });

  it('counts relative dates from the day that a line gives', async () => {
    const text = 'The bridge was closed yesterday.';
    const lines = [
      JSON.stringify({ id: 'a', text, published: '2014-05-03' }),
      JSON.stringify({ id: 'b', text }),
    ];
    await proposeClaims({ name: 'propose', file: file('lines', lines.join('\n')), form: 'jsonl' });
    const values = written
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line).proposals[0].details[0].value);
    expect(values).toEqual(['2014-05-02', null]);
  });

  it('answers lines with lines', async () => {
    const lines = [
      { id: 'a', text: ARTICLE },
      { id: 'b', text: '' },
    ]
      .map((line) => JSON.stringify(line))
      .join('\n\n');
    await proposeClaims({ name: 'propose', file: file('lines', lines), form: 'jsonl' });
    const answers = written
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(answers).toMatchObject([
      { id: 'a', proposals: [{}, {}] },
      { id: 'b', quotes: [], proposals: [], sentences: [] },
    ]);
  });

  it('says in words what it cannot read', async () => {
    const read = (path: string, form: 'words' | 'jsonl') =>
      proposeClaims({ name: 'propose', file: path, form });
    await expect(read(join(folder, 'gone.txt'), 'words')).rejects.toThrow('gone.txt: it does not exist.');
    await expect(read(file('empty.txt', ''), 'words')).rejects.toThrow('there is no text in it');
    await expect(read(file('bad', '{"id":"a"}'), 'jsonl')).rejects.toThrow(
      'line 1: it needs a text named “text”.',
    );
  });
});

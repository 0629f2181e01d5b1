import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { copyName } from '#main/services/outside/openable.ts';
import { createOutsideCopies } from '#main/services/outside/outside-copies.ts';

function world({ userData = '/data', openPath = async (_path: string) => '' } = {}) {
  const temporary = mkdtempSync(join(tmpdir(), 'touchstone-test-'));
  onTestFinished(() => rmSync(temporary, { recursive: true, force: true }));
  const opened: string[] = [];
  const make = () =>
    createOutsideCopies({
      temporary,
      userData,
      openPath: (path) => {
        opened.push(path);
        return openPath(path);
      },
      async takeOut({ path }) {
        writeFileSync(path, 'plain words');
        chmodSync(path, 0o400);
      },
    });
  return { temporary, opened, make, copies: make(), left: () => readdirSync(temporary) };
}

const FILE = { caseId: 'c', jobId: 'j', sha256: 'a'.repeat(64), size: 11, name: 'photo.jpg' };

describe('copies for other programs', () => {
  it('lie in a folder nobody else may enter, under a harmless name, until they are wiped', async () => {
    const { copies, opened, left } = world();
    await copies.open({ ...FILE, name: '../../e\u202Egpj.photo of Ali.JPG' });
    const [path = ''] = opened;
    expect(path.endsWith('e-gpj-photo-of-Ali.jpg')).toBe(true);
    expect(statSync(dirname(path)).mode & 0o777).toBe(0o700);
    expect(copies.held()).toBe(true);
    // What the other program left beside it goes too; what a link leads to does not.
    writeFileSync(join(dirname(path), '.lock'), 'x');
    const outside = join(dirname(dirname(path)), 'mine.txt');
    writeFileSync(outside, 'mine');
    symlinkSync(outside, join(dirname(path), 'link'));
    await copies.wipe();
    expect(left()).toEqual(['mine.txt']);
    expect([copies.held(), statSync(outside).size]).toEqual([false, 4]);
  });

  it('of an earlier run that crashed are swept, those of another profile are not', async () => {
    const { copies, make, temporary, left } = world();
    await copies.open(FILE);
    const other = createOutsideCopies({
      temporary,
      userData: '/elsewhere',
      openPath: async () => '',
      takeOut: async ({ path }) => writeFileSync(path, 'x'),
    });
    await other.open(FILE);
    mkdirSync(join(temporary, 'unrelated'));
    expect(left()).toHaveLength(3);
    await make().sweep();
    expect(left()).toHaveLength(2);
    expect(left()).toContain('unrelated');
  });

  it('are wiped at once when no program opens them', async () => {
    const { copies, left } = world({ openPath: async () => 'no application' });
    await expect(copies.open(FILE)).rejects.toMatchObject({ code: 'no-program' });
    expect(left()).toEqual([]);
  });

  it.each([
    'run.sh',
    'evil.desktop',
    'a.exe',
    'page.html',
    'page.mhtml',
    'drawing.svg',
    'macro.docm',
    'none',
  ])('are not made of %s: it would run, or fetch what it names', async (name) => {
    const { copies, opened, left } = world();
    await expect(copies.open({ ...FILE, name })).rejects.toMatchObject({ code: 'not-openable' });
    expect([opened, left()]).toEqual([[], []]);
  });

  it('have names of letters and digits that keep their ending', () => {
    expect(copyName('صورة من الجسر.png')).toBe('صورة-من-الجسر.png');
    expect(copyName('x'.repeat(300) + '.pdf')).toHaveLength(84);
    expect(copyName('photo.jpg\u202E.exe')).toBeNull();
    expect(copyName('.pdf')).toBe('evidence.pdf');
  });
});

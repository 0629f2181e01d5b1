import { execFile, execFileSync, spawn } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { decode, encode } from 'jpeg-js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { headsOf } from '#core/report/chains-of.ts';
import { chainOf, linesOf } from '../../support/project-content.ts';
import { bundled, NODE_PATH } from '../project-file/bundle.ts';
import { evidenceOf, INFO, once, projectFile, sampleContent, smallCase } from '../project-file/support.ts';
import { checkBagFolder } from '../project-file/bagit-check.ts';

const SAMPLE = resolve(import.meta.dirname, '../../../seeds/deir-ezzor');
const folder = mkdtempSync(join(tmpdir(), 'touchstone-cli-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const at = (...names: string[]): string => join(folder, ...names);

type Ended = { readonly code: number; readonly out: string; readonly err: string };
let program: string;
const env = () => ({ ...process.env, NODE_PATH });

function cli(args: readonly string[], input?: string): Promise<Ended> {
  return new Promise((done, fail) => {
    const child = execFile(
      process.execPath,
      [program, ...args],
      { cwd: folder, env: env() },
      (error, out, err) => {
        if (error && typeof error.code !== 'number') fail(error);
        else done({ code: typeof error?.code === 'number' ? error.code : 0, out, err });
      },
    );
    child.stdin?.end(input ?? '');
  });
}

/** Runs it on a terminal of its own and types the answers, one whenever it asks. */
const ON_TERMINAL = `
import json, os, pty, sys
answers, args = json.loads(sys.argv[1]), sys.argv[2:]
pid, terminal = pty.fork()
if pid == 0:
    os.execvp(args[0], args)
seen = b''
while True:
    try:
        piece = os.read(terminal, 1024)
    except OSError:
        break
    if not piece:
        break
    seen += piece
    if answers and seen.endswith(b': '):
        os.write(terminal, answers.pop(0).encode() + b'\\r')
        seen += b'|'
_, status = os.waitpid(pid, 0)
print(json.dumps({'code': os.waitstatus_to_exitcode(status), 'out': seen.decode()}))
`;
function onTerminal(args: readonly string[], answers: readonly string[]): { code: number; out: string } {
  const python = ['-c', ON_TERMINAL, JSON.stringify(answers), process.execPath, program, ...args];
  return JSON.parse(execFileSync('python3', python, { cwd: folder, env: env(), encoding: 'utf8' }));
}

let recipient: string;
beforeAll(async () => {
  // As in the project: the resources lie two folders above the program.
  symlinkSync(resolve(import.meta.dirname, '../../../resources'), at('resources'));
  mkdirSync(at('build', 'main'), { recursive: true });
  program = await bundled('src-main/cli/index.ts', at('build', 'main'));
  execFileSync('age-keygen', ['-o', at('key.txt')], { stdio: 'pipe' });
  recipient = /public key: (age1\S+)/.exec(readFileSync(at('key.txt'), 'utf8'))?.[1] ?? '';
  writeFileSync(at('passphrase'), 'a passphrase of the test\nand a remark\n');
  const { code, err } = await cli(['pack', SAMPLE, '-o', 'key.touchstone', '--recipient', recipient]);
  if (code !== 0) throw new Error(err);
}, 60_000);

describe('pack and verify', () => {
  it('make a file of a case folder that verify finds sound and describes', async () => {
    const { code, out } = await cli(['verify', 'key.touchstone', '--identity', 'key.txt']);
    expect(code).toBe(0);
    expect(out).toMatch(/sound/);
    expect(out).toContain('Desertions around Deir Ezzor');
    expect(out).toMatch(/signature +none/);
    expect(out).toMatch(/1 document, 0 pieces of evidence/);
    expect(statSync(at('key.touchstone')).mode & 0o777).toBe(0o600);
  });

  it('take a passphrase from a file, of which the first line counts, and from a descriptor', async () => {
    expect(
      await cli(['pack', SAMPLE, '-o', 'word.touchstone', '--passphrase-file', 'passphrase']),
    ).toMatchObject({ code: 0 });
    const word = 'a passphrase of the test\n';
    expect(await cli(['verify', 'word.touchstone', '--passphrase-fd', '0'], word)).toMatchObject({ code: 0 });
    const child = spawn(process.execPath, [program, 'verify', 'word.touchstone', '--passphrase-fd', '3'], {
      cwd: folder,
      env: env(),
      stdio: ['ignore', 'ignore', 'inherit', openSync(at('passphrase'), 'r')],
    });
    expect(await new Promise((done) => child.once('exit', done))).toBe(0);
  });

  it('ask on the terminal, twice for a new passphrase, and show nothing of what is typed', async () => {
    const secret = 'typed in a great secret';
    const packed = onTerminal(['pack', SAMPLE, '-o', 'typed.touchstone'], [secret, secret]);
    expect(packed).toMatchObject({ code: 0, out: expect.stringContaining('typed.touchstone') });
    const verified = onTerminal(['verify', 'typed.touchstone'], [secret]);
    expect(verified).toMatchObject({ code: 0, out: expect.stringContaining('sound') });
    expect(packed.out + verified.out).not.toContain(secret);
    expect(onTerminal(['pack', SAMPLE, '-o', 'no.touchstone'], [secret, 'another'])).toMatchObject({
      code: 2,
    });
    expect(existsSync(at('no.touchstone'))).toBe(false);
  });

  it('make six random words when none are typed, and show them this once', () => {
    const { code, out } = onTerminal(['pack', SAMPLE, '-o', 'words.touchstone'], ['']);
    expect(code).toBe(0);
    const words = /\n {2}((?:[a-z-]+ ){5}[a-z-]+)\r?\n/.exec(out)?.[1] ?? '';
    expect(words.split(' ')).toHaveLength(6);
    expect(onTerminal(['verify', 'words.touchstone'], [words])).toMatchObject({ code: 0 });
  });
});

describe('a new passphrase that can be guessed', () => {
  const WEAK = 'damascus2014';
  const GUESSED = /too weak: somebody who takes the file guesses it in about \d+ seconds/;
  beforeAll(() => writeFileSync(at('weak'), `${WEAK}\n`));

  it('is refused from a file and from a descriptor, with an exit code of its own, and writes nothing', async () => {
    const pack = ['pack', SAMPLE, '-o', 'weak.touchstone'];
    const file = await cli([...pack, '--passphrase-file', 'weak']);
    expect(file).toMatchObject({ code: 10, err: expect.stringMatching(GUESSED) });
    expect(await cli([...pack, '--passphrase-fd', '0'], `${WEAK}\n`)).toMatchObject({ code: 10 });
    expect(file.err).toContain('--allow-weak-passphrase');
    expect(file.err).not.toContain(WEAK);
    expect(existsSync(at('weak.touchstone'))).toBe(false);
  });

  it('is asked for again on a terminal, until it is strong', async () => {
    const strong = 'gravel ointment tidbit uncork palm';
    const pack = ['pack', SAMPLE, '-o', 'stronger.touchstone'];
    const { code, out } = onTerminal(pack, [WEAK, strong, strong]);
    expect([code, out]).toEqual([0, expect.stringMatching(GUESSED)]);
    expect(onTerminal(['verify', 'stronger.touchstone'], [strong])).toMatchObject({ code: 0 });
  });

  it('is taken when the person insists', async () => {
    const insists = '--allow-weak-passphrase';
    const pack = ['pack', SAMPLE, '-o', 'weak.touchstone', insists];
    expect(await cli([...pack, '--passphrase-file', 'weak'])).toMatchObject({ code: 0, err: '' });
    const merge = ['merge', 'weak.touchstone', 'weak.touchstone', '-o', 'both.touchstone'];
    const given = [...merge, '--passphrase-file', 'weak'];
    expect(await cli(given)).toMatchObject({ code: 10, err: expect.stringMatching(GUESSED) });
    expect(existsSync(at('both.touchstone'))).toBe(false);
    expect(await cli([...given, insists])).toMatchObject({ code: 0 });
    expect(await cli([...given, '--new-passphrase-file', 'passphrase'])).toMatchObject({ code: 0 });
    const weaker = ['merge', 'both.touchstone', 'both.touchstone', '-o', 'w.touchstone'];
    const change = ['--passphrase-file', 'passphrase', '--new-passphrase-file', 'weak'];
    expect(await cli([...weaker, ...change])).toMatchObject({ code: 10 });
  }, 90_000);
});

describe('verify of a file that lacks something its history names', () => {
  it('says so and ends with 7 when it should be the whole case, not when it is a part of one', async () => {
    writeFileSync(at('file-words'), 'correct horse battery\n');
    const content = (scope: 'whole' | 'part') => ({
      ...sampleContent(),
      evidence: [],
      info: { ...INFO, scope },
    });
    const verify = async (scope: 'whole' | 'part') =>
      cli(['verify', await projectFile(content(scope)), '--passphrase-file', 'file-words']);
    expect(await verify('whole')).toMatchObject({
      code: 7,
      out: expect.stringMatching(/sound, but not complete[^]*not here +1 file that the history names/),
    });
    expect(await verify('part')).toMatchObject({ code: 0, out: expect.not.stringContaining('not complete') });
  });
});

describe('report of a project file', () => {
  it('shows its pictures, small, from the file as from a folder made by extract', async () => {
    const data = new Uint8Array(800 * 600 * 4).fill(120);
    const photo = evidenceOf(new Uint8Array(encode({ width: 800, height: 600, data }, 80).data));
    const bears = { evidenceId: 'e-0', claimId: 'c-0', stance: 'supports' };
    const changes = [
      ...smallCase([photo]),
      { entity: 'assessment', entityId: 'a-0', op: 'create', patch: bears } as const,
    ];
    const content = { ...sampleContent([photo]), journal: once(linesOf(chainOf(1, changes))) };
    const file = await projectFile(content);
    const secret = ['--passphrase-file', 'file-words'];
    writeFileSync(at('file-words'), 'correct horse battery\n');
    expect(await cli(['extract', file, 'with-photo', ...secret])).toMatchObject({ code: 0 });
    expect(await cli(['report', file, '-o', 'file.pdf', ...secret])).toMatchObject({ code: 0 });
    expect(await cli(['report', 'with-photo', '-o', 'folder.pdf'])).toMatchObject({ code: 0 });
    for (const pdf of ['file.pdf', 'folder.pdf']) {
      const images = execFileSync('pdfimages', ['-list', at(pdf)], { encoding: 'utf8' });
      expect(images).toMatch(/image +320 +240 /);
    }
    // What it proves stands in it as in a report from the window: each file and the ends of the chains.
    const words = execFileSync('pdftotext', ['-raw', at('file.pdf'), '-'], { encoding: 'utf8' });
    const hashes = words.replaceAll(/\s/gu, '');
    expect(hashes).toContain(photo.sha256);
    const [head] = headsOf(chainOf(1, changes));
    expect(hashes).toContain(head?.hash ?? 'no head');
  });
});

describe('bag of a project file', () => {
  it('holds the evidence with masks burned in, says so, verifies, and stops at a protected name', async () => {
    const data = new Uint8Array(80 * 60 * 4).fill(255);
    const photo = evidenceOf(new Uint8Array(encode({ width: 80, height: 60, data }, 80).data));
    const note = evidenceOf(Buffer.from('written by Sami Qasim'), 'txt');
    const masks = [{ x: 0, y: 0, width: 1, height: 1 }];
    const changes = [
      ...smallCase([photo, note]),
      { entity: 'evidence', entityId: 'e-0', op: 'update', patch: { masks } } as const,
    ];
    const content = { ...sampleContent([photo, note]), journal: once(linesOf(chainOf(1, changes))) };
    const file = await projectFile(content);
    writeFileSync(at('bag-words'), 'correct horse battery\n');
    const secret = ['--passphrase-file', 'bag-words'];
    const made = await cli(['bag', file, '-o', 'bag.zip', '--as-of', '2026-11-23', ...secret]);
    expect(made).toMatchObject({ code: 0, out: expect.stringMatching(/2 files[^]*masks burned in: E-/) });
    expect(await cli(['verify', 'bag.zip'])).toMatchObject({ code: 0 });
    const zip = readFileSync(at('bag.zip'));
    expect(zip.includes(Buffer.from('Sami Qasim'))).toBe(true);
    expect(execFileSync('unzip', ['-p', at('bag.zip'), '*/bag-info.txt']).toString()).toContain(
      'is a masked copy of E-',
    );
    const copy = execFileSync('unzip', ['-p', at('bag.zip'), '*masked-copy.jpg']);
    expect(decode(copy, { useTArray: true }).data.every((value, n) => n % 4 === 3 || value < 8)).toBe(true);
    // The same from a folder made by extract, byte for byte.
    expect(await cli(['extract', file, 'for-bag', ...secret])).toMatchObject({ code: 0 });
    expect(await cli(['bag', 'for-bag', '-o', 'again.zip', '--as-of', '2026-11-23'])).toMatchObject({
      code: 0,
    });
    expect(readFileSync(at('again.zip')).equals(zip)).toBe(true);

    const sami = { names: [{ text: 'Sami Qasim', script: 'latin', kind: 'name' }], safety: 'protected' };
    const secretly = [...changes, { entity: 'party', entityId: 'p-0', op: 'create', patch: sami } as const];
    const protectedFile = await projectFile({
      ...sampleContent([photo, note]),
      journal: once(linesOf(chainOf(1, secretly))),
    });
    const stopped = await cli(['bag', protectedFile, '-o', 'stopped.zip', ...secret]);
    expect(stopped).toMatchObject({
      code: 6,
      err: expect.stringContaining('a protected name would stand in it'),
    });
    expect(stopped.err).not.toContain('Sami');
    expect(existsSync(at('stopped.zip'))).toBe(false);
    expect(await cli(['bag', SAMPLE, '-o', 'none.zip'])).toMatchObject({ code: 3 });
  });
});

describe('a key file under a passphrase, as age -p makes it', () => {
  const SECRET = 'the words of the key';
  /** Seals the key file by the age command, which asks twice on its terminal. */
  function sealed(name: string, ...how: readonly string[]): string {
    const age = ['age', '-p', ...how, '-o', name, 'key.txt'];
    execFileSync('python3', ['-c', ON_TERMINAL, JSON.stringify([SECRET, SECRET]), ...age], { cwd: folder });
    return name;
  }

  it.each([
    ['binary', []],
    ['armored', ['-a']],
  ])('opens a file sealed to its key, with the passphrase typed or from a file: %s', async (kind, how) => {
    const key = sealed(`${kind}.age`, ...how);
    const typed = onTerminal(['verify', 'key.touchstone', '-i', key], [SECRET]);
    expect(typed).toMatchObject({ code: 0, out: expect.stringContaining(`Passphrase for ${key}`) });
    writeFileSync(at('key-words'), `${SECRET}\n`);
    const given = ['verify', 'key.touchstone', '-i', key, '--passphrase-file', 'key-words'];
    expect(await cli(given)).toMatchObject({ code: 0, out: expect.stringContaining('sound') });
  });

  it('is refused with another passphrase, when it is damaged, and when it is sealed to a key', async () => {
    sealed('again.age');
    const verify = (key: string) =>
      cli(['verify', 'key.touchstone', '-i', key, '--passphrase-file', 'passphrase']);
    expect(await verify('again.age')).toMatchObject({
      code: 5,
      err: expect.stringMatching(/again\.age.*wrong-passphrase/),
    });
    writeFileSync(at('cut.age'), readFileSync(at('again.age')).subarray(0, 40));
    expect(await verify('cut.age')).toMatchObject({ code: 6, err: expect.stringContaining('cut.age') });
    execFileSync('age', ['-r', recipient, '-o', at('to-key.age'), at('key.txt')]);
    expect(await verify('to-key.age')).toMatchObject({ code: 5, err: expect.stringContaining('needs-key') });
  });
});

describe('extract', () => {
  it('lays down a valid bag that pack takes again, entry for entry', async () => {
    expect(await cli(['extract', 'key.touchstone', 'out/bag', '-i', 'key.txt'])).toMatchObject({ code: 0 });
    const { files } = checkBagFolder(at('out'));
    expect(files.get('data/documents/' + (readdirSync(at('out/bag/data/documents'))[0] ?? ''))).toEqual(
      readFileSync(join(SAMPLE, 'article.txt')),
    );
    expect(statSync(at('out/bag/data/journal.jsonl')).mode & 0o077).toBe(0);
    const again = ['pack', 'out/bag', '-o', 'again.touchstone', '-r', recipient];
    expect(await cli(again)).toMatchObject({ code: 0 });
    expect(await cli(['extract', 'again.touchstone', 'out2', '-i', 'key.txt'])).toMatchObject({ code: 0 });
    const journal = (name: string) => readFileSync(at(name, 'data/journal.jsonl'), 'utf8');
    expect(journal('out2')).toBe(journal('out/bag'));
  });

  it('does not write into a folder with something in it', async () => {
    mkdirSync(at('full'));
    writeFileSync(at('full', 'mine.txt'), 'mine');
    expect(await cli(['extract', 'key.touchstone', 'full', '-i', 'key.txt'])).toMatchObject({ code: 4 });
    expect(readdirSync(at('full'))).toEqual(['mine.txt']);
  });

  it('of an altered file writes nothing', async () => {
    const bytes = readFileSync(at('key.touchstone'));
    bytes[bytes.length - 100] = (bytes[bytes.length - 100] ?? 0) ^ 1;
    writeFileSync(at('altered.touchstone'), bytes);
    const { code, err } = await cli(['extract', 'altered.touchstone', 'nothing', '-i', 'key.txt']);
    expect([code, err]).toEqual([6, expect.stringMatching(/damaged.*age-payload-damaged/)]);
    expect(existsSync(at('nothing'))).toBe(false);
  });
});

describe('a place for a new file', () => {
  const pack = (output: string) => cli(['pack', 'own', '-o', output, '-r', recipient]);

  it('is refused when something stands there that is no project file, and that stays as it was', async () => {
    cpSync(SAMPLE, at('own'), { recursive: true });
    execFileSync('mkfifo', [at('pipe')]);
    const article = readFileSync(at('own/article.txt'));
    expect(await pack('own/article.txt')).toMatchObject({
      code: 4,
      err: expect.stringContaining('not written over'),
    });
    expect(readFileSync(at('own/article.txt'))).toEqual(article);
    expect(await pack('pipe')).toMatchObject({ code: 4, err: expect.stringContaining('no ordinary file') });
    expect(statSync(at('pipe')).isFIFO()).toBe(true);
    expect(await pack('own')).toMatchObject({ code: 4, err: expect.stringContaining('a folder') });
    const merge = ['merge', 'key.touchstone', 'key.touchstone', '-o', 'key.txt', '-i', 'key.txt'];
    expect(await cli([...merge, '-r', recipient])).toMatchObject({ code: 4 });
    expect(readFileSync(at('key.txt'), 'utf8')).toContain('AGE-SECRET-KEY-');
  });

  it('may hold an older project file, or the empty file of mktemp', async () => {
    writeFileSync(at('empty'), '');
    expect(await pack('empty')).toMatchObject({ code: 0 });
    expect(await pack('empty')).toMatchObject({ code: 0 });
  });
});

describe('a title out of a file', () => {
  it('stays on its line of the terminal and does not turn it round', async () => {
    cpSync(SAMPLE, at('turned'), { recursive: true });
    const made = JSON.parse(readFileSync(at('turned/case.json'), 'utf8'));
    writeFileSync(
      at('turned/case.json'),
      JSON.stringify({ ...made, title: 'Case \u202edilav :erutangis\u2028\u001b[2J' }),
    );
    await cli(['pack', 'turned', '-o', 'turned.touchstone', '-r', recipient]);
    const { code, out } = await cli(['verify', 'turned.touchstone', '-i', 'key.txt']);
    expect(code).toBe(0);
    expect(out).toContain('dilav :erutangis');
    for (const turning of ['\u202e', '\u2028', '\u001b']) expect(out).not.toContain(turning);
  });
});

describe('pack of an extracted folder', () => {
  it('refuses what was changed in it, with the place', async () => {
    await cli(['extract', 'key.touchstone', 'edited', '-i', 'key.txt']);
    const path = at('edited/data/journal.jsonl');
    writeFileSync(path, readFileSync(path, 'utf8').replace('Deir Ezzor', 'Deir Ezzur'));
    const { code, err } = await cli(['pack', 'edited', '-o', 'edited.touchstone', '-r', recipient]);
    expect([code, err]).toEqual([6, expect.stringMatching(/chain-body-altered/)]);
    expect(existsSync(at('edited.touchstone'))).toBe(false);
  });
});

describe('merge', () => {
  it('joins two copies of one case under the protection of the first', async () => {
    await cli(['extract', 'key.touchstone', 'copy', '-i', 'key.txt']);
    await cli(['pack', 'copy', '-o', 'copy.touchstone', '--passphrase-file', 'passphrase']);
    const words = ['merge', 'copy.touchstone', 'key.touchstone', '-o', 'merged.touchstone'];
    expect(await cli([...words, '-i', 'key.txt', '--passphrase-file', 'passphrase'])).toMatchObject({
      code: 0,
    });
    const entriesOf = async (name: string, ...secret: string[]) =>
      /(\d+) entries/.exec((await cli(['verify', name, ...secret])).out)?.[1];
    expect(await entriesOf('merged.touchstone', '--passphrase-file', 'passphrase')).toBe(
      await entriesOf('key.touchstone', '-i', 'key.txt'),
    );
  });

  it('asks how its result is to be sealed where the first was sealed to keys', async () => {
    const words = ['merge', 'key.touchstone', 'copy.touchstone', '-o', 'sealed.touchstone'];
    const secrets = ['-i', 'key.txt', '--passphrase-file', 'passphrase'];
    const refused = await cli([...words, ...secrets]);
    expect(refused).toMatchObject({ code: 2, err: expect.stringContaining('sealed to keys') });
    expect(existsSync(at('sealed.touchstone'))).toBe(false);
    expect(await cli([...words, ...secrets, '-r', recipient])).toMatchObject({ code: 0 });
  });

  it('refuses two different cases', async () => {
    await cli(['pack', SAMPLE, '-o', 'other.touchstone', '-r', recipient]);
    const words = [
      'merge',
      'key.touchstone',
      'other.touchstone',
      '-o',
      'x.touchstone',
      '-i',
      'key.txt',
      '-r',
      recipient,
    ];
    expect(await cli(words)).toMatchObject({ code: 6, err: expect.stringContaining('different cases') });
    expect(existsSync(at('x.touchstone'))).toBe(false);
  });
});

describe('a secret that never ends', () => {
  it('is read as far as a secret may go, and refused', async () => {
    const verify = ['verify', 'key.touchstone', '-i'];
    expect(await cli([...verify, '/dev/zero'])).toMatchObject({ code: 3 });
    const sealed = await cli(['verify', 'word.touchstone', '--passphrase-file', '/dev/zero']);
    expect(sealed).toMatchObject({ code: 5, err: expect.stringContaining('wrong-passphrase') });
  });
});

describe('failures', () => {
  it.each([
    ['no file', ['verify', 'none.touchstone', '-i', 'key.txt'], 3, 'does not exist'],
    ['no project file', ['extract', 'key.txt', 'nowhere', '-i', 'key.txt'], 6, 'not-age-file'],
    ['no project file, by its name one', ['verify', 'text.touchstone', '-i', 'key.txt'], 6, 'not-age-file'],
    [
      'a passphrase for a file with a key',
      ['verify', 'key.touchstone', '--passphrase-file', 'passphrase'],
      2,
      '--identity',
    ],
    ['no terminal to ask on', ['verify', 'word2.touchstone'], 2, 'no terminal'],
    [
      'a wrong passphrase',
      ['verify', 'word2.touchstone', '--passphrase-file', 'wrong'],
      5,
      'wrong-passphrase',
    ],
    ['a wrong key', ['verify', 'key.touchstone', '-i', 'stranger.txt'], 5, 'wrong-key'],
    ['a key file that is none', ['verify', 'key.touchstone', '-i', 'passphrase'], 3, 'age-keygen'],
    [
      'a recipient that is none',
      ['pack', SAMPLE, '-o', 'y.touchstone', '-r', 'age1nobody'],
      2,
      'bad-recipient',
    ],
    [
      'a folder that is not there',
      ['pack', SAMPLE, '-o', 'no/y.touchstone', '-r', 'RECIPIENT'],
      4,
      'write-failed',
    ],
    [
      'a passphrase and a key at once',
      ['pack', SAMPLE, '-o', 'y', '-r', 'x', '--passphrase-file', 'p'],
      2,
      'not both',
    ],
    ['a pipe to verify', ['verify', 'pipe'], 3, 'neither a folder nor a file'],
    ['a file to extract into', ['extract', 'key.touchstone', 'key.txt', '-i', 'key.txt'], 4, 'no folder'],
    ['a secret as an argument', ['verify', 'key.touchstone', '--passphrase', 'x'], 2, 'Unknown option'],
  ])('say what is wrong: %s', async (_what, words, exit, hint) => {
    if (!existsSync(at('word2.touchstone'))) {
      await cli(['pack', SAMPLE, '-o', 'word2.touchstone', '--passphrase-file', 'passphrase']);
      writeFileSync(at('wrong'), 'something else\n');
      writeFileSync(at('text.touchstone'), 'no project file\n');
      execFileSync('age-keygen', ['-o', at('stranger.txt')], { stdio: 'pipe' });
    }
    // setsid: without a controlling terminal, as a build server runs it.
    if (!existsSync(at('pipe'))) execFileSync('mkfifo', [at('pipe')]);
    const args = words.map((word) => (word === 'RECIPIENT' ? recipient : word));
    const ended = await new Promise<Ended>((done) => {
      execFile(
        'setsid',
        ['-w', process.execPath, program, ...args],
        { cwd: folder, env: env() },
        (error, out, err) => done({ code: typeof error?.code === 'number' ? error.code : 0, out, err }),
      );
    });
    expect([ended.code, ended.err]).toEqual([exit, expect.stringContaining(hint)]);
    expect(readdirSync(folder).filter((name) => name.endsWith('.part'))).toEqual([]);
  });
});

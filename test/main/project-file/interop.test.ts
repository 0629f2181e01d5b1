import { execFileSync, spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { checkBagFolder } from './bagit-check.ts';
import {
  archiveOf,
  bagOf,
  evidenceOf,
  freshFolder,
  open,
  projectFile,
  sampleContent,
  verify,
} from './support.ts';

const content = () => sampleContent([evidenceOf(randomBytes(200_000)), evidenceOf(randomBytes(0), 'pdf')]);
const PASSPHRASE = 'six words nobody would ever guess';

type Key = { readonly file: string; readonly identities: string[]; readonly recipient: string };
/** A key pair made by age's own key generator. */
function newKey(): Key {
  const file = join(freshFolder(), 'key.txt');
  execFileSync('age-keygen', ['-o', file], { stdio: 'pipe' });
  const text = readFileSync(file, 'utf8');
  const recipient = /public key: (age1\S+)/.exec(text)?.[1] ?? '';
  return {
    file,
    recipient,
    identities: text.split('\n').filter((line) => line.startsWith('AGE-SECRET-KEY-')),
  };
}

/** Runs age on a terminal of its own and types the passphrase whenever it is asked for. */
const ON_TERMINAL = `
import os, pty, sys
passphrase, args = sys.argv[1].encode(), sys.argv[2:]
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
    if seen.rstrip().endswith(b':'):
        os.write(terminal, passphrase + b'\\n')
        seen = b''
_, status = os.waitpid(pid, 0)
sys.stdout.write(seen.decode(errors='replace'))
sys.exit(os.waitstatus_to_exitcode(status))
`;
function ageOnTerminal(passphrase: string, args: readonly string[]): void {
  const { status, stdout, stderr } = spawnSync('python3', ['-c', ON_TERMINAL, passphrase, 'age', ...args], {
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(`age ${args.join(' ')}: ${stdout}${stderr}`);
}

const unzipped = (zip: string): string => {
  const folder = join(freshFolder(), 'unzipped');
  mkdirSync(folder);
  execFileSync('unzip', ['-q', zip, '-d', folder], { stdio: 'pipe' });
  return folder;
};

let mine: Key;
let theirs: Key;
let stranger: Key;
beforeAll(() => {
  [mine, theirs, stranger] = [newKey(), newKey(), newKey()];
});

describe('what Touchstone writes', () => {
  it('is opened by age with any of the keys it was written to, and by unzip', async () => {
    const path = await projectFile(content(), { recipients: [mine.recipient, theirs.recipient] });
    for (const { file } of [mine, theirs]) {
      const zip = join(freshFolder(), 'case.zip');
      execFileSync('age', ['-d', '-i', file, '-o', zip, path]);
      const { files } = checkBagFolder(unzipped(zip));
      const bag = await bagOf(path, { identities: mine.identities });
      expect([...files.keys()].sort()).toEqual([...bag.keys()].sort());
      for (const [name, bytes] of bag) expect(files.get(name)?.equals(bytes), name).toBe(true);
    }
    expect(() => execFileSync('age', ['-d', '-i', stranger.file, path], { stdio: 'pipe' })).toThrow(
      /no identity matched/,
    );
  });

  it('is opened by age with the passphrase typed on a terminal', async () => {
    const path = await projectFile(content(), { passphrase: PASSPHRASE, workFactor: 10 });
    const zip = join(freshFolder(), 'case.zip');
    ageOnTerminal(PASSPHRASE, ['-d', '-o', zip, path]);
    expect(readFileSync(zip).equals(await archiveOf(path, { passphrase: PASSPHRASE }))).toBe(true);
    expect(() => ageOnTerminal('wrong', ['-d', '-o', `${zip}.2`, path])).toThrow(/incorrect passphrase/);
  });

  it('is a sound archive to unzip and to Python', async () => {
    const path = await projectFile(content());
    const zip = join(freshFolder(), 'case.zip');
    writeFileSync(zip, await archiveOf(path));
    expect(execFileSync('unzip', ['-t', zip], { encoding: 'utf8' })).toContain('No errors detected');
    const listing = execFileSync(
      'python3',
      [
        '-c',
        'import sys,zipfile;z=zipfile.ZipFile(sys.argv[1]);print(z.testzip());print(len(z.infolist()))',
        zip,
      ],
      { encoding: 'utf8' },
    );
    expect(listing).toBe('None\n10\n');
  });
});

describe('what age writes', () => {
  it('is opened here with the key', async () => {
    const zip = join(freshFolder(), 'case.zip');
    writeFileSync(zip, await archiveOf(await projectFile(content())));
    const path = join(freshFolder(), 'case.touchstone');
    execFileSync('age', ['-r', theirs.recipient, '-r', mine.recipient, '-o', path, zip]);
    expect(await verify(path, { identities: mine.identities })).toMatchObject({ evidence: { files: 2 } });
    await expect(verify(path, { identities: stranger.identities })).rejects.toMatchObject({
      code: 'wrong-key',
    });
    await expect(verify(path, { passphrase: PASSPHRASE })).rejects.toMatchObject({ code: 'needs-key' });
  });

  it('is opened here with the passphrase', async () => {
    const zip = join(freshFolder(), 'case.zip');
    writeFileSync(zip, await archiveOf(await projectFile(content())));
    const path = join(freshFolder(), 'case.touchstone');
    ageOnTerminal(PASSPHRASE, ['-p', '-o', path, zip]);
    expect(await verify(path, { passphrase: PASSPHRASE })).toMatchObject({ evidence: { files: 2 } });
    await expect(verify(path, { passphrase: 'wrong' })).rejects.toMatchObject({ code: 'wrong-passphrase' });
    await expect(verify(path, { identities: mine.identities })).rejects.toMatchObject({
      code: 'needs-passphrase',
    });
  });

  it('of any length is read anywhere: at, before and behind the borders of its pieces', async () => {
    for (const size of [1, 65_535, 65_536, 65_537, 131_072, 1_048_576, 1_048_577, 3_000_000]) {
      const plain = join(freshFolder(), 'plain');
      writeFileSync(plain, randomBytes(size));
      const path = `${plain}.age`;
      execFileSync('age', ['-r', mine.recipient, '-o', path, plain]);
      // No archive, so it is refused, but for that reason alone: every piece was opened.
      await expect(open(path, { identities: mine.identities })).rejects.toMatchObject({
        code: 'zip-damaged',
      });
    }
  });
});

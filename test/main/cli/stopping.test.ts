import { spawn, spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Entry } from '#core/journal/entry.ts';
import { chainOf, linesOf } from '../../support/project-content.ts';
import { bundled, NODE_PATH } from '../project-file/bundle.ts';
import {
  documentsOf,
  DOCUMENT_ID,
  evidenceOf,
  freshFolder,
  INFO,
  once,
  sampleContent,
  smallCase,
  TEXT,
  write,
} from '../project-file/support.ts';

const folder = freshFolder();
const WORDS = 'correct horse battery';
/** Quick to guess, quick to test. */
const SEALED = { passphrase: WORDS, workFactor: 2 };
const at = (...names: string[]): string => join(folder, ...names);
const options = () => ({ cwd: folder, env: { ...process.env, NODE_PATH } });
const secret = ['--passphrase-file', 'passphrase', '--allow-weak-passphrase'];
let program: string;

beforeAll(async () => {
  program = await bundled('src-main/cli/index.ts', at('build', 'main'));
  writeFileSync(at('passphrase'), WORDS);
  await write(at('big.touchstone'), sampleContent([evidenceOf(randomBytes(96_000_000))]), SEALED);
}, 60_000);

/** Ends a command by a signal as soon as something stands at the place it writes to. */
async function signalled(words: readonly string[], begun: () => boolean, signal: NodeJS.Signals) {
  const child = spawn(process.execPath, [program, ...words], options());
  let err = '';
  child.stderr.on('data', (piece: Buffer) => (err += piece.toString()));
  const watching = setInterval(() => {
    if (!begun()) return;
    clearInterval(watching);
    child.kill(signal);
  }, 1);
  const code = await new Promise<number | null>((resolve) => child.once('close', resolve));
  clearInterval(watching);
  return { code, err };
}

/** The same from a clean start, again when the command had ended before the signal came: a busy machine. */
async function stopped(...[words, begun, signal, clean]: [...Parameters<typeof signalled>, () => void]) {
  for (let tries = 1; ; tries++) {
    clean();
    const outcome = await signalled(words, begun, signal);
    if (outcome.code !== 0 || tries === 10) return outcome;
  }
}

const STOPPED = { code: 1, err: expect.stringContaining('Stopped') };

describe('a command that is stopped', () => {
  it.each(['SIGINT', 'SIGTERM', 'SIGHUP'] as const)(
    'leaves nothing unencrypted behind when extract meets %s',
    async (signal) => {
      const into = at(`out-${signal}`);
      const evidence = join(into, 'data', 'evidence');
      const clean = (): void => {
        rmSync(into, { recursive: true, force: true });
        mkdirSync(into);
      };
      const words = ['extract', 'big.touchstone', into, '--passphrase-file', 'passphrase'];
      const begun = () => existsSync(evidence);
      expect(await stopped(words, begun, signal, clean)).toMatchObject(STOPPED);
      expect(readdirSync(into)).toEqual([]);
    },
  );

  it('leaves no temporary file behind when merge is stopped', async () => {
    const begun = () => readdirSync(folder).some((name) => name.endsWith('.part'));
    const words = ['merge', 'big.touchstone', 'big.touchstone', '-o', 'both.touchstone', ...secret];
    const clean = () => rmSync(at('both.touchstone'), { force: true });
    expect(await stopped(words, begun, 'SIGINT', clean)).toMatchObject(STOPPED);
    expect(readdirSync(folder).filter((name) => name.startsWith('both'))).toEqual([]);
  });
});

const shell = (line: string) =>
  spawnSync('bash', ['-c', `set -o pipefail; ${line}`], {
    ...options(),
    env: { ...options().env, NODE: process.execPath, PROGRAM: program },
    encoding: 'utf8',
  });

describe('standard output that', () => {
  const VERIFY = '"$NODE" "$PROGRAM" verify big.touchstone --passphrase-file passphrase';

  it('nobody reads any more does not end the command in the middle', () => {
    const { status, stderr } = shell(`${VERIFY} | true`);
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  });

  it.skipIf(!existsSync('/dev/full'))('is full (where there is a /dev/full) is said in one line', () => {
    const { status, stderr } = shell(`${VERIFY} > /dev/full`);
    expect({ status, stderr }).toEqual({
      status: 4,
      stderr: expect.stringMatching(/^touchstone: standard output: .*\n$/),
    });
  });

  it('ends before the lines do is no failure', () => {
    const line = JSON.stringify({ id: '1', text: 'The bridge was closed on Monday.' });
    writeFileSync(at('lines.jsonl'), `${line}\n`.repeat(20_000));
    const { status, stderr } = shell('"$NODE" "$PROGRAM" score --jsonl lines.jsonl | head -n 1');
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  });
});

describe('a place that cannot be', () => {
  const run = (...words: string[]) =>
    spawnSync(process.execPath, [program, ...words], { ...options(), encoding: 'utf8' });
  const tooLong = 'x'.repeat(300);

  it.each([
    ['verify', 'passphrase/x'],
    ['report', 'passphrase/x', '-o', 'r.pdf'],
    ['bag', tooLong, '-o', 'r.zip'],
    ['verify', tooLong],
  ])('for reading is said with exit code 3: %s', (...words) => {
    const { status, stderr } = run(...words);
    expect([status, stderr]).toEqual([3, expect.not.stringMatching(/ENOTDIR|ENAMETOOLONG/)]);
  });

  it('for writing is said with exit code 4', () => {
    for (const place of [tooLong, 'passphrase/x'])
      expect(run('merge', 'big.touchstone', 'big.touchstone', '-o', place, ...secret).status).toBe(4);
  });
});

describe('a report of a file that still holds what a purge in it erases', () => {
  const WORD = 'heron-at-the-bridge';
  const purged = (): Entry[] => {
    const [title, document] = smallCase([], 0);
    if (!title || !document) throw new Error('The small case has no document.');
    const claim = { entity: 'claim', entityId: 'c', op: 'create' } as const;
    const [, , written] = chainOf(1, [title, document, { ...claim, patch: { ref: 'C-1', statement: WORD } }]);
    const { actor, seq } = written?.header ?? { actor: '', seq: 0 };
    const purge = {
      what: 'item',
      places: [[actor, seq, seq]],
      targets: [['claim', 'c', null]],
      restated: [],
    };
    return chainOf(1, [
      title,
      document,
      { ...claim, patch: { ref: 'C-1', statement: WORD } },
      { entity: 'purge', entityId: 'p', op: 'create', patch: purge },
    ]);
  };

  it('does not bring it back', async () => {
    const content = {
      info: INFO,
      journal: once(linesOf(purged())),
      documents: documentsOf({ [DOCUMENT_ID]: TEXT }),
      evidence: [],
      sign: null,
    };
    await write(at('kept.touchstone'), content, SEALED);
    const words = ['verify', 'table.csv', '--case', 'kept.touchstone', '--passphrase-file', 'passphrase'];
    writeFileSync(at('table.csv'), `Reference,Statement\nC-1,${WORD}\n`);
    const { stdout } = spawnSync(process.execPath, [program, ...words], { ...options(), encoding: 'utf8' });
    expect(stdout).toContain('not in the case: C-1');
  });
});

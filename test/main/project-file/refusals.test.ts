import { execFileSync } from 'node:child_process';
import { createHash, randomBytes, randomInt } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { FAULT_CODES, wordsForFault } from '#core/exchange/project-file/faults.ts';
import { VaultError } from '#main/vault/vault-error.ts';
import { newJobId, someFile } from '../vault/support.ts';
import { freshFolder, PASSPHRASE } from './support.ts';
import { caseWith, save, target } from './vault-case.ts';
import { flipped } from './hostile.ts';

type Secret = Parameters<Awaited<ReturnType<typeof caseWith>>['vault']['openFile']>[0]['secret'];

const MOST_SECONDS = 3;

describe('what does not open', () => {
  it(`is told apart in words, each within ${MOST_SECONDS} seconds of a core at work factor 18`, async () => {
    const { vault, blob } = await caseWith(1000);
    const [sealed, keyed] = [target(), target()];
    const protection = { passphrase: 'right', workFactor: 18 };
    await save(vault, sealed, blob, { protection });
    const keygen = (): string =>
      execFileSync('age-keygen', { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
    const secretOf = (text: string): string => /AGE-SECRET-KEY-\S+/.exec(text)?.[0] ?? '';
    const recipient = /public key: (\S+)/.exec(keygen())?.[1] ?? '';
    await save(vault, keyed, blob, { protection: { recipients: [recipient] } });
    const words: string[] = [];
    const refusals: ReadonlyArray<readonly [path: string, secret: Secret, code: string]> = [
      [sealed, { passphrase: 'wrong' }, 'wrong-passphrase'],
      [keyed, { identities: [secretOf(keygen())] }, 'wrong-key'],
      [someFile(randomBytes(5000), 'x.touchstone'), { passphrase: 'right' }, 'not-age-file'],
    ];
    for (const [path, secret, code] of refusals) {
      // Time of the processor, not of the clock: other programs must not decide.
      const before = process.cpuUsage();
      const failed = await vault
        .openFile({ jobId: newJobId(), path, secret })
        .catch((error: unknown) => error);
      const { user, system } = process.cpuUsage(before);
      expect(failed).toMatchObject({ name: 'VaultError', code });
      expect((user + system) / 1e6).toBeLessThan(MOST_SECONDS);
      words.push(wordsForFault(FAULT_CODES.find((one) => one === code) ?? 'file-missing', null));
    }
    expect(new Set(words).size).toBe(3);
  });
});

/** Names and content of all files below a folder. */
function everything(folder: string): Record<string, string> {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  );
  return Object.fromEntries(
    files.map(({ parentPath, name }) => {
      const path = join(parentPath, name);
      return [path, createHash('sha256').update(readFileSync(path)).digest('hex')];
    }),
  );
}

describe('what the vault holds', () => {
  it('is untouched by files that are refused, though a case is open and they are of it', async () => {
    const { vault, folder, blob } = await caseWith(200_000);
    const path = target();
    await save(vault, path, blob);
    const sound = readFileSync(path);
    const before = everything(folder);
    const hostile = join(freshFolder(), 'hostile.touchstone');
    const mutated = (at: number): Buffer => {
      if (at % 3 === 0) return sound.subarray(0, randomInt(sound.length));
      if (at % 3 === 1) return flipped(sound, randomInt(sound.length), at % 8);
      const [from, to] = [randomInt(sound.length - 1000), randomInt(sound.length - 1000)];
      const swapped = Buffer.from(sound);
      sound.copy(swapped, to, from, from + 1000);
      return from === to ? sound.subarray(1) : swapped;
    };
    for (let at = 0; at < 300; at++) {
      writeFileSync(hostile, mutated(at));
      const opened = vault.openFile({ jobId: newJobId(), path: hostile, secret: PASSPHRASE });
      const failed = await opened.catch((error: unknown) => error);
      expect(FAULT_CODES).toContain(failed instanceof VaultError ? failed.code : failed);
    }
    expect(everything(folder)).toEqual(before);
  }, 120_000);
});

import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { EvidenceSource } from '#main/vault/project-file/write-bag.ts';
import { crc32 } from '#main/vault/sealed/crc32.ts';
import { killSaves } from '../main/project-file/killed-saves.ts';
import { chainOf, linesOf } from '../support/project-content.ts';
import {
  evidenceOf,
  freshFolder,
  once,
  sampleContent,
  smallCase,
  verify,
  write,
} from '../main/project-file/support.ts';

/** Killed saves; `PROJECT_FILE_KILLS` takes more or fewer. */
const KILLS = Number(process.env['PROJECT_FILE_KILLS'] ?? 2000);
const MIB = 1024 * 1024;
const HOUR = 3_600_000;

/** Evidence of many megabytes that is never held: every piece differs. */
async function longEvidence(megabytes: number): Promise<EvidenceSource> {
  const pieces = async function* (): AsyncGenerator<Uint8Array> {
    for (let at = 0; at < megabytes; at++) {
      const piece = Buffer.alloc(MIB);
      for (let word = 0; word < MIB; word += 4)
        piece.writeUInt32LE(((at + 1) * 2_654_435_761 + word) >>> 0, word);
      yield piece;
    }
  };
  const hash = createHash('sha256');
  let crc = 0;
  for await (const piece of pieces()) {
    hash.update(piece);
    crc = crc32(piece, crc);
  }
  return { sha256: hash.digest('hex'), crc32: crc, size: megabytes * MIB, ext: 'mp4', read: pieces };
}

describe('project files, soaked', () => {
  it(`are whole after ${KILLS} killed saves`, { timeout: HOUR }, async () => {
    const { titles } = await killSaves(KILLS);
    expect(titles.filter((title) => title !== 'old' && title !== 'new')).toEqual([]);
  });

  it('of more than 4 GiB are read back here, by age and by unzip', { timeout: HOUR }, async () => {
    const evidence = [await longEvidence(4200), evidenceOf(Buffer.from('behind the border'), 'txt')];
    const path = join(freshFolder(), 'case.touchstone');
    await write(path, sampleContent(evidence), { passphrase: 'long', workFactor: 2 });
    expect(await verify(path, { passphrase: 'long' })).toMatchObject({ evidence: { files: 2 } });
    const key = join(freshFolder(), 'key.txt');
    execFileSync('age-keygen', ['-o', key], { stdio: 'pipe' });
    const recipient = execFileSync('age-keygen', ['-y', key], { encoding: 'utf8' }).trim();
    await write(path, sampleContent(evidence), { recipients: [recipient] });
    const zip = `${path}.zip`;
    execFileSync('age', ['-d', '-i', key, '-o', zip, path]);
    expect(execFileSync('unzip', ['-tq', zip], { encoding: 'utf8' })).toContain('No errors detected');
  });

  it('of more than 65,535 files are read back', { timeout: HOUR }, async () => {
    const evidence = Array.from({ length: 70_000 }, (_, at) => evidenceOf(Buffer.from(String(at)), 'txt'));
    const path = join(freshFolder(), 'case.touchstone');
    const content = { ...sampleContent(evidence), journal: once(linesOf(chainOf(1, smallCase(evidence)))) };
    await write(path, content);
    expect(await verify(path)).toMatchObject({ evidence: { files: 70_000 } });
  });
});

import { readFileSync, writeSync } from 'node:fs';
import { realDisk } from '#main/vault/files/disk.ts';
import { writeProjectFile } from '#main/vault/project-file/write-file.ts';
import { crc32 } from '#main/vault/sealed/crc32.ts';
import { sha256 } from '#main/vault/project-file/hashing.ts';
import type { CaseFileInput } from '#core/exchange/project-file/case-file.ts';

/*
 * A program to be killed: saves a project file when a line comes in, and says every step of the
 * way in a line of its own. Arguments: where to save, a folder with what to save.
 */

const [path = '', folder = ''] = process.argv.slice(2);
const say = (line: string): void => void writeSync(1, `${line}\n`);

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}

async function* pieces(bytes: Buffer): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += 65_536) yield bytes.subarray(at, at + 65_536);
}

async function save(): Promise<void> {
  const info: CaseFileInput = JSON.parse(readFileSync(`${folder}/info.json`, 'utf8'));
  const photo = readFileSync(`${folder}/photo`);
  const measured = { sha256: sha256(photo), crc32: crc32(photo), size: photo.length, ext: 'jpg' };
  const text = {
    id: readFileSync(`${folder}/text-id`, 'utf8'),
    read: () => once(readFileSync(`${folder}/text`)),
  };
  const documents = (async function* () {
    yield text;
  })();
  await writeProjectFile(realDisk, {
    path,
    protection: { passphrase: readFileSync(`${folder}/passphrase`, 'utf8'), workFactor: 2 },
    content: {
      info,
      journal: once(readFileSync(`${folder}/journal`)),
      documents,
      evidence: [{ ...measured, read: () => pieces(photo) }],
      sign: null,
    },
    expected: 0,
    signal: new AbortController().signal,
    onProgress: ({ phase, done }) => say(`${phase} ${done}`),
  });
  say('saved');
}

process.stdin.once('data', () => {
  void save().then(() => process.exit(0));
});
say('ready');

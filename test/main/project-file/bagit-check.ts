import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/*
 * A check of bags written from RFC 8493 alone; it shares no code with the program. Numbers in
 * brackets are sections of the RFC.
 */

export type CheckedFolder = { readonly files: ReadonlyMap<string, Buffer> };

const fail = (why: string): never => {
  throw new Error(`No valid bag: ${why}`);
};

function filesUnder(folder: string, under = ''): string[] {
  return readdirSync(join(folder, under), { withFileTypes: true }).flatMap((entry) => {
    const path = under === '' ? entry.name : `${under}/${entry.name}`;
    return entry.isDirectory() ? filesUnder(folder, path) : [path];
  });
}

/** [2.1.3] checksum, white space, path; CR, LF and % of a path stand percent-encoded. */
function manifestOf(bag: string, name: string): Map<string, string> {
  const listed = new Map<string, string>();
  for (const line of readFileSync(join(bag, name), 'utf8')
    .split(/\r\n|\r|\n/)
    .filter(Boolean)) {
    const [, sum = '', path = ''] =
      /^(\S+)\s+(.+)$/.exec(line) ?? fail(`${name} has a line that is no entry`);
    const plain = path.replace(/%(0[AaDd]|25)/g, (code) => decodeURIComponent(code));
    if (listed.has(plain)) fail(`${name} lists ${plain} twice`);
    listed.set(plain, sum.toLowerCase());
  }
  return listed;
}

function checkSums(bag: string, listed: ReadonlyMap<string, string>): void {
  for (const [path, sum] of listed) {
    if (!existsSync(join(bag, path))) fail(`${path} is listed and not there`);
    const found = createHash('sha256')
      .update(readFileSync(join(bag, path)))
      .digest('hex');
    if (found !== sum) fail(`${path} has another checksum`);
  }
}

/** Checks the one bag in a folder [3: complete and valid]; gives its files by path. */
export function checkBagFolder(folder: string): CheckedFolder {
  const [name, ...others] = readdirSync(folder);
  if (!name || others.length > 0) return fail('there must be one folder at the top [4.1: serialization]');
  const bag = join(folder, name);
  // [2.1.1]
  const declaration = readFileSync(join(bag, 'bagit.txt'), 'utf8');
  if (!/^BagIt-Version: 1\.0\r?\nTag-File-Character-Encoding: UTF-8(\r?\n)?$/.test(declaration))
    fail('bagit.txt');
  const files = filesUnder(bag);
  const payload = files.filter((path) => path.startsWith('data/'));
  // [2.1.3] every payload file in every payload manifest, and nothing else
  const manifest = manifestOf(bag, 'manifest-sha256.txt');
  for (const path of payload) if (!manifest.has(path)) fail(`${path} is not listed`);
  for (const path of manifest.keys()) if (!path.startsWith('data/')) fail(`${path} is no payload`);
  checkSums(bag, manifest);
  // [2.2.1] tag files, but for tag manifests themselves
  const tags = manifestOf(bag, 'tagmanifest-sha256.txt');
  for (const path of ['bagit.txt', 'manifest-sha256.txt'])
    if (!tags.has(path)) fail(`${path} is in no tag manifest`);
  for (const path of tags.keys())
    if (path.startsWith('data/') || path.startsWith('tagmanifest-')) fail(`${path} is no tag file`);
  checkSums(bag, tags);
  // [2.2.2] Payload-Oxum: bytes and files of the payload
  const info = readFileSync(join(bag, 'bag-info.txt'), 'utf8');
  const oxum = /^Payload-Oxum:\s*(\d+)\.(\d+)\s*$/m.exec(info);
  const bytes = payload.reduce((sum, path) => sum + readFileSync(join(bag, path)).length, 0);
  if (oxum && (Number(oxum[1]) !== bytes || Number(oxum[2]) !== payload.length)) fail('Payload-Oxum');
  return { files: new Map(files.map((path) => [path, readFileSync(join(bag, path))])) };
}

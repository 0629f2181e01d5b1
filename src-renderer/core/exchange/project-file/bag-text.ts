import { ProjectFileFault } from './faults.ts';

/** One file of a manifest. */
export type Listed = { readonly path: string; readonly sha256: string };

/** `bagit.txt` (RFC 8493, section 2.1.1). */
export const DECLARATION = 'BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n';

/** A manifest's text, in the order given (RFC 8493, section 2.1.3). */
export const manifestText = (files: readonly Listed[]): string =>
  files.map(({ path, sha256 }) => `${sha256}  ${path}\n`).join('');

/** `bag-info.txt` (RFC 8493, section 2.2.2). Values must hold no line break. */
export function bagInfoText(info: {
  readonly software: string;
  readonly date: string;
  readonly caseId: string;
  readonly bytes: number;
  readonly files: number;
  /** What has to be said of single files, a line each. */
  readonly descriptions?: readonly string[];
}): string {
  return [
    `Bag-Software-Agent: ${info.software}`,
    `Bagging-Date: ${info.date}`,
    `External-Identifier: ${info.caseId}`,
    ...(info.descriptions ?? []).map((line) => `External-Description: ${line}`),
    `Payload-Oxum: ${info.bytes}.${info.files}`,
    '',
  ].join('\n');
}

/** Checks `bagit.txt`. Throws `bag-bad-declaration`. */
export function checkDeclaration(text: string): void {
  const lines = text.replace(/\r\n?/g, '\n').replace(/\n$/, '').split('\n');
  const wanted = DECLARATION.trimEnd().split('\n');
  if (lines.length === wanted.length && lines.every((line, at) => line === wanted[at])) return;
  throw new ProjectFileFault('bag-bad-declaration', 'bagit.txt');
}

/** RFC 8493, 2.1.3: only line breaks and the percent sign itself stand encoded. */
const decodePath = (path: string): string =>
  path.replace(/%0A/gi, '\n').replace(/%0D/gi, '\r').replace(/%25/g, '%');

/** The files a manifest names, with their checksums. Throws `bag-bad-manifest`. */
export function parseManifest(text: string, name: string): Map<string, string> {
  const files = new Map<string, string>();
  const lines = text.split(/\r\n|\r|\n/);
  if (lines.at(-1) === '') lines.pop();
  for (const [at, line] of lines.entries()) {
    const match = /^([0-9A-Fa-f]{64})[ \t]+\*?(\S.*)$/.exec(line);
    const path = match?.[2] === undefined ? '' : decodePath(match[2]);
    if (!match?.[1] || files.has(path)) {
      throw new ProjectFileFault('bag-bad-manifest', `${name}, line ${at + 1}`);
    }
    files.set(path, match[1].toLowerCase());
  }
  return files;
}

/** Bytes and files of the payload as `bag-info.txt` says, or null when it does not. */
export function payloadOxum(text: string): { readonly bytes: number; readonly files: number } | null {
  const match = /^Payload-Oxum:[ \t]*(\d{1,15})\.(\d{1,10})[ \t]*$/m.exec(text.replace(/\r\n?/g, '\n'));
  return match ? { bytes: Number(match[1]), files: Number(match[2]) } : null;
}

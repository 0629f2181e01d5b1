import { randomBytes } from 'node:crypto';
import { readdirSync, utimesSync, writeFileSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import { describe, expect, it } from 'vitest';
import { takeDocument, takeJournal } from '#main/vault/project-file/take.ts';
import { chainOf, linesOf } from '../../support/project-content.ts';
import {
  DOCUMENT_ID,
  evidenceOf,
  INFO,
  open,
  projectFile,
  sampleContent,
  smallCase,
  TEXT,
  verify,
  write,
} from './support.ts';

describe('a project file', () => {
  it('gives back what went in', async () => {
    const evidence = [0, 1, 65_536, 3_000_000].map((size) => evidenceOf(randomBytes(size)));
    const path = await projectFile(sampleContent(evidence));
    const opened = await open(path);
    expect(opened.summary).toMatchObject({
      info: INFO,
      signature: 'none',
      entries: 9,
      withheld: 0,
      documents: [DOCUMENT_ID],
      evidence: { files: 4, bytes: 3_065_537 },
      missing: { documents: [], evidence: [] },
    });
    const slices: Buffer[] = [];
    for await (const slice of takeJournal(opened)) slices.push(slice);
    expect(Buffer.concat(slices).toString()).toBe(linesOf(chainOf(1, smallCase(evidence))));
    expect(await takeDocument(opened, DOCUMENT_ID)).toBe(TEXT);
    await opened.close();
  });

  it('removes what a crashed save of it left long ago, and nothing else', async () => {
    const path = await projectFile();
    const part = (name: string) => `${path}${name}.0123456789abcdef.part`;
    const others = [`${path}.x.part`, `${path}.copy`, part('2')];
    for (const name of [part(''), ...others]) {
      writeFileSync(name, 'left');
      utimesSync(name, 0, 0);
    }
    writeFileSync(`${path}.fedcba9876543210.part`, 'being written');
    await write(path, sampleContent());
    const names = [path, `${path}.fedcba9876543210.part`, ...others].map((name) => basename(name));
    expect(readdirSync(dirname(path)).sort()).toEqual(names.sort());
  });

  it('leaves nothing beside itself', async () => {
    const path = await projectFile();
    expect(readdirSync(dirname(path))).toEqual(['case.touchstone']);
    expect(await verify(path)).toMatchObject({ entries: 6 });
  });
});

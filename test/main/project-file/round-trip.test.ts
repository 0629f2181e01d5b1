import { randomBytes } from 'node:crypto';
import { readdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { describe, expect, it } from 'vitest';
import { takeDocument, takeJournal } from '#main/vault/project-file/take.ts';
import {
  chainOf,
  DOCUMENT_ID,
  evidenceOf,
  INFO,
  linesOf,
  open,
  projectFile,
  sampleContent,
  smallCase,
  TEXT,
  verify,
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

  it('leaves nothing beside itself', async () => {
    const path = await projectFile();
    expect(readdirSync(dirname(path))).toEqual(['case.touchstone']);
    expect(await verify(path)).toMatchObject({ entries: 6 });
  });
});

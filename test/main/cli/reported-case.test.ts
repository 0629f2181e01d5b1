import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { withReported } from '#main/cli/reported-case.ts';
import type { Change } from '#core/journal/entry.ts';
import { actorId, chainOf, linesOf } from '../../support/project-content.ts';
import { freshFolder, once, projectFile, sampleContent, smallCase } from '../project-file/support.ts';

describe('the case that the command line reports', () => {
  it('holds nothing that a purge in the same file erases, though another program left it there', async () => {
    const content = smallCase([]);
    const at = content.findIndex(({ entityId }) => entityId === 'c-0') + 1;
    const purge: Change = {
      entity: 'purge',
      entityId: 'p-0',
      op: 'create',
      patch: {
        what: 'item',
        places: [[actorId(1), at, at]],
        targets: [['claim', 'c-0', null]],
        restated: [],
      },
    };
    const journal = once(linesOf(chainOf(1, [...content, purge])));
    const source = await projectFile({ ...sampleContent([]), journal });
    const passphraseFile = join(freshFolder(), 'words.txt');
    writeFileSync(passphraseFile, 'correct horse battery\n');
    const claims = await withReported(
      { source, secrets: { passphraseFile, passphraseFd: null, identities: [] } },
      '2026-01-01',
      async ({ state }) => [...state.claim.keys()],
    );
    expect(claims).toEqual(['c-1', 'c-2']);
  });
});

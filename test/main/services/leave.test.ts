import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Guard } from '#core/ports/finished-file.ts';
import { leave } from '#main/services/export/leave.ts';
import { writeNew } from '#main/services/files/write-whole.ts';
import { checkFile } from '#main/services/leak-check/check-file.ts';
import { leakChecking } from '#main/services/leak-check/checking.ts';
import { ServiceError } from '#main/services/service-error.ts';
import { freshFolder } from '../vault/support.ts';

const GUARD: Guard = {
  needles: [{ itemId: 'nadia', words: 'Nadia al-Khatib' }],
  watched: [{ itemId: 'omar', words: 'Omar Haddad' }],
};
const never = new AbortController().signal;

/** A file of these words, going to `name` in a folder where an older one stands. */
function leaving(words: string, name = 'claims.csv') {
  const folder = freshFolder();
  const path = join(folder, name);
  writeFileSync(path, 'old');
  const make = (temporary: string): Promise<void> => writeNew(temporary, Buffer.from(words));
  return { folder, path, file: { path, make, guard: GUARD } };
}

describe('a file that leaves', () => {
  it('is put in its place when no protected name stands in it, and tells whom it names', async () => {
    const { folder, path, file } = leaving('Said by Omar Haddad.');
    expect(await leave(file, checkFile, never)).toMatchObject({
      path,
      bytes: 20,
      holds: ['omar'],
      unread: [],
    });
    expect(readFileSync(path, 'utf8')).toBe('Said by Omar Haddad.');
    expect(readdirSync(folder)).toEqual(['claims.csv']);
  });

  it('stays out when one does: nothing is written, the older file untouched, the place told', async () => {
    const { folder, path, file } = leaving('Said by NADIA ALKHATIB.');
    const failed = await leave(file, checkFile, never).catch((error: unknown) => error);
    expect(failed).toMatchObject({ code: 'export-leaks' });
    const part = failed instanceof ServiceError ? failed.part : null;
    expect(JSON.parse(part ?? '')).toEqual({ itemId: 'nadia', place: [{ kind: 'text', name: '' }] });
    expect(String(failed)).not.toMatch(/nadia/iu);
    expect(readFileSync(path, 'utf8')).toBe('old');
    expect(readdirSync(folder)).toEqual(['claims.csv']);
  });

  it('may not bear a protected name, though the content may leave', async () => {
    const { folder, file } = leaving('Nobody.', 'nadia al khatib.csv');
    await expect(leave(file, checkFile, never)).rejects.toMatchObject({ code: 'export-leaks' });
    expect(readdirSync(folder)).toEqual(['nadia al khatib.csv']);
  });

  it('stays out when its check cannot be made', async () => {
    const { folder, path, file } = leaving('Nobody.');
    const listeners = new Map<string, (payload: never) => void>();
    const check = leakChecking(() => ({
      postMessage: () => queueMicrotask(() => listeners.get('exit')?.(9 as never)),
      on: (event: string, listener: (payload: never) => void) => void listeners.set(event, listener),
      kill: () => true,
    }));
    await expect(leave(file, check, never)).rejects.toMatchObject({ code: 'not-checked' });
    expect(readFileSync(path, 'utf8')).toBe('old');
    expect(readdirSync(folder)).toEqual(['claims.csv']);
  });

  it('stays out when it is stopped while it is checked, and the check ends', async () => {
    const { path, file } = leaving('Nobody.');
    const stopping = new AbortController();
    let killed = false;
    const check = leakChecking(() => ({
      postMessage: () => stopping.abort(new ServiceError('cancelled', 'The person stopped it')),
      on: () => undefined,
      kill: () => {
        killed = true;
        return true;
      },
    }));
    await expect(leave(file, check, stopping.signal)).rejects.toMatchObject({ code: 'cancelled' });
    expect(killed).toBe(true);
    expect(readFileSync(path, 'utf8')).toBe('old');
  });
});

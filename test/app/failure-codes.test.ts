import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it, vi } from 'vitest';
import { COMMON_ERRORS } from '#contract/method.ts';
import { METHODS } from '#contract/methods.ts';
import { StorageError } from '#core/ports/case-storage.ts';
import { FAILURE_CODES } from '#core/ports/failure-codes.ts';
import { attempt, Failure, failureOf } from '#renderer/app/failures.ts';
import { errors } from '#renderer/i18n/en/errors.ts';
import { ImportError } from '#renderer/importers/import-error.ts';
import { HostError } from '#renderer/platform/host.ts';

const commands = new URL('../../src-renderer/commands/', import.meta.url);
const worded = new Map(Object.entries(errors));

describe('failure codes', () => {
  it('are listed once each and hold every code of the IPC contract', () => {
    expect(new Set(FAILURE_CODES).size).toBe(FAILURE_CODES.length);
    const declared = Object.values(METHODS).flatMap(({ errors: codes }): readonly string[] => codes);
    expect(FAILURE_CODES).toEqual(expect.arrayContaining([...declared, ...COMMON_ERRORS]));
  });

  it.each(FAILURE_CODES)('%s has its words', (code) => {
    expect(worded.get(code)).toMatch(/\w{3}/);
  });

  it('of commands have theirs', () => {
    const sources = readdirSync(commands, { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.ts'))
      .map((file) => readFileSync(new URL(file, commands), 'utf8'))
      .join('\n');
    const refusals = [...sources.matchAll(/refuse\(\s*'([a-z-]+)'/g)].map(([, code = '']) => code);
    expect(refusals.length).toBeGreaterThan(30);
    for (const code of refusals) expect(Object.keys(errors.command)).toContain(code);
  });
});

describe('what was thrown', () => {
  it('keeps its code and detail when it has one', () => {
    expect(failureOf(new HostError('disk-full', ''))).toEqual({ ok: false, code: 'disk-full' });
    expect(failureOf(new ImportError('binary-file', ''))).toEqual({ ok: false, code: 'binary-file' });
    expect(failureOf(new Failure('empty-case', ''))).toEqual({ ok: false, code: 'empty-case' });
    const damaged = new StorageError('damaged', '', { detail: { table: 'rows' } });
    expect(failureOf(damaged)).toEqual({ ok: false, code: 'damaged', detail: { table: 'rows' } });
  });

  it('is logged and called "failed" when it has none that we know', async () => {
    const log = vi.spyOn(console, 'error').mockImplementation(() => undefined);
    expect(failureOf(new Error('bug'))).toEqual({ ok: false, code: 'failed' });
    expect(failureOf(new HostError('never-heard', ''))).toEqual({ ok: false, code: 'failed' });
    expect(await attempt(() => Promise.reject(new Error('bug')))).toEqual({ ok: false, code: 'failed' });
    expect(log).toHaveBeenCalledTimes(3);
    log.mockRestore();
  });
});

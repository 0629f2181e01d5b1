import { describe, expect, it } from 'vitest';
import { installsTheSame } from '../../scripts/lib/lockfile.mjs';

const lock = (packages: Record<string, object>) =>
  JSON.stringify({ name: 'app', lockfileVersion: 3, packages: { '': { name: 'app' }, ...packages } });

const before = lock({ 'node_modules/one': { version: '1.0.0', integrity: 'sha512-a' } });

describe('a lockfile that npm wrote anew', () => {
  it('installs the same when only optional packages of other platforms came in', () => {
    const after = lock({
      'node_modules/one': { version: '1.0.0', integrity: 'sha512-a' },
      'node_modules/one-win32': { version: '1.0.0', optional: true, os: ['win32'] },
    });
    expect(installsTheSame(before, after)).toBe(true);
  });

  it.each([
    ['another version', lock({ 'node_modules/one': { version: '1.0.1', integrity: 'sha512-a' } })],
    ['another hash', lock({ 'node_modules/one': { version: '1.0.0', integrity: 'sha512-b' } })],
    ['a package that is gone', lock({})],
    [
      'a package that is not optional',
      lock({
        'node_modules/one': { version: '1.0.0', integrity: 'sha512-a' },
        'node_modules/two': { version: '1.0.0' },
      }),
    ],
  ])('does not with %s', (_, after) => {
    expect(installsTheSame(before, after)).toBe(false);
  });
});

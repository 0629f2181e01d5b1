import { describe, expect, it } from 'vitest';
import { polyfillsFirst } from '../../scripts/lib/polyfills-first.mjs';

describe('the polyfills of the build', () => {
  const plugin = polyfillsFirst(['src-main/vault/index.ts']);
  const inFront = { code: "import '#renderer/polyfills.ts'; work();", map: null };

  it('come first in every program and worker', () => {
    expect(plugin.transform('work();', '/clone/src-main/vault/index.ts')).toEqual(inFront);
    expect(plugin.transform('work();', 'C:\\clone\\src-main\\vault\\index.ts')).toEqual(inFront);
    expect(plugin.transform('work();', '/clone/a/search.worker.ts?worker_file&type=module')).toEqual(inFront);
  });

  it('leave every other file alone', () => {
    expect(plugin.transform('work();', '/clone/src-main/vault/vault.ts')).toBeNull();
  });
});

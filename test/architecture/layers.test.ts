import { describe, expect, it } from 'vitest';
import { breach } from './layers.ts';
import { filesIn, importsOf } from './sources.ts';

const sources = filesIn(['src-main', 'src-renderer'], ['.ts', '.tsx']);

describe('the layers of DESIGN 2', () => {
  it('are kept by every import', () => {
    const breaches = sources.flatMap((file) =>
      importsOf(file).flatMap((target) => breach(file, target) ?? []),
    );
    expect(breaches).toEqual([]);
  });

  it('are noticed when broken', () => {
    expect(breach('src-renderer/core/model/claim.ts', 'react')).toContain('may not import react');
    expect(breach('src-renderer/core/model/claim.ts', 'src-renderer/storage/db.ts')).not.toBeNull();
    expect(breach('src-renderer/ui/features/claims/list.tsx', 'src-renderer/storage/db.ts')).not.toBeNull();
    expect(breach('src-main/preload/index.ts', 'node:fs')).not.toBeNull();
    expect(breach('src-renderer/somewhere/else.ts', 'react')).toContain('no layer');
    expect(
      importsOf('src-renderer/a/b.ts', "import type { A } from '#core/x.ts';\nimport '../c.css';"),
    ).toEqual(['src-renderer/core/x.ts', 'src-renderer/c.css']);
  });

  it('sees imports at all', () => {
    expect(sources.flatMap((file) => importsOf(file)).length).toBeGreaterThan(100);
  });
});

import type { Release } from '#core/model/release.ts';
import { leavesOf, newRelease } from '#core/release/new-release.ts';
import { leavingCase } from '#core/protection/leaving.ts';
import { recordRelease } from '#renderer/commands/record-release.ts';
import type { CaseWorld } from './case-world.ts';

/** A public report of these claims (null: all), made from the world as it stands now. */
export function releaseOf(
  world: CaseWorld,
  { claimIds = null, holds = [] }: { claimIds?: readonly string[] | null; holds?: readonly string[] } = {},
): Release {
  const leaving = leavingCase(world.state, new Map(), { language: 'en' });
  const seen: Record<string, number> = {};
  for (const { header } of world.entries) seen[header.actor] = header.seq;
  return newRelease(
    leavesOf(leaving, { kind: 'report', audience: 'public', claimIds }),
    { path: '/home/somebody/report.pdf', bytes: 1000, sha256: 'ab'.repeat(32), holds },
    { seen, madeAt: '2015-03-01T12:00:00.000Z' },
  );
}

/** The same, kept with the case under this id. */
export function keepRelease(world: CaseWorld, id: string, how?: Parameters<typeof releaseOf>[1]): void {
  world.run(recordRelease, { id, release: releaseOf(world, how) });
}

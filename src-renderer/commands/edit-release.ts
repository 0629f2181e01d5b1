import type { Release } from '#core/model/release.ts';
import type { Command } from '#core/ports/command.ts';
import { update } from './support/change.ts';
import { find } from './support/find.ts';
import { tidy } from './support/text.ts';

export type EditRelease = {
  readonly releaseId: string;
  readonly fields: Partial<Pick<Release, 'to' | 'note'>>;
};

/** Says whom a release was given to, or notes something on it; what left stays as it was kept. */
export const editRelease: Command<EditRelease> = (state, { releaseId, fields }) => {
  const release = find(state, 'release', releaseId);
  if ('refused' in release) return release;
  return update('release', release, tidy(fields, ['to', 'note']));
};

import type { Release } from '#core/model/release.ts';
import type { Command } from '#core/ports/command.ts';
import { create } from './support/change.ts';

export type RecordRelease = { readonly id?: string; readonly release: Release };

/** Keeps what left: only once the finished file stands where the person wanted it. */
export const recordRelease: Command<RecordRelease> = (_state, { id, release }, context) => [
  create('release', id ?? context.newId(), release),
];

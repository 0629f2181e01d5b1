import type { Note } from '#core/model/claim-parts.ts';
import type { Command } from '#core/ports/command.ts';
import { checkAnchor } from './support/anchors.ts';
import { create } from './support/change.ts';
import { findClaim } from './support/find.ts';
import { refuse } from './support/refuse.ts';

export type AddNote = Pick<Note, 'claimId' | 'kind' | 'text'> & {
  readonly id?: string;
  readonly anchor?: Note['anchor'];
};

/** Adds a note, a calculation or an open question to a claim. */
export const addNote: Command<AddNote> = (state, { id, claimId, kind, text, anchor = null }, context) => {
  const claim = findClaim(state, claimId);
  if ('refused' in claim) return claim;
  if (text.trim() === '') return refuse('text-empty');
  const bad = anchor && checkAnchor(state, anchor);
  return bad || [create('note', id ?? context.newId(), { claimId, kind, text: text.trim(), anchor })];
};

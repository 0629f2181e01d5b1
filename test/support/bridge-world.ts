import { makeClaim } from '#renderer/commands/make-claim.ts';
import { setPassage } from '#renderer/commands/set-passage.ts';
import { addParty } from '#renderer/commands/add-party.ts';
import { anchorOf, CaseWorld } from './case-world.ts';

export const BRIDGE =
  'Mara Lind said the bridge was closed on 3 May. Two lorries had cracked it. The mayor called it a precaution. It will open again soon.';

const CLAIMS = [
  ['closed', 'the bridge was closed on 3 May', { priority: 'must' }],
  ['cracked', 'Two lorries had cracked it', { accuses: true }],
  ['precaution', 'The mayor called it a precaution', { tags: ['quotes'] }],
  ['open', 'It will open again soon', {}],
] as const;

/**
 * A short article with four claims, C-01 to C-04, by the ids `closed`, `cracked`, `precaution` and
 * `open`; the first is said by Mara Lind.
 */
export function bridgeWorld(): CaseWorld {
  const world = new CaseWorld();
  world.document('doc', BRIDGE);
  world.run(addParty, {
    id: 'mara',
    fields: { names: [{ text: 'Mara Lind', script: 'latin', kind: 'name' }], parts: ['speaker'] },
  });
  const rung = {
    partyId: 'mara',
    unnamed: null,
    role: null,
    mode: 'direct',
    basis: [],
    basisNote: null,
  } as const;
  world.run(setPassage, {
    anchor: anchorOf('doc', BRIDGE, 'Mara Lind said the bridge was closed on 3 May.'),
    voice: 'direct',
    ladder: [rung],
  });
  for (const [id, words, fields] of CLAIMS) {
    world.run(makeClaim, { id, anchors: [anchorOf('doc', BRIDGE, words)], fields });
  }
  return world;
}

/** Gives every element a height, without which a virtual list draws no rows. */
export function giveHeights(pixels: number): () => void {
  let owner: object = document.createElement('div');
  while (!Object.hasOwn(owner, 'clientHeight')) owner = Object.getPrototypeOf(owner) as object;
  const held = Object.getOwnPropertyDescriptor(owner, 'clientHeight');
  Object.defineProperty(owner, 'clientHeight', { configurable: true, get: () => pixels });
  return () => {
    if (held) Object.defineProperty(owner, 'clientHeight', held);
  };
}

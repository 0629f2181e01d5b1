import { createHash } from 'node:crypto';
import { journalLine } from '#core/exchange/project-file/journal-line.ts';
import { appendChanges } from '#core/journal/append.ts';
import type { Change, Entry } from '#core/journal/entry.ts';
import { sha256Text } from '#core/journal/hash.ts';

const hex = (number: number, length: number): string => number.toString(16).padStart(length, '0');
/** An actor id; the number decides its place among others. */
export const actorId = (number: number): string => `0190a000-0000-7000-8000-a${hex(number, 11)}`;

/** Entropy that gives the same ids every time. */
function entropy(start: number) {
  let count = start * 1_000_000;
  const salt = () => createHash('sha256').update(String((count += 1)));
  return {
    newId: () => `0190a000-0000-7000-8000-${hex((count += 1), 12)}`,
    random: (length: number) => new Uint8Array(salt().digest().subarray(0, length)),
    now: () => 1_760_000_000_000 + count,
  };
}

/** One actor's chain of these changes. */
export function chainOf(actor: number, changes: readonly Change[]): Entry[] {
  const tip = { actor: actorId(actor), seen: {}, prev: null, at: null };
  return appendChanges(tip, changes, entropy(actor)).entries;
}

/** `data/journal.jsonl` of these entries. */
export const linesOf = (entries: readonly Entry[]): string =>
  entries.map((entry) => `${journalLine(entry)}\n`).join('');

type Blob = { readonly sha256: string; readonly crc32: number; readonly size: number; readonly ext: string };

/** The changes of a small case: one document, its evidence, some claims. */
export function smallCase(
  evidence: readonly Blob[],
  document: { readonly id: string; readonly text: string },
  claims = 3,
): Change[] {
  const create = (entity: Change['entity'], entityId: string, patch: Change['patch']): Change => ({
    entity,
    entityId,
    op: 'create',
    patch,
  });
  const { id, text } = document;
  const measured = { length: text.length, textHash: sha256Text(text) };
  return [
    create('case', 'case', { title: 'Bridge', mode: 'desk', founder: actorId(1) }),
    create('document', id, { ref: 'D-1', title: 'Bridge', ...measured }),
    ...evidence.map(({ sha256, crc32, size, ext }, at) =>
      create('evidence', `e-${at}`, {
        ref: `E-${at + 1}`,
        kind: 'file',
        title: `Photo ${at}`,
        file: { sha256, crc32, size, name: `photo.${ext}`, mediaType: 'image/jpeg', modified: null },
      }),
    ),
    ...Array.from({ length: claims }, (_, at) =>
      create('claim', `c-${at}`, {
        ref: `C-${at + 1}`,
        statement: `The bridge was closed ${at} times – جسر`,
      }),
    ),
  ];
}

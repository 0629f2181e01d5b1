import type { CaseState } from '#core/model/case-state.ts';
import type { Region } from '#core/model/evidence.ts';
import type { Item } from '#core/model/item.ts';
import { masksByFile } from '#core/protection/masks.ts';
import { isOffRecord } from '#core/report/off-record.ts';
import { isQuarantined, useCustody } from '#renderer/state/custody-store.ts';
import { maskedPicture } from './masked-picture.ts';
import type { Parts } from './parts.ts';
import type { OpenedCase } from './session.ts';

/** A small picture under the id of its evidence. */
export type Picture = { readonly name: string; readonly bytes: Uint8Array };

/** Made for reports, by SHA-256 of the file; null where none could be. Gone with the opened case. */
const madeBy = new WeakMap<OpenedCase, Map<string, Uint8Array | null>>();

/** The thumbnail kept since the file was attached; in a case that came as a file, one made now. */
async function smallPicture(
  { makeThumbnail }: Parts,
  opened: OpenedCase,
  { id, file }: Item<'evidence'>,
): Promise<Uint8Array | null> {
  const kept = await opened.desk.open.thumbnail(id);
  if (kept || !file) return kept;
  const made = madeBy.get(opened) ?? new Map<string, Uint8Array | null>();
  madeBy.set(opened, made);
  const held = made.get(file.sha256);
  if (held !== undefined) return held;
  const small = await makeThumbnail(opened.caseId, file);
  made.set(file.sha256, small);
  return small;
}

const masked = (picture: Uint8Array, masks: readonly Region[]): Promise<Uint8Array | null> | Uint8Array =>
  masks.length > 0 ? maskedPicture(picture, masks) : picture;

/**
 * Small pictures by evidence id, masks burned in; what may not be shown does not even leave the
 * window. One after another, so that no more than one picture is held at its full size. Aborting
 * the signal ends it with the signal's reason.
 */
export async function picturesOf(
  parts: Parts,
  opened: OpenedCase,
  state: CaseState,
  signal: AbortSignal,
): Promise<Picture[]> {
  const pictures: Picture[] = [];
  const masksOf = masksByFile(state);
  for (const item of state.evidence.values()) {
    signal.throwIfAborted();
    const unseen = isOffRecord(item) || isQuarantined(useCustody.getState(), item);
    const small = unseen ? null : await smallPicture(parts, opened, item);
    const bytes = small && (await masked(small, masksOf(item)));
    if (bytes) pictures.push({ name: item.id, bytes });
  }
  return pictures;
}

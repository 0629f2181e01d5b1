import type { Session } from './session.ts';

/** JPEG begins with 0xFF (ITU-T T.81, marker SOI), PNG with 0x89. */
const typeOf = (picture: Uint8Array): string => (picture[0] === 0xff ? 'image/jpeg' : 'image/png');

/** Object URL of a stored thumbnail; null when there is none or it cannot be read. */
export async function thumbnailUrl(session: Session, evidenceId: string): Promise<string | null> {
  const opened = session.current;
  if (!opened) return null;
  try {
    const picture = await opened.desk.open.thumbnail(evidenceId);
    // Locked in the meantime: a picture made now would never be taken away.
    return picture && opened === session.current ? opened.urls.make(picture, typeOf(picture)) : null;
  } catch (error) {
    console.error('A thumbnail cannot be read.', error);
    return null;
  }
}

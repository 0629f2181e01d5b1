import type { Session } from './session.ts';

/** Object URL of a stored thumbnail; null when there is none or it cannot be read. */
export async function thumbnailUrl(session: Session, evidenceId: string): Promise<string | null> {
  const opened = session.current;
  if (!opened) return null;
  try {
    const picture = await opened.desk.open.thumbnail(evidenceId);
    // Locked in the meantime: a picture made now would never be taken away.
    return picture && opened === session.current ? opened.urls.make(picture, 'image/png') : null;
  } catch (error) {
    console.error('A thumbnail cannot be read.', error);
    return null;
  }
}

import { v7 as newId } from 'uuid';
import type { Attachable, Done, ImportDetails, ReadArticle } from '#core/ports/workbench.ts';
import { importDocument } from '#renderer/commands/import-document.ts';
import { formatOf } from '#renderer/importers/read-document.ts';
import { readTextBytes } from '#renderer/importers/read-text.ts';
import { readPastedText } from '#renderer/importers/read-pasted.ts';
import type { Host } from '#renderer/platform/host.ts';
import { useCase } from '#renderer/state/case-store.ts';
import { dropJob, putJob } from '#renderer/state/jobs-store.ts';
import { sealFile } from './attaching.ts';
import { attempt, done, Failure } from './failures.ts';
import type { Parts } from './parts.ts';
import type { OpenedCase } from './session.ts';

type Read = { readonly name: string; readonly bytes: Uint8Array };

/** Reads an article; what may take long is shown as a job, which can be stopped. */
async function readBytes({ readPacked }: Parts, { name, bytes }: Read): Promise<ReadArticle> {
  const format = formatOf(name, bytes);
  if (format === 'text') return readTextBytes(name, bytes);
  const id = newId();
  const stop = new AbortController();
  const cancel = (): void => stop.abort(new Failure('cancelled', 'The person stopped the reading.'));
  const tell = (pages: number, total: number): void =>
    putJob({ id, kind: 'article', subject: name, done: pages, total, cancel });
  tell(0, 0);
  try {
    return await readPacked({ format, name, bytes, tell, signal: stop.signal });
  } finally {
    dropJob(id);
  }
}

const readPath = async (parts: Parts, path: string): Promise<ReadArticle> => ({
  ...(await readBytes(parts, await parts.host.call('documents.read', { path }))),
  source: { kind: 'path', path },
});

/** Lets the person choose article files and reads them. */
export const pickArticles = (parts: Parts): Promise<Done<readonly ReadArticle[]>> =>
  attempt(async () => {
    const { paths } = await parts.host.call('documents.pick', {});
    const articles: ReadArticle[] = [];
    for (const path of paths) articles.push(await readPath(parts, path));
    return done(articles);
  });

/** Reads a dropped article file. */
export const readArticle = (parts: Parts, file: File): Promise<Done<ReadArticle>> =>
  attempt(async () => {
    const path = parts.host.pathForFile(file);
    if (path) return done(await readPath(parts, path));
    const bytes = new Uint8Array(await file.arrayBuffer());
    const source: Attachable = { kind: 'bytes', blob: file, name: file.name };
    return done({ ...(await readBytes(parts, { name: file.name, bytes })), source });
  });

/** Reads pasted words; `html` is the formatted form from the clipboard, if any. */
export const readPasted = (text: string, html: string | null): Promise<Done<ReadArticle>> =>
  attempt(async () => done(readPastedText(text, html)));

/** The article's file, sealed to be kept as evidence. Throws `file-changed` when it is not the one that was read. */
async function seal(host: Host, { caseId, settledIn }: OpenedCase, { source, sha256 }: ReadArticle) {
  if (!source) return null;
  // The sweep must not meet a file that the case does not name yet.
  await settledIn;
  const blob = await sealFile(host, caseId, source);
  if (blob.sha256 !== sha256) throw new Failure('file-changed', 'The file changed since it was read.');
  return { id: newId(), blob };
}

/** Adds an article as a document of the open case, and keeps its file if that is wanted. */
export async function importArticle(
  { host, makeThumbnail }: Pick<Parts, 'host' | 'makeThumbnail'>,
  opened: OpenedCase,
  article: ReadArticle,
  { keepFile = false, revisionOf = null, ...details }: ImportDetails,
): Promise<Done<{ documentId: string }>> {
  const id = newId();
  const { text, fileName, encoding, bytes, sha256, pages, author, url, published, language } = article;
  const file = keepFile ? await seal(host, opened, article) : null;
  const thumbnail = file && (await makeThumbnail(opened.caseId, file.blob));
  const result = await opened.desk.run(
    importDocument,
    {
      id,
      text,
      origin: { fileName, encoding, bytes, sha256 },
      pages,
      file,
      revisionOf: revisionOf === null ? null : { id: revisionOf, texts: useCase.getState().texts },
      fields: { ...details, author, url, published, language },
    },
    {
      texts: new Map([[id, text]]),
      ...(file && thumbnail ? { thumbnails: new Map([[file.id, thumbnail]]) } : {}),
    },
  );
  return result.ok ? done({ documentId: id }) : result;
}

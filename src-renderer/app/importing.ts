import { v7 as newId } from 'uuid';
import type { Done, ReadArticle } from '#core/ports/workbench.ts';
import { importDocument } from '#renderer/commands/import-document.ts';
import { readDocumentBytes } from '#renderer/importers/read-document.ts';
import { readPastedText } from '#renderer/importers/read-pasted.ts';
import type { Host } from '#renderer/platform/host.ts';
import type { Desk } from './desk.ts';
import { attempt, done } from './failures.ts';

/** Lets the person choose article files and reads them. */
export const pickArticles = (host: Host): Promise<Done<readonly ReadArticle[]>> =>
  attempt(async () => {
    const { paths } = await host.call('documents.pick', {});
    const articles: ReadArticle[] = [];
    for (const path of paths) {
      const { name, bytes } = await host.call('documents.read', { path });
      articles.push(readDocumentBytes(name, bytes));
    }
    return done(articles);
  });

/** Reads a dropped article file. */
export const readArticle = (host: Host, file: File): Promise<Done<ReadArticle>> =>
  attempt(async () => {
    const path = host.pathForFile(file);
    if (path) {
      const { name, bytes } = await host.call('documents.read', { path });
      return done(readDocumentBytes(name, bytes));
    }
    return done(readDocumentBytes(file.name, new Uint8Array(await file.arrayBuffer())));
  });

/** Reads pasted words; `html` is the formatted form from the clipboard, if any. */
export const readPasted = (text: string, html: string | null): Promise<Done<ReadArticle>> =>
  attempt(async () => done(readPastedText(text, html)));

/** Adds an article as a document of the open case. */
export async function importArticle(
  desk: Desk,
  article: ReadArticle,
  details: { readonly title: string; readonly publisher: string | null },
): Promise<Done<{ documentId: string }>> {
  const id = newId();
  const { text, fileName, encoding, bytes, sha256, author, url, published, language } = article;
  const result = await desk.run(
    importDocument,
    {
      id,
      text,
      origin: { fileName, encoding, bytes, sha256 },
      fields: { ...details, author, url, published, language },
    },
    { texts: new Map([[id, text]]) },
  );
  return result.ok ? done({ documentId: id }) : result;
}

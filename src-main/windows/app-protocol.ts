import { readFile } from 'node:fs/promises';
import { extname, join, normalize, sep } from 'node:path';
import { CONTENT_SECURITY_POLICY } from './content-security-policy.ts';

/** Origin of the window; the only one that may speak to the main process. */
export const APP_ORIGIN = 'app://touchstone';

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ttf': 'font/ttf',
  '.woff2': 'font/woff2',
  '.wasm': 'application/wasm',
};

const HEADERS = {
  'Content-Security-Policy': CONTENT_SECURITY_POLICY,
  'X-Content-Type-Options': 'nosniff',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cache-Control': 'no-store',
};

const notFound = (): Response => new Response('Not found', { status: 404, headers: HEADERS });

function decoded(pathname: string): string | null {
  try {
    return decodeURIComponent(pathname);
  } catch {
    return null;
  }
}

/** File below `folder` that a URL of the app's origin names, or null when it leads outside. */
export function fileOf(folder: string, url: string): string | null {
  const { protocol, host, pathname } = new URL(url);
  if (`${protocol}//${host}` !== APP_ORIGIN) return null;
  const path = decoded(pathname);
  if (path === null || path.includes('\0')) return null;
  const file = normalize(join(folder, path === '/' ? 'index.html' : path));
  return file.startsWith(folder + sep) ? file : null;
}

/** Answers requests of the app's origin from the built window files in `folder`. */
export const appProtocolHandler =
  (folder: string) =>
  async (request: { url: string }): Promise<Response> => {
    const file = fileOf(folder, request.url);
    if (!file) return notFound();
    try {
      const body = await readFile(file);
      const type = TYPES[extname(file)] ?? 'application/octet-stream';
      return new Response(new Uint8Array(body), { headers: { ...HEADERS, 'Content-Type': type } });
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      if (code === 'ENOENT' || code === 'EISDIR') return notFound();
      throw error;
    }
  };

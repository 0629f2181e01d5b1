/** Reads sealed evidence; rejects while locked. */
export type EvidenceSource = {
  stat(caseId: string, sha256: string): Promise<{ size: number }>;
  read(caseId: string, sha256: string, start: number, end: number): Promise<Uint8Array>;
};

/** Largest part decrypted at a time. */
const PART = 1024 * 1024;

/** Types that the page may be given by name; everything else is bytes. */
const SAFE_TYPE =
  /^(image\/(jpeg|png|gif|webp|avif|bmp)|video\/(mp4|webm|quicktime|ogg)|audio\/(mpeg|mp4|ogg|wav|flac|webm))$/;

const HEADERS = {
  'X-Content-Type-Options': 'nosniff',
  'Content-Security-Policy': "default-src 'none'; sandbox",
  'Cache-Control': 'no-store',
  'Access-Control-Allow-Origin': 'app://touchstone',
  'Cross-Origin-Resource-Policy': 'cross-origin',
  'Accept-Ranges': 'bytes',
};

const refuse = (status: number): Response => new Response(null, { status, headers: HEADERS });

/** First and last byte (inclusive) that a Range header asks for, null for one that cannot be met. */
export function rangeOf(header: string | null, size: number): { first: number; last: number } | null {
  if (header === null) return { first: 0, last: size - 1 };
  const match = /^bytes=(\d*)-(\d*)$/.exec(header);
  if (!match || (match[1] === '' && match[2] === '')) return null;
  const first = match[1] === '' ? Math.max(0, size - Number(match[2])) : Number(match[1]);
  const last = match[1] === '' || match[2] === '' ? size - 1 : Math.min(Number(match[2]), size - 1);
  return first <= last && first < size ? { first, last } : null;
}

function stream(source: EvidenceSource, caseId: string, sha256: string, first: number, last: number) {
  let at = first;
  return new ReadableStream<Uint8Array>({
    async pull(controller) {
      if (at > last) return controller.close();
      const end = Math.min(at + PART, last + 1);
      controller.enqueue(await source.read(caseId, sha256, at, end));
      at = end;
    },
  });
}

/** Answers `evidence://CASE/SHA256?type=…`, whole or in ranges, decrypting only what is asked for. */
export const evidenceProtocolHandler =
  (source: EvidenceSource) =>
  async (request: {
    method: string;
    url: string;
    headers: { get(name: string): string | null };
  }): Promise<Response> => {
    if (request.method !== 'GET') return refuse(405);
    const { host, pathname, searchParams } = new URL(request.url);
    const sha256 = pathname.slice(1);
    if (!/^[0-9a-f-]{36}$/.test(host) || !/^[0-9a-f]{64}$/.test(sha256)) return refuse(404);
    try {
      const { size } = await source.stat(host, sha256);
      const asked = request.headers.get('range');
      const range = size === 0 && asked === null ? { first: 0, last: -1 } : rangeOf(asked, size);
      if (!range) return refuse(416);
      const type = searchParams.get('type') ?? '';
      const headers = new Headers({
        ...HEADERS,
        'Content-Type': SAFE_TYPE.test(type) ? type : 'application/octet-stream',
        'Content-Length': String(range.last - range.first + 1),
      });
      if (asked !== null) headers.set('Content-Range', `bytes ${range.first}-${range.last}/${size}`);
      const body = stream(source, host, sha256, range.first, range.last);
      return new Response(body, { status: asked === null ? 200 : 206, headers });
    } catch (error) {
      const code = error instanceof Error && 'code' in error ? String(error.code) : 'failed';
      if (code !== 'locked') console.error(`Evidence could not be shown: ${code}`);
      return refuse(404);
    }
  };

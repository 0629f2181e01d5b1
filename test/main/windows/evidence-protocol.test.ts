import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { evidenceProtocolHandler, rangeOf } from '#main/windows/evidence-protocol.ts';
import { CASE, makeCase, newJobId, someBytes, someFile } from '../vault/support.ts';

const SIZE = 300_000;
const plain = someBytes(SIZE);

async function makeProtocol(content: Uint8Array = plain) {
  const { vault } = await makeCase();
  const { sha256 } = await vault.store({ caseId: CASE, jobId: newJobId(), path: someFile(content) });
  const handle = evidenceProtocolHandler({
    stat: (caseId, sha256) => vault.stat({ caseId, sha256 }),
    read: async (caseId, sha256, start, end) => (await vault.read({ caseId, sha256, start, end })).bytes,
  });
  const get = (query = '', range?: string, method = 'GET') =>
    handle({
      method,
      url: `evidence://${CASE}/${sha256}${query}`,
      headers: new Headers(range ? { range } : {}),
    });
  return { vault, handle, get };
}

const bodyOf = async (response: Response): Promise<Buffer> => Buffer.from(await response.arrayBuffer());

describe('evidence://', () => {
  it('answers the whole content', async () => {
    const { get } = await makeProtocol();
    const response = await get();
    expect(response.status).toBe(200);
    expect(response.headers.get('content-length')).toBe(String(SIZE));
    expect((await bodyOf(response)).equals(plain)).toBe(true);
  });

  it('answers an empty file', async () => {
    const { get } = await makeProtocol(new Uint8Array());
    const response = await get();
    expect([response.status, (await bodyOf(response)).length]).toEqual([200, 0]);
  });

  it.each([
    ['bytes=0-0', 0, 1],
    ['bytes=65530-65540', 65_530, 65_541],
    ['bytes=299990-', 299_990, SIZE],
    ['bytes=-10', SIZE - 10, SIZE],
    ['bytes=100-9999999', 100, SIZE],
  ])('answers the range %s', async (range, start, end) => {
    const { get } = await makeProtocol();
    const response = await get('', range);
    expect(response.status).toBe(206);
    expect(response.headers.get('content-range')).toBe(`bytes ${start}-${end - 1}/${SIZE}`);
    expect((await bodyOf(response)).equals(plain.subarray(start, end))).toBe(true);
  });

  it.each(['bytes=300000-', 'bytes=5-4', 'bytes=-0', 'bytes=-', 'items=1-2'])(
    'refuses the range %s',
    async (range) => {
      const { get } = await makeProtocol();
      expect((await get('', range)).status).toBe(416);
    },
  );

  it('never answers a range outside the content', () => {
    const isWithin = (header: string, size: number): boolean => {
      const range = rangeOf(`bytes=${header}`, size);
      return range === null || (range.first >= 0 && range.first <= range.last && range.last < size);
    };
    const header = fc.stringMatching(/^[0-9]{0,4}-[0-9]{0,4}$/);
    expect(fc.check(fc.property(fc.oneof(header, fc.string()), fc.nat(1000), isWithin)).failed).toBe(false);
  });

  it('gives pictures, sound and video their type; everything else is bytes that nothing runs', async () => {
    const { get } = await makeProtocol();
    const typeOf = async (type: string) =>
      (await get(`?type=${encodeURIComponent(type)}`)).headers.get('content-type');
    expect(await typeOf('image/png')).toBe('image/png');
    expect(await typeOf('video/mp4')).toBe('video/mp4');
    for (const type of [
      'text/html',
      'image/svg+xml',
      'application/pdf',
      'text/javascript',
      'image/png, text/html',
    ])
      expect(await typeOf(type)).toBe('application/octet-stream');
    const { headers } = await get('?type=text/html');
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('content-security-policy')).toContain('sandbox');
    expect(headers.get('cache-control')).toBe('no-store');
  });

  it('answers only while the case is unlocked', async () => {
    const { vault, get } = await makeProtocol();
    await vault.lock(null);
    const response = await get();
    expect([response.status, (await bodyOf(response)).length]).toEqual([404, 0]);
  });

  it('answers nothing but sealed files of a case', async () => {
    const { handle } = await makeProtocol();
    const urls = [`evidence://${CASE}/keyring.json`, `evidence://${CASE}/../keyring.json`, 'evidence://x/y'];
    for (const url of [...urls, `evidence://${CASE}/${'0'.repeat(64)}`])
      expect((await handle({ method: 'GET', url, headers: new Headers() })).status).toBe(404);
  });

  it('is for reading only', async () => {
    const { get } = await makeProtocol();
    expect((await get('', undefined, 'POST')).status).toBe(405);
  });
});

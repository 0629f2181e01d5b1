import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isPdf, sealPdf, verifyPdf } from '#core/exchange/pdf-seal/pdf-seal.ts';
import { sha256Parts } from '#core/text/sha256-bytes.ts';

const bytesOf = (text: string): Uint8Array => Buffer.from(text, 'latin1');
const PDF = bytesOf(
  `%PDF-1.7\n%%%%touch\n${'1 0 obj\n<<>>\nendobj\n'.repeat(20)}trailer\n<<>>\nstartxref\n409\n%%EOF\n`,
);
const sealed = sealPdf(PDF, sha256Parts);
const verdict = (pdf: Uint8Array) => verifyPdf(pdf, sha256Parts).seal;

describe('a PDF with a fingerprint of its own', () => {
  it('is the same PDF with one comment line before its end', () => {
    expect(isPdf(sealed)).toBe(true);
    const text = Buffer.from(sealed).toString('latin1');
    expect(text.replace(/%touchstone-sha256 [0-9a-f]{64}\n/u, '')).toBe(Buffer.from(PDF).toString('latin1'));
    expect(text).toMatch(/\n%touchstone-sha256 [0-9a-f]{64}\nstartxref\n409\n%%EOF\n$/u);
    expect(verifyPdf(sealed, sha256Parts)).toEqual({ seal: 'same', fingerprint: sha256Parts([PDF]) });
  });

  it('is found altered after any byte of it is another', () => {
    fc.assert(
      fc.property(fc.nat(sealed.length - 1), fc.integer({ min: 1, max: 255 }), (at, by) => {
        const changed = Uint8Array.from(sealed);
        changed[at] = (changed[at] ?? 0) ^ by;
        expect(verdict(changed)).not.toBe('same');
      }),
      { numRuns: 1000 },
    );
  });

  it('is found altered when something is added, cut off or the end written again', () => {
    const update = bytesOf('2 0 obj\n<<>>\nendobj\nstartxref\n500\n%%EOF\n');
    expect(verdict(Buffer.concat([sealed, update]))).toBe('altered');
    expect(verdict(Buffer.concat([sealed, bytesOf(' ')]))).toBe('altered');
    expect(verdict(sealed.subarray(0, sealed.length - 3))).toBe('altered');
    expect(verdict(sealPdf(Buffer.concat([sealed, update]), () => '0'.repeat(64)))).toBe('altered');
  });

  it('is not claimed for a PDF that never had one', () => {
    expect(verifyPdf(PDF, sha256Parts)).toEqual({ seal: 'none', fingerprint: null });
    expect(() => sealPdf(bytesOf('%PDF-1.7\nno end'), sha256Parts)).toThrow('startxref');
  });
});

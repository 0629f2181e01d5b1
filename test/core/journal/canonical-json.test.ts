import canonicalize from 'canonicalize';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalJson } from '#core/journal/canonical-json.ts';

/** What a way of writing makes of a value, or that it refuses it. */
const outcome = (write: (value: unknown) => unknown, value: unknown): unknown => {
  try {
    return write(value);
  } catch {
    return 'refused';
  }
};

/** The library's word, as this program asks for it. */
const byTheLibrary = (value: unknown): string => {
  const text = canonicalize(value);
  if (text === undefined) throw new Error('not JSON');
  return text;
};

/** Keys that objects order by themselves, that mean something to them, and the usual ones. */
const key = fc.oneof(
  fc.constantFrom('0', '9', '10', '007', '4294967295', '__proto__', 'constructor', 'toJSON', 'b', 'a', 'B'),
  fc.string({ unit: 'binary' }),
);

const { value } = fc.letrec((tie) => ({
  value: fc.oneof(
    { depthSize: 'small' },
    fc.string({ unit: 'binary' }),
    fc.double(),
    fc.boolean(),
    fc.constantFrom(null, undefined, -0, 1e21, '\ud800', '\\ud800', Symbol('s'), new Date(0)),
    fc.array(tie('value'), { maxLength: 4 }),
    fc.array(fc.tuple(key, tie('value')), { maxLength: 4 }).map((pairs) => Object.fromEntries(pairs)),
  ),
}));

describe('canonical JSON', () => {
  it('is what the library writes, for whatever value, and refused where it refuses', () => {
    fc.assert(
      fc.property(value, (any) => {
        expect(outcome(canonicalJson, any)).toBe(outcome(byTheLibrary, any));
      }),
      { numRuns: 3000 },
    );
  });

  it('is what the library writes for a value as a file brings it', () => {
    fc.assert(
      fc.property(fc.json(), (text) => {
        expect(canonicalJson(JSON.parse(text))).toBe(canonicalize(JSON.parse(text)));
      }),
    );
  });

  it('leaves the value as it was', () => {
    const given = { b: [{ d: 1, c: 2 }], a: 1 };
    expect(canonicalJson(given)).toBe('{"a":1,"b":[{"c":2,"d":1}]}');
    expect(Object.keys(given)).toEqual(['b', 'a']);
  });

  it('refuses a value that holds itself', () => {
    const ring: Record<string, unknown> = {};
    ring['again'] = { ring };
    expect(() => canonicalJson(ring)).toThrow(/circular/i);
  });
});

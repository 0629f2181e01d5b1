import type { Entropy } from './append.ts';

/**
 * A random actor id (UUID version 4, RFC 9562 section 5.4): it stands in the clear, and a UUIDv7 would
 * tell when its chain began.
 */
export function freshActor({ random }: Pick<Entropy, 'random'>): string {
  const bytes = random(16);
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x40;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}

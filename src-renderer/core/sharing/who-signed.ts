import type { Colleague, Self } from './colleague.ts';

/** Whose signing key it is, as far as this laptop knows: the alias in a file is only what it says itself. */
export type Signed =
  | { readonly by: 'you' }
  | { readonly by: 'colleague'; readonly name: string }
  | { readonly by: 'unknown' };

/** `self` null: there is no identity, or it is locked. */
export function whoSigned(signingKey: string, self: Self | null, colleagues: readonly Colleague[]): Signed {
  if (self?.signingKey === signingKey) return { by: 'you' };
  const colleague = colleagues.find((one) => one.signingKey === signingKey);
  return colleague ? { by: 'colleague', name: colleague.name } : { by: 'unknown' };
}

import type { ReactNode } from 'react';

/** A key as it is printed on the keyboard. */
export const Kbd = ({ children }: { readonly children: ReactNode }) => <kbd>{children}</kbd>;

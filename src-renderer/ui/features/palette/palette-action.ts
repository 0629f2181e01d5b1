import type { ReactNode } from 'react';

/** One thing the palette offers. */
export type PaletteAction = {
  readonly id: string;
  readonly label: string;
  /** What stands beside it: a reference, a name, a key. */
  readonly aside: string | null;
  readonly icon: ReactNode;
  readonly run: () => void;
};

/** Things of one kind, the first few, and how many more there are. */
export type PaletteGroup = {
  readonly id: string;
  readonly label: string;
  readonly actions: readonly PaletteAction[];
  readonly more: number;
};

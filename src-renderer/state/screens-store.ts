import { create } from 'zustand';
import type { ReadArticle } from '#core/ports/workbench.ts';

/** A screen that takes the place of the workspace until it is answered. */
export type Screen =
  | { readonly kind: 'none' }
  /** `then`: what to do with the new case at once. */
  | { readonly kind: 'new-case'; readonly fromSample: boolean; readonly then: Screen }
  /** `article`: as read already, or null to paste one. */
  | { readonly kind: 'import'; readonly article: ReadArticle | null };

export const NO_SCREEN: Screen = { kind: 'none' };

export const useScreens = create<{ readonly screen: Screen }>(() => ({ screen: NO_SCREEN }));

export const showScreen = (screen: Screen): void => useScreens.setState({ screen });

import { create } from 'zustand';
import type { Locator } from '#core/model/claim-parts.ts';
import type { ToPurge } from '#core/merge/purge-scope.ts';
import type { ReadArticle } from '#core/ports/workbench.ts';

/** A screen that takes the place of the workspace until it is answered. */
export type Screen =
  | { readonly kind: 'none' }
  /** `next`: what to do with the new case at once. */
  | { readonly kind: 'new-case'; readonly fromSample: boolean; readonly next: Screen }
  /** `article`: as read already, or null to paste one; `rest`: those to be looked at after it. */
  | {
      readonly kind: 'import';
      readonly article: ReadArticle | null;
      readonly rest?: readonly ReadArticle[];
      /** The document this is said to be a newer version of. */
      readonly revisionOf?: string | null;
    }
  /** A translation beside its original. */
  | { readonly kind: 'side-by-side'; readonly documentId: string }
  /** Words of earlier versions that wait to be found in this document. */
  | { readonly kind: 'review-anchors'; readonly documentId: string }

  /** `claimIds`: only these claims with what they rest on, or null for the whole case. */
  | {
      readonly kind: 'save-project';
      readonly claimIds: readonly string[] | null;
      /** The case leaves this laptop: once it is saved and verified, its key is destroyed. */
      readonly thenRemove?: boolean;
    }
  /** `path`: the file the app was asked to open, or null to choose one. */
  | { readonly kind: 'open-project'; readonly path: string | null }
  /** The person's own keys, and the people they share cases with. */
  | { readonly kind: 'identity' }
  /** Earlier copies of the case on this laptop. */
  | { readonly kind: 'snapshots' }
  /** Data for other programs; `claimIds` null: all claims. */
  | { readonly kind: 'export-data'; readonly claimIds: readonly string[] | null }
  /** A report with its preview; `claimIds`: the claims asked for, null for those it last held. */
  | { readonly kind: 'report'; readonly claimIds: readonly string[] | null }
  /** A file of the case; `at`: where it opens, null for its start. */
  | { readonly kind: 'view-file'; readonly evidenceId: string; readonly at: Locator | null }
  | { readonly kind: 'import-claims' }
  | { readonly kind: 'verify-file' }
  /** `back`: the screen it was asked for on; none: the workspace. */
  | { readonly kind: 'purge'; readonly asked: ToPurge; readonly back?: Screen };

export const NO_SCREEN: Screen = { kind: 'none' };

type Screens = {
  readonly screen: Screen;
  /** Whether the list of keys is open. */
  readonly keys: boolean;
  /** Whether the strip over the sample was put away. */
  readonly stripAway: boolean;
};

export const useScreens = create<Screens>(() => ({ screen: NO_SCREEN, keys: false, stripAway: false }));

export const showScreen = (screen: Screen): void => useScreens.setState({ screen });

export const toggleKeys = (): void => useScreens.setState(({ keys }) => ({ keys: !keys }));

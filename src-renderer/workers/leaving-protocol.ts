import type { BuiltExport, ExportSetup } from '#core/exchange/build-export.ts';
import type { Entry } from '#core/journal/entry.ts';
import type { FoldedItem } from '#core/journal/folded.ts';
import type { CaseToReport, LeavingReport } from '#core/report/leaving-report.ts';

/** What is to be made of the case that was sent. */
export type LeavingTask =
  | {
      readonly kind: 'report';
      readonly about: Pick<CaseToReport, 'pictures' | 'signature' | 'today' | 'setup' | 'view'>;
    }
  | { readonly kind: 'text'; readonly setup: ExportSetup }
  | { readonly kind: 'word'; readonly setup: Pick<ExportSetup, 'claimIds' | 'today' | 'language'> };

/** What the window sends: the case in parts, then one task. */
export type LeavingRequest =
  | { readonly kind: 'items'; readonly items: readonly FoldedItem[] }
  | { readonly kind: 'entries'; readonly entries: readonly Entry[] }
  | { readonly kind: 'texts'; readonly texts: ReadonlyMap<string, string> }
  | LeavingTask;

export type LeavingAnswer =
  | { readonly kind: 'report'; readonly report: LeavingReport }
  | { readonly kind: 'text'; readonly built: BuiltExport }
  | { readonly kind: 'word'; readonly bytes: Uint8Array }
  | { readonly kind: 'failed'; readonly message: string };

/** Items in one message: copying more at once would hold up the window. */
export const LEAVING_PART = 500;

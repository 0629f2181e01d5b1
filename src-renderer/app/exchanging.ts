import { CASE_ITEM_ID } from '#core/model/case-info.ts';
import type { ExchangeWork, LeavingText } from '#core/ports/exchange-work.ts';
import type { Host } from '#renderer/platform/host.ts';
import { useCase } from '#renderer/state/case-store.ts';
import { SLICE_BYTES } from '#contract/methods.ts';
import { attempt, done } from './failures.ts';
import { fileNameOf } from './reporting.ts';

/** The text in UTF-8, in slices that one message each may hold. */
function slicesOf(text: string): Uint8Array[] {
  const bytes = new TextEncoder().encode(text);
  const slices: Uint8Array[] = [];
  for (let at = 0; at < bytes.length; at += SLICE_BYTES) slices.push(bytes.slice(at, at + SLICE_BYTES));
  return slices;
}

const suggestedName = ({ what, ending }: LeavingText): string => {
  const title = useCase.getState().state.case.get(CASE_ITEM_ID)?.title ?? '';
  return fileNameOf(`${title} ${what}`, ending);
};

/** Exports and files of other programs, over the host. */
export const createExchangeWork = (host: Host): ExchangeWork => ({
  exportText: (leaving) =>
    attempt(async () => {
      const { path, ...written } = await host.call('export.text', {
        suggestedName: suggestedName(leaving),
        ending: leaving.ending,
        slices: slicesOf(leaving.text),
      });
      return done(path === null ? null : { path, ...written });
    }),
  pickFile: (what) =>
    attempt(async () => {
      const { path } = await host.call('export.pick', { what });
      return done(path === null ? null : await host.call('documents.read', { path }));
    }),
});

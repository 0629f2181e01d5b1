import type { SourceWork } from '#core/ports/source-work.ts';
import type { Done } from '#core/ports/workbench.ts';
import { keepSealedRecord } from '#renderer/commands/keep-sealed-record.ts';
import type { Host } from '#renderer/platform/host.ts';
import { done } from './failures.ts';
import type { OpenedCase } from './session.ts';

/** The sealed records of our sources over the host; what was opened is never kept here. */
export const createSourceWork = (
  host: Host,
  withCase: <T>(work: (opened: OpenedCase) => Promise<Done<T>>) => Promise<Done<T>>,
): SourceWork => ({
  sealSource: ({ partyId, ...input }) =>
    withCase(async ({ caseId, desk }) => {
      const record = await host.call('sources.seal', { caseId, ...input });
      return desk.run(keepSealedRecord, { partyId, record });
    }),
  openSource: (sealed, passphrase) =>
    withCase(async ({ caseId }) => done(await host.call('sources.open', { caseId, sealed, passphrase }))),
});

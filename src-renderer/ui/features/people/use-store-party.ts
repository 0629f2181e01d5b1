import { useCallback } from 'react';
import type { Party } from '#core/model/party.ts';
import { editParty } from '#renderer/commands/edit-party.ts';
import { useRun } from '#renderer/ui/hooks/use-run.ts';

/** Stores fields of a party; changes of the same fields in a row are one step of undo. */
export function useStoreParty(partyId: string): (fields: Partial<Party>) => Promise<boolean> {
  const run = useRun();
  return useCallback(
    (fields) => run(editParty, { partyId, fields }, `party-${partyId}-${Object.keys(fields).join()}`),
    [run, partyId],
  );
}

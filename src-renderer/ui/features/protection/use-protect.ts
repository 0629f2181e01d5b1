import { useCallback } from 'react';
import { protectParty, type ProtectParty } from '#renderer/commands/protect-party.ts';
import { useRun } from '#renderer/ui/hooks/use-run.ts';

/** Stores how exports treat a party; changes of the same fields in a row are one step of undo. */
export function useProtect(partyId: string): (fields: ProtectParty['fields']) => Promise<boolean> {
  const run = useRun();
  return useCallback(
    (fields) => run(protectParty, { partyId, fields }, `protect-${partyId}-${Object.keys(fields).join()}`),
    [run, partyId],
  );
}

import { useMemo } from 'react';
import type { LeavingCase } from '#core/exchange/claims/chosen.ts';
import { withoutOffRecord } from '#core/report/off-record.ts';
import { useCase } from '#renderer/state/case-store.ts';

/** The open case as it may leave. */
export function useLeaving(): LeavingCase {
  const state = useCase((store) => store.state);
  const texts = useCase((store) => store.texts);
  return useMemo(() => ({ state: withoutOffRecord(state), texts }), [state, texts]);
}

/** Today in the person's time zone, ISO 8601 date, as Sweden writes it. */
export const todayHere = (): string => new Intl.DateTimeFormat('sv-SE').format(new Date());

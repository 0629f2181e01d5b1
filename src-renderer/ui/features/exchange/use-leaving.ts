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

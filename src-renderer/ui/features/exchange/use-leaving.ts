import { useMemo } from 'react';
import { leavingForOthers } from '#core/exchange/leaving-export.ts';
import type { Leaving } from '#core/protection/leaving.ts';
import { useCase } from '#renderer/state/case-store.ts';

/** The open case, the whole of it, as it may leave, for readers of this language; references that two items bear are told apart. */
export function useLeaving(language: 'en' | 'ar'): Leaving {
  const state = useCase((store) => store.whole ?? store.state);
  const texts = useCase((store) => store.texts);
  return useMemo(() => leavingForOthers({ state, texts, language }), [state, texts, language]);
}

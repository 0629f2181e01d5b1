import { useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { registerDraft } from '#renderer/state/drafts.ts';

const PAUSE_MS = 600;

/**
 * Typing that stores itself: after each pause, on `flush` (blur, Enter), before locking and closing.
 * `stored` is the value as the case holds it; `store` resolves whether it was taken.
 */
export function useDraft(
  stored: string,
  store: (value: string) => Promise<boolean>,
): { value: string; change(value: string): void; flush(): Promise<boolean>; reset(): void } {
  const [draft, setDraft] = useState<string | null>(null);
  const pending = useRef<string | null>(null);
  const timer = useRef(0);
  const save = useRef(store);
  useLayoutEffect(() => {
    save.current = store;
  });

  const flush = useCallback(async () => {
    window.clearTimeout(timer.current);
    const value = pending.current;
    if (value === null) return true;
    pending.current = null;
    const taken = await save.current(value);
    // What was refused stays in the field, to be stored by a later try: typing is never lost.
    if (taken) setDraft((now) => (now === value ? null : now));
    else pending.current ??= value;
    return taken;
  }, []);

  useEffect(() => {
    const unregister = registerDraft(flush);
    return () => {
      unregister();
      void flush();
    };
  }, [flush]);

  return {
    value: draft ?? stored,
    change(value) {
      setDraft(value);
      pending.current = value;
      window.clearTimeout(timer.current);
      timer.current = window.setTimeout(() => void flush(), PAUSE_MS);
    },
    flush,
    reset() {
      window.clearTimeout(timer.current);
      pending.current = null;
      setDraft(null);
    },
  };
}

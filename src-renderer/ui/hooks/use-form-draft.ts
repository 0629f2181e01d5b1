import { useEffect, useRef } from 'react';
import { registerDraft } from '#renderer/state/drafts.ts';

/**
 * A form that is never lost: what was typed is stored when it is sent, and also before locking,
 * closing and leaving it, unless it was cancelled. `ready`: there is enough to store.
 */
export function useFormDraft(form: {
  readonly ready: boolean;
  readonly store: () => Promise<boolean>;
  readonly close: () => void;
}): { submit(): Promise<void>; cancel(): void } {
  const held = useRef(form);
  const settled = useRef(false);
  useEffect(() => {
    held.current = form;
  });

  useEffect(() => {
    settled.current = false;
    const flush = async (): Promise<boolean> => {
      if (settled.current || !held.current.ready) return true;
      settled.current = true;
      // What was refused can still be put right while the form stands.
      if (await held.current.store()) return true;
      settled.current = false;
      return false;
    };
    const unregister = registerDraft(flush, 'form');
    return () => {
      unregister();
      void flush();
    };
  }, []);

  return {
    async submit() {
      if (settled.current) return;
      settled.current = true;
      if (await form.store()) form.close();
      else settled.current = false;
    },
    cancel() {
      settled.current = true;
      form.close();
    },
  };
}

import { useEffect, useState } from 'react';
import type { FileFacts } from '#core/facts/file-facts.ts';
import type { BlobRef } from '#core/model/evidence.ts';
import { useWorkbench } from '#renderer/ui/hooks/use-workbench.ts';

/** What a file says of itself, as far as it is read. */
export type ReadFacts =
  | { readonly kind: 'reading' }
  | { readonly kind: 'read'; readonly facts: FileFacts }
  | { readonly kind: 'failed'; readonly code: string };

/** Whoever walks through a list with the arrow keys starts no reading for each item. */
const REST_MS = 250;

/** Asks a sealed file what it says of itself, away from the window's thread; stops when it leaves the screen. */
export function useFacts(file: BlobRef): ReadFacts {
  const workbench = useWorkbench();
  const [said, setSaid] = useState<ReadFacts>({ kind: 'reading' });
  useEffect(() => {
    const stop = new AbortController();
    const start = setTimeout(() => {
      void workbench.factsOf(file, stop.signal).then((result) => {
        if (stop.signal.aborted) return;
        setSaid(result.ok ? { kind: 'read', facts: result.value } : { kind: 'failed', code: result.code });
      });
    }, REST_MS);
    return () => {
      clearTimeout(start);
      stop.abort();
    };
  }, [workbench, file]);
  return said;
}

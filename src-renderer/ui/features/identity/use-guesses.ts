import { useEffect, useState } from 'react';
import { guessesNeeded } from '#core/sharing/guesses-needed.ts';

/** Guesses the text takes; null while that is being worked out, 0 when it cannot be. */
export function useGuesses(text: string): number | null {
  const [known, setKnown] = useState<{ readonly text: string; readonly guesses: number } | null>(null);
  useEffect(() => {
    let current = text !== '';
    const tell = (guesses: number): void => {
      if (current) setKnown({ text, guesses });
    };
    if (!current) return undefined;
    guessesNeeded(text).then(tell, (error: unknown) => {
      console.error('The strength of the passphrase could not be estimated.', error);
      tell(0);
    });
    return () => {
      current = false;
    };
  }, [text]);
  return known?.text === text ? known.guesses : null;
}

import { type RefObject, useLayoutEffect, useRef, useState } from 'react';
import { useEscape } from './use-escape.ts';

/**
 * A form that opens among other things: Escape leaves it from any of its fields, and whoever opened
 * it has the focus again when it is gone. Returns the ref of its element.
 */
export function useInlineForm<E extends HTMLElement>(close: () => void): RefObject<E | null> {
  const element = useRef<E>(null);
  // Read while it is first drawn: afterwards one of its own fields has the focus.
  const [opener] = useState(() => document.activeElement);
  useEscape(element, close);
  useLayoutEffect(() => {
    const form = element.current;
    return () => {
      const left = form?.contains(document.activeElement) || document.activeElement === document.body;
      if (left && opener instanceof HTMLElement && opener.isConnected) opener.focus();
    };
  }, [opener]);
  return element;
}

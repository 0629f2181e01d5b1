import { type RefObject, useEffect, useEffectEvent } from 'react';

/** Calls back when Escape is pressed in an element and nothing in it (an open list) took the key. */
export function useEscape(element: RefObject<HTMLElement | null>, leave: () => void): void {
  const escape = useEffectEvent(leave);
  useEffect(() => {
    const target = element.current;
    const press = (event: KeyboardEvent): void => {
      if (event.code === 'Escape' && !event.defaultPrevented) escape();
    };
    target?.addEventListener('keydown', press);
    return () => target?.removeEventListener('keydown', press);
  }, [element]);
}

import { type RefObject, useEffect, useEffectEvent } from 'react';

/** An open list of suggestions takes the key for itself; its own handler runs only after this one. */
const hasOpenList = (target: EventTarget | null): boolean =>
  target instanceof Element && target.getAttribute('aria-expanded') === 'true';

/** Calls back when Escape is pressed in an element and nothing in it (an open list) took the key. */
export function useEscape(element: RefObject<HTMLElement | null>, leave: () => void): void {
  const escape = useEffectEvent(leave);
  useEffect(() => {
    const target = element.current;
    const press = (event: KeyboardEvent): void => {
      if (event.code !== 'Escape' || event.defaultPrevented || hasOpenList(event.target)) return;
      escape();
    };
    target?.addEventListener('keydown', press);
    return () => target?.removeEventListener('keydown', press);
  }, [element]);
}

import { useEffect, useEffectEvent } from 'react';

/** Keys by `event.code`, with `Ctrl+` (Cmd on macOS) and `Shift+` in front where they belong. */
export type Shortcuts = { readonly [chord: string]: () => void };

const isMac = navigator.userAgent.includes('Mac');

export function chordOf(event: KeyboardEvent): string {
  const command = isMac ? event.metaKey : event.ctrlKey;
  return `${command ? 'Ctrl+' : ''}${event.shiftKey ? 'Shift+' : ''}${event.altKey ? 'Alt+' : ''}${event.code}`;
}

/** Whether keys pressed there write text. */
export const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable || ['INPUT', 'TEXTAREA', 'SELECT'].includes(target.tagName));

/** Plain keys are off while typing; chords with Ctrl work everywhere. */
export function useShortcuts(shortcuts: Shortcuts, enabled = true): void {
  const actionFor = useEffectEvent((chord: string) => shortcuts[chord]);
  useEffect(() => {
    if (!enabled) return undefined;
    const listen = (event: KeyboardEvent): void => {
      if (event.defaultPrevented || event.isComposing) return;
      const chord = chordOf(event);
      const action = actionFor(chord);
      if (!action || (isTyping(event.target) && !chord.startsWith('Ctrl+') && !/^F\d+$/.test(chord))) return;
      event.preventDefault();
      action();
    };
    window.addEventListener('keydown', listen);
    return () => window.removeEventListener('keydown', listen);
  }, [enabled]);
}

import { useEffect, useEffectEvent } from 'react';
import { SKIP_REASONS } from '#core/model/claim.ts';
import { useView } from '#renderer/state/view-store.ts';
import { chordOf, isTyping } from '#renderer/ui/hooks/use-shortcuts.ts';
import { leaveProposals } from './use-propose.ts';
import { setReady, undoDrafts } from './use-drafts.ts';
import { focusProposals, type ProposalActions, STATEMENT_ID } from './use-proposal-actions.ts';

/** What has a use for Enter of its own. */
const takesEnter = (target: EventTarget | null): boolean =>
  target instanceof Element && target.closest('button, a, [role="option"], [role="dialog"]') !== null;

const asked = (): 'skip' | 'ladder' | null => {
  const { proposing } = useView.getState();
  return proposing?.phase === 'ready' ? proposing.asked : null;
};

/** The keys of the proposals. */
export function useProposalKeys({ take, merge, split, move }: ProposalActions): void {
  const actions: { readonly [chord: string]: () => void } = {
    KeyJ: () => move(1),
    KeyK: () => move(-1),
    ArrowDown: () => move(1),
    ArrowUp: () => move(-1),
    Enter: () => void take(null),
    KeyE: () => document.getElementById(STATEMENT_ID)?.focus(),
    KeyM: merge,
    KeyS: split,
    KeyX: () => setReady(() => ({ asked: 'skip' })),
    KeyL: () => setReady(() => ({ asked: 'ladder' })),
    Escape: () => {
      if (asked() === null) return leaveProposals();
      setReady(() => ({ asked: null }));
      focusProposals();
    },
  };
  const press = useEffectEvent((event: KeyboardEvent): void => {
    if (event.defaultPrevented || event.isComposing) return;
    const chord = chordOf(event);
    const typing = isTyping(event.target);
    if (chord === 'Ctrl+Enter') {
      event.preventDefault();
      void take(null).then(focusProposals);
      return;
    }
    if (typing) {
      if (chord === 'Escape') {
        event.preventDefault();
        focusProposals();
      }
      return;
    }
    const digit = /^Digit([1-4])$/.exec(chord)?.[1];
    const reason = digit && asked() === 'skip' ? SKIP_REASONS[Number(digit) - 1] : undefined;
    if (reason) {
      event.preventDefault();
      void take(reason).then(focusProposals);
      return;
    }
    const action = actions[chord];
    if (!action || (chord === 'Enter' && takesEnter(event.target))) return;
    event.preventDefault();
    action();
  });
  useEffect(() => {
    // Before the desk's own undo, which takes back what is in the case.
    const undo = (event: KeyboardEvent): void => {
      if (chordOf(event) !== 'Ctrl+KeyZ' || !undoDrafts()) return;
      event.preventDefault();
      event.stopPropagation();
    };
    window.addEventListener('keydown', undo, true);
    return () => window.removeEventListener('keydown', undo, true);
  }, []);
  useEffect(() => {
    const listen = (event: KeyboardEvent): void => press(event);
    window.addEventListener('keydown', listen);
    return () => window.removeEventListener('keydown', listen);
  }, []);
}

import { IconX } from '@tabler/icons-react';
import { type RefObject, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { dismiss, forgetErrors, type Message, useMessages } from '#renderer/state/messages-store.ts';
import { useScreens } from '#renderer/state/screens-store.ts';
import { useView, type View } from '#renderer/state/view-store.ts';
import styles from './messages.module.css';

/** How long good news stays in view, in milliseconds. */
const STAYS_MS = 8000;

/** Takes good news away after a while, unless it is pointed at or has the focus. */
function useFading(ref: RefObject<HTMLElement | null>, { id, kind }: Message): void {
  useEffect(() => {
    if (kind !== 'done') return undefined;
    const fade = (): void => {
      if (ref.current?.matches(':hover, :focus-within')) timer = window.setTimeout(fade, STAYS_MS);
      else dismiss(id);
    };
    let timer = window.setTimeout(fade, STAYS_MS);
    return () => window.clearTimeout(timer);
  }, [ref, id, kind]);
}

function Shown({ message }: { readonly message: Message }) {
  const { t } = useTranslation();
  const ref = useRef<HTMLDivElement>(null);
  useFading(ref, message);
  const { id, kind, text } = message;
  return (
    <div ref={ref} className={`${styles['message']} ${styles[kind]}`} data-message={kind}>
      <span>{text}</span>
      <button type="button" aria-label={t('common.dismiss')} onClick={() => dismiss(id)}>
        <IconX size={14} />
      </button>
    </div>
  );
}

const sameDesk = (a: View, b: View): boolean =>
  a.desk === b.desk && a.claimId === b.claimId && a.partyId === b.partyId;

/**
 * What went wrong goes with the screen, desk, claim or person it went wrong on. At once, not after
 * the next drawing: what is said right after such a change is about the new place and stays.
 */
function useLeaving(): void {
  useEffect(() => {
    const stops = [
      useScreens.subscribe((now, before) => {
        if (now.screen !== before.screen) forgetErrors();
      }),
      useView.subscribe((now, before) => {
        if (!sameDesk(now, before)) forgetErrors();
      }),
    ];
    return () => {
      for (const stop of stops) stop();
    };
  }, []);
}

const isDone = ({ kind }: Message): boolean => kind === 'done';

/** Short messages above the foot; what went wrong stays until it is read, replaced or left behind. */
export function Messages() {
  const { t } = useTranslation();
  const messages = useMessages((store) => store.messages);
  useLeaving();
  return (
    <div className={styles['messages']} role="region" aria-label={t('shell.messages')}>
      {/* Two live regions that are always there: one made with its words would not be read out. */}
      <div role="status">
        {messages.filter(isDone).map((message) => (
          <Shown key={message.id} message={message} />
        ))}
      </div>
      <div role="alert">
        {messages
          .filter((message) => !isDone(message))
          .map((message) => (
            <Shown key={message.id} message={message} />
          ))}
      </div>
    </div>
  );
}

import { create } from 'zustand';

export type Message = { readonly id: number; readonly kind: 'error' | 'done'; readonly text: string };

/** Short messages to the person, the newest last; they stay until read, replaced or left behind. */
export const useMessages = create<{ readonly messages: readonly Message[] }>(() => ({ messages: [] }));

const MOST = 3;
let next = 1;

/** Shows a message. */
export const say = (kind: Message['kind'], text: string): void =>
  useMessages.setState(({ messages }) => ({
    messages: [...messages.filter((held) => held.text !== text), { id: next++, kind, text }].slice(-MOST),
  }));

/** Takes away what went wrong, when the person has gone on from where it did. */
export const forgetErrors = (): void =>
  useMessages.setState(({ messages }) =>
    messages.some(({ kind }) => kind === 'error')
      ? { messages: messages.filter(({ kind }) => kind !== 'error') }
      : {},
  );

export const dismiss = (id: number): void =>
  useMessages.setState(({ messages }) => ({ messages: messages.filter((message) => message.id !== id) }));

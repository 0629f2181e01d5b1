import { create } from 'zustand';

export type Message = { readonly id: number; readonly kind: 'error' | 'done'; readonly text: string };

/** Short messages to the person, the newest last; they stay until read or replaced. */
export const useMessages = create<{ readonly messages: readonly Message[] }>(() => ({ messages: [] }));

const MOST = 3;
let next = 1;

/** Shows a message. */
export const say = (kind: Message['kind'], text: string): void =>
  useMessages.setState(({ messages }) => ({
    messages: [...messages.filter((held) => held.text !== text), { id: next++, kind, text }].slice(-MOST),
  }));

export const dismiss = (id: number): void =>
  useMessages.setState(({ messages }) => ({ messages: messages.filter((message) => message.id !== id) }));

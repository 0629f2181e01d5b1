import type { Desk } from './desk.ts';
import { note } from './failures.ts';
import type { IdlePulse } from './idle-pulse.ts';

/** As long as nobody works this long, putting in order is in nobody's way. */
const IDLE_MS = 20_000;

/** Puts the case in order for its next opening. What keeps it from that keeps nobody from anything. */
export const tidy = (desk: Desk): Promise<unknown> =>
  note('The case could not be put in order.', desk.open.tidy());

/** Does so now and then while nobody works; returns how to stop it. */
export function tidyBehind(idlePulse: IdlePulse, desk: Desk): () => void {
  let busy = false;
  return idlePulse((idleMs) => {
    if (busy || idleMs < IDLE_MS) return;
    busy = true;
    void tidy(desk).finally(() => {
      busy = false;
    });
  });
}

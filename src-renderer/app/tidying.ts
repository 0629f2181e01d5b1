import { asSeenBy } from '#core/finding/as-seen-by.ts';
import { CASE_ITEM_ID } from '#core/model/case-info.ts';
import type { CaseState } from '#core/model/case-state.ts';
import type { KeptList } from '#core/ports/case-storage.ts';
import { claimRows } from '#core/queries/claim-rows.ts';
import { keptList } from '#core/queries/list-ahead.ts';
import type { Desk } from './desk.ts';
import { note } from './failures.ts';
import type { IdlePulse } from './idle-pulse.ts';

/** As long as nobody works this long, putting in order is in nobody's way. */
const IDLE_MS = 20_000;

/** Smaller cases are open as soon as a list could be shown. */
const LARGE = 1000;

/** The list of a large case as its person may see it, null of a small one. */
function listOf(state: CaseState, actor: string): KeptList | null {
  if (state.claim.size < LARGE) return null;
  return keptList(state.case.get(CASE_ITEM_ID)?.title ?? '', claimRows(asSeenBy(state, actor)));
}

/** Puts the case in order for its next opening. What keeps it from that keeps nobody from anything. */
export const tidy = (desk: Desk): Promise<unknown> =>
  note(
    'The case could not be put in order.',
    desk.open.tidy((state) => listOf(state, desk.open.actor)),
  );

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

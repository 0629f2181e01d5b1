import { useMemo } from 'react';
import type { Draft } from '#core/proposing/draft.ts';
import { remainingDrafts } from '#core/proposing/remaining.ts';
import { useCase } from '#renderer/state/case-store.ts';
import { type Proposing, useView } from '#renderer/state/view-store.ts';

type Ready = Extract<Proposing, { phase: 'ready' }>;

const NONE: readonly Draft[] = [];

/** What is proposed, once the article is read. */
export const useReady = (): Ready | null =>
  useView(({ proposing }) => (proposing?.phase === 'ready' ? proposing : null));

const inOrder = (drafts: readonly Draft[], order: Ready['order']): readonly Draft[] =>
  order === 'text' ? drafts : [...drafts].sort((a, b) => b.worth - a.worth);

/** The drafts that are left, as they are listed. */
export function useDrafts(): readonly Draft[] {
  const ready = useReady();
  const claims = useCase((store) => store.state.claim);
  const drafts = ready?.drafts;
  const documentId = ready?.documentId ?? '';
  const order = ready?.order ?? 'text';
  return useMemo(
    () => (drafts ? inOrder(remainingDrafts(drafts, documentId, claims.values()), order) : NONE),
    [drafts, documentId, claims, order],
  );
}

/** The same at this moment, for what a key does. */
export function draftsNow(): readonly Draft[] {
  const { proposing } = useView.getState();
  if (proposing?.phase !== 'ready') return NONE;
  const claims = useCase.getState().state.claim.values();
  return inOrder(remainingDrafts(proposing.drafts, proposing.documentId, claims), proposing.order);
}

/** The draft that is looked at: the chosen one, else the first that is left. */
export const chosenOf = (drafts: readonly Draft[], chosen: string | null): Draft | null =>
  drafts.find(({ key }) => key === chosen) ?? drafts[0] ?? null;

/** Changes what is proposed, while it is. */
export function setReady(change: (ready: Ready) => Partial<Ready>): void {
  useView.setState(({ proposing }) =>
    proposing?.phase === 'ready' ? { proposing: { ...proposing, ...change(proposing) } } : {},
  );
}

/** Changes the drafts in a way that can be undone; `what`: changes of one kind in a row are one step. */
export function changeDrafts(
  what: string,
  change: (drafts: readonly Draft[]) => readonly Draft[],
  chosen?: Draft['key'],
): void {
  setReady(({ drafts, chosen: before, past }) => {
    const last = past.at(-1);
    const step = { what, drafts, chosen: before };
    return {
      drafts: change(drafts),
      past: last?.what === what ? past : [...past, step],
      ...(chosen === undefined ? {} : { chosen }),
    };
  });
}

/** Changes one draft. */
export const editDraft = (key: string, fields: Partial<Draft>): void =>
  changeDrafts(`${key} ${Object.keys(fields).join(' ')}`, (drafts) =>
    drafts.map((draft) => (draft.key === key ? { ...draft, ...fields } : draft)),
  );

/** Takes back the last change of the drafts; false where the last thing done was taking one into the case. */
export function undoDrafts(): boolean {
  let undone = false;
  setReady(({ past }) => {
    const step = past.at(-1);
    if (step === undefined) return {};
    undone = step !== null;
    return {
      past: past.slice(0, -1),
      ...(step && { drafts: step.drafts, chosen: step.chosen, asked: null }),
    };
  });
  return undone;
}

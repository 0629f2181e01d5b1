import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { SkipReason } from '#core/model/claim.ts';
import type { Draft } from '#core/proposing/draft.ts';
import { mergeDrafts, sameSpeaker } from '#core/proposing/merge-drafts.ts';
import { splitDraft } from '#core/proposing/split-draft.ts';
import { acceptProposals } from '#renderer/commands/accept-proposals.ts';
import { flushFields } from '#renderer/state/drafts.ts';
import { useCase } from '#renderer/state/case-store.ts';
import { say } from '#renderer/state/messages-store.ts';
import { useView } from '#renderer/state/view-store.ts';
import { useRun } from '#renderer/ui/hooks/use-run.ts';
import { accepted } from './accepted.ts';
import { useDoubtWords } from './doubt-words.ts';
import { changeDrafts, chosenOf, draftsNow, setReady } from './use-drafts.ts';

/** The list of proposals has the focus, so that its keys work on. */
export const LIST_ID = 'proposals';
export const STATEMENT_ID = 'proposal-statement';

export const focusProposals = (): void =>
  document.querySelector<HTMLElement>(`#${LIST_ID} [role="listbox"]`)?.focus();

/** What stands in place of the chosen draft once it is taken. */
function keyAfter(drafts: readonly Draft[], draft: Draft): string | null {
  const at = drafts.indexOf(draft);
  return (drafts[at + 1] ?? drafts[at - 1])?.key ?? null;
}

/** Keys of drafts that are being taken. */
const underWay = new Set<string>();

function chosenNow(): Draft | null {
  const { proposing } = useView.getState();
  return proposing?.phase === 'ready' ? chosenOf(draftsNow(), proposing.chosen) : null;
}

export type ProposalActions = {
  /** `skip` null: it becomes a claim to check. */
  take(skip: SkipReason | null): Promise<void>;
  merge(): void;
  split(): void;
  move(step: number): void;
};

/** What can be done with the chosen proposal. */
export function useProposalActions(): ProposalActions {
  const { t } = useTranslation();
  const run = useRun();
  const doubtWords = useDoubtWords();
  return useMemo((): ProposalActions => {
    return {
      async take(reason) {
        // What is still being typed into a field belongs to it.
        if (!(await flushFields())) return;
        const draft = chosenNow();
        const { proposing } = useView.getState();
        if (!draft || underWay.has(draft.key) || proposing?.phase !== 'ready') return;
        const { documentId } = proposing;
        const text = useCase.getState().texts.get(documentId);
        if (text === undefined) return;
        const next = keyAfter(draftsNow(), draft);
        const why = draft.doubt && doubtWords(draft.doubt);
        const skip = reason && { reason, note: null };
        // A key held down must not take the same draft twice.
        underWay.add(draft.key);
        try {
          const claims = [accepted(draft, { documentId, text, why }, skip)];
          if (await run(acceptProposals, { claims }))
            setReady(({ past }) => ({ chosen: next, asked: null, past: [...past, null] }));
        } finally {
          underWay.delete(draft.key);
        }
      },
      merge() {
        const draft = chosenNow();
        if (!draft) return;
        // The next one in the article, whatever the order of the list.
        const [start] = draft.spans;
        const next = draftsNow()
          .filter(({ spans }) => (spans[0]?.start ?? 0) > (start?.start ?? 0))
          .sort((a, b) => (a.spans[0]?.start ?? 0) - (b.spans[0]?.start ?? 0))[0];
        if (!next) return say('error', t('proposals.noNext'));
        if (!sameSpeaker(draft, next)) return say('error', t('proposals.otherSpeaker'));
        const merged = mergeDrafts(draft, next);
        changeDrafts(
          `merge ${merged.key}`,
          (drafts) =>
            drafts.flatMap((held) =>
              held.key === draft.key ? [merged] : held.key === next.key ? [] : [held],
            ),
          merged.key,
        );
      },
      split() {
        const draft = chosenNow();
        const { proposing } = useView.getState();
        if (!draft || proposing?.phase !== 'ready') return;
        const text = useCase.getState().texts.get(proposing.documentId);
        const pieces = text === undefined ? null : splitDraft(text, draft, proposing.sentences);
        if (!pieces) return say('error', t('proposals.noSplit'));
        changeDrafts(
          `split ${draft.key}`,
          (drafts) => drafts.flatMap((held) => (held.key === draft.key ? pieces : [held])),
          pieces[0]?.key,
        );
      },
      move(step) {
        const drafts = draftsNow();
        const draft = chosenNow();
        const at = draft ? drafts.indexOf(draft) : 0;
        const next = drafts[Math.min(drafts.length - 1, Math.max(0, at + step))];
        if (next) setReady(() => ({ chosen: next.key, asked: null }));
      },
    };
  }, [t, run, doubtWords]);
}

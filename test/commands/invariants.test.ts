import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { makeAnchor } from '#core/anchoring/make-anchor.ts';
import { fold } from '#core/journal/fold.ts';
import type { CaseState } from '#core/model/case-state.ts';
import type { Ladder } from '#core/model/ladder.ts';
import { foldedOf } from '#core/model/case-state.ts';
import { isRefusal } from '#core/ports/command.ts';
import { relationKey } from '#renderer/commands/support/relations.ts';
import { CaseWorld } from '../support/case-world.ts';
import { anySteps, outcomeOf, STEP_TEXT, type Step } from '../support/command-arbitraries.ts';

/** References that point to items that are gone, as text; empty when all is well. */
function dangling(state: CaseState): string[] {
  const found: string[] = [];
  const need = (
    kind: 'claim' | 'evidence' | 'party' | 'origin' | 'document',
    id: string | null,
    from: string,
  ) => {
    if (id !== null && !state[kind].has(id)) found.push(`${from} → ${kind} ${id}`);
  };
  const ladder = (rungs: Ladder | null, from: string) => {
    for (const { partyId } of rungs ?? []) need('party', partyId, from);
  };
  for (const { id, claimId, evidenceId } of state.assessment.values()) {
    need('claim', claimId, id);
    need('evidence', evidenceId, id);
  }
  for (const item of [...state.check.values(), ...state.note.values()]) need('claim', item.claimId, item.id);
  for (const { id, from, to } of state.relation.values()) {
    need('claim', from, id);
    need('claim', to, id);
  }
  for (const { id, mergedInto, splitFrom, subjects, ladder: own, anchors } of state.claim.values()) {
    need('claim', mergedInto, id);
    need('claim', splitFrom, id);
    for (const subject of subjects) need('party', subject, id);
    for (const { documentId } of anchors) need('document', documentId, id);
    ladder(own, id);
  }
  for (const passage of state.passage.values()) ladder(passage.ladder, passage.id);
  for (const { id, originId } of state.evidence.values()) need('origin', originId, id);
  for (const { id, partyId } of state.origin.values()) need('party', partyId, id);
  return found;
}

/** Refs of live and deleted items, with doubles. */
function everyRef(state: CaseState): string[] {
  const live = [...state.claim.values(), ...state.evidence.values(), ...state.document.values()];
  const gone = [...state.deleted.values()].flatMap(({ fields }) => fields['ref']?.[0].value ?? []);
  return [...live.map(({ ref }) => ref), ...gone.map(String)];
}

function run(steps: readonly Step[], check?: (world: CaseWorld) => void): CaseWorld {
  const world = new CaseWorld();
  for (const step of steps) {
    const outcome = outcomeOf(step, world.state, world.context);
    if (!isRefusal(outcome) && outcome.length > 0) world.write(outcome);
    check?.(world);
  }
  return world;
}

const whatever = (check: (world: CaseWorld) => void, everyStep = false) =>
  fc.assert(
    fc.property(anySteps(), (steps) => {
      if (everyStep) run(steps, check);
      else check(run(steps));
    }),
    { numRuns: 150 },
  );

describe('whatever a person does', () => {
  it('rows equal the fold of the journal', () => {
    whatever(({ state, entries }) => {
      const folded = fold(entries);
      for (const item of folded.values()) expect(foldedOf(state, item.entity, item.id)).toEqual(item);
      const held = Object.values(state).reduce((sum, items) => sum + items.size, 0);
      expect(held).toBe(folded.size);
    });
  });

  it('no reference is ever used twice', () => {
    whatever(({ state }) => {
      const refs = everyRef(state);
      expect(new Set(refs).size).toBe(refs.length);
    });
  });

  it('nothing points to what is gone', () => {
    whatever(({ state }) => expect(dangling(state)).toEqual([]), true);
  });

  it('nothing hangs on a merged claim', () => {
    whatever(({ state }) => {
      const merged = (id: string) => state.claim.get(id)?.mergedInto !== null;
      const hanging = [...state.assessment.values(), ...state.check.values(), ...state.note.values()];
      expect(hanging.filter(({ claimId }) => merged(claimId))).toEqual([]);
      expect([...state.relation.values()].filter(({ from, to }) => merged(from) || merged(to))).toEqual([]);
      const twice = [...state.claim.values()].filter((c) => c.mergedInto !== null && merged(c.mergedInto));
      expect(twice).toEqual([]);
    });
  });

  it('every anchor holds the words of its place, and every claim has one', () => {
    whatever(({ state }) => {
      const anchors = [...state.claim.values()].flatMap((claim) => claim.anchors);
      anchors.push(...[...state.passage.values()].map(({ anchor }) => anchor));
      for (const anchor of anchors) {
        const { notIn: _, ...place } = anchor;
        expect(place).toEqual(makeAnchor(anchor.documentId, STEP_TEXT, anchor.start, anchor.end));
      }
      for (const claim of state.claim.values()) expect(claim.anchors.length).toBeGreaterThan(0);
    });
  });

  it('no stretch has two voices', () => {
    whatever(({ state }) => {
      const anchors = [...state.passage.values()].map(({ anchor }) => anchor);
      const overlaps = anchors.filter((a) =>
        anchors.some((b) => a !== b && a.documentId === b.documentId && a.start < b.end && b.start < a.end),
      );
      expect(overlaps).toEqual([]);
    });
  });

  it('an evidence item is assessed once for a claim, and a relation stands once', () => {
    whatever(({ state }) => {
      const pairs = [...state.assessment.values()].map(
        ({ evidenceId, claimId }) => `${evidenceId} ${claimId}`,
      );
      expect(new Set(pairs).size).toBe(pairs.length);
      const relations = [...state.relation.values()];
      expect(new Set(relations.map(relationKey)).size).toBe(relations.length);
      expect(relations.filter(({ from, to }) => from === to)).toEqual([]);
    });
  });

  it('parts and dependencies never run in a circle', () => {
    whatever(({ state }) => {
      for (const kind of ['part of', 'depends on'] as const) {
        const left = new Set([...state.relation.values()].filter((relation) => relation.kind === kind));
        for (let before = -1; before !== left.size; ) {
          before = left.size;
          const sources = new Set([...left].map(({ from }) => from));
          for (const relation of left) if (!sources.has(relation.to)) left.delete(relation);
        }
        expect(left.size).toBe(0);
      }
    });
  });
});

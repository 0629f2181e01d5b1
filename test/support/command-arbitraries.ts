import * as fc from 'fast-check';
import { makeAnchor } from '#core/anchoring/make-anchor.ts';
import type { Anchor } from '#core/model/anchor.ts';
import type { CaseState } from '#core/model/case-state.ts';
import { PRIORITIES, SKIP_REASONS, STAGES } from '#core/model/claim.ts';
import { CHECK_RESULTS, RELATIONS, STANCES } from '#core/model/claim-parts.ts';
import type { EntityName } from '#core/model/entities.ts';
import { REASONS, STATUSES } from '#core/model/finding.ts';
import { VOICES } from '#core/model/ladder.ts';
import type { Context, Outcome } from '#core/ports/command.ts';
import { addAnchor } from '#renderer/commands/add-anchor.ts';
import { addCheck } from '#renderer/commands/add-check.ts';
import { addNote } from '#renderer/commands/add-note.ts';
import { addParty } from '#renderer/commands/add-party.ts';
import { addRelation } from '#renderer/commands/add-relation.ts';
import { assess } from '#renderer/commands/assess.ts';
import { assessMany } from '#renderer/commands/assess-many.ts';
import { attachEvidence } from '#renderer/commands/attach-evidence.ts';
import { createOrigin } from '#renderer/commands/create-origin.ts';
import { deleteClaim } from '#renderer/commands/delete-claim.ts';
import { editClaim } from '#renderer/commands/edit-claim.ts';
import { importDocument } from '#renderer/commands/import-document.ts';
import { makeClaim } from '#renderer/commands/make-claim.ts';
import { makeSecondRead } from '#renderer/commands/make-second-read.ts';
import { markLookedAt } from '#renderer/commands/mark-looked-at.ts';
import { mergeClaims } from '#renderer/commands/merge-claims.ts';
import { moveExact } from '#renderer/commands/move-exact.ts';
import { settleAnchor } from '#renderer/commands/settle-anchor.ts';
import { refuse } from '#renderer/commands/support/refuse.ts';
import { reviewQueue } from '#core/revision/review-queue.ts';
import { mergeParties } from '#renderer/commands/merge-parties.ts';
import { removeAnchor } from '#renderer/commands/remove-anchor.ts';
import { removeAssessment } from '#renderer/commands/remove-assessment.ts';
import { removeEvidence } from '#renderer/commands/remove-evidence.ts';
import { removeParty } from '#renderer/commands/remove-party.ts';
import { removePassage } from '#renderer/commands/remove-passage.ts';
import { removeRelation } from '#renderer/commands/remove-relation.ts';
import { setFinding } from '#renderer/commands/set-finding.ts';
import { setOwner } from '#renderer/commands/set-owner.ts';
import { setPassage } from '#renderer/commands/set-passage.ts';
import { setPriority } from '#renderer/commands/set-priority.ts';
import { setStage } from '#renderer/commands/set-stage.ts';
import { setTags } from '#renderer/commands/set-tags.ts';
import { settleSecondRead } from '#renderer/commands/settle-second-read.ts';
import { skipClaim } from '#renderer/commands/skip-claim.ts';
import { splitClaim } from '#renderer/commands/split-claim.ts';
import { unskipClaim } from '#renderer/commands/unskip-claim.ts';

/** The text of every document the steps import: two scripts, and characters of two code units. */
export const STEP_TEXT =
  'Ali – Omar – Sami fled to Turkey in July.\nقال أبو حجر إن “the prince” left. 🛰 A second line, told twice.';

/** One thing a person may do; what it means depends on the case it meets. */
export type Step = {
  readonly name: keyof typeof STEPS;
  readonly a: number;
  readonly b: number;
  readonly c: number;
  readonly text: string;
};

type Pick = { readonly state: CaseState; readonly context: Context } & Omit<Step, 'name'>;

const at = <T>(items: readonly T[], index: number): T => {
  const item = items[index % items.length];
  if (item === undefined) throw new Error('Nothing to choose from.');
  return item;
};

/** The id of some live item, or one that no item has. */
function idOf(state: CaseState, entity: EntityName, index: number): string {
  const ids = [...state[entity].keys()].sort();
  return ids[index % Math.max(1, ids.length)] ?? 'none';
}

function anchorFor({ state, a, b, c }: Pick): Anchor {
  const start = b % (STEP_TEXT.length - 1);
  const length = 1 + (c % Math.min(24, STEP_TEXT.length - start - 1));
  return makeAnchor(idOf(state, 'document', a), STEP_TEXT, start, start + length);
}

const textsOf = ({ state }: Pick) => new Map([...state.document.keys()].map((id) => [id, STEP_TEXT]));

const claim = ({ state }: Pick, index: number) => idOf(state, 'claim', index);
const ladderOf = ({ state }: Pick, index: number) => {
  const partyId = state.party.size === 0 ? null : idOf(state, 'party', index);
  return [
    { partyId, unnamed: 'it was said', role: null, mode: 'direct', basis: [], basisNote: null } as const,
  ];
};

const STEPS = {
  importDocument: (p: Pick) =>
    importDocument(
      p.state,
      { id: p.context.newId(), text: STEP_TEXT, origin: null, fields: { title: p.text } },
      p.context,
    ),
  reimportDocument: (p: Pick) =>
    importDocument(
      p.state,
      {
        id: p.context.newId(),
        text: STEP_TEXT,
        origin: null,
        revisionOf: { id: idOf(p.state, 'document', p.a), texts: textsOf(p) },
        fields: { title: p.text },
      },
      p.context,
    ),
  moveExact: (p: Pick) =>
    moveExact(p.state, { documentId: idOf(p.state, 'document', p.a), texts: textsOf(p) }, p.context),
  settleAnchor: (p: Pick) => {
    const waiting = reviewQueue(p.state);
    if (waiting.length === 0) return refuse('not-found');
    const { anchor, to, ...item } = at(waiting, p.a);
    const place = p.b % 2 === 0 ? null : { ...anchorFor(p), documentId: to };
    return settleAnchor(p.state, { item, from: anchor, to: place }, p.context);
  },
  makeClaim: (p: Pick) =>
    makeClaim(p.state, { anchors: [anchorFor(p)], fields: { statement: p.text } }, p.context),
  suggestClaim: (p: Pick) => makeClaim(p.state, { anchors: [anchorFor(p)] }, p.context),
  editClaim: (p: Pick) =>
    editClaim(
      p.state,
      { claimId: claim(p, p.a), fields: { statement: p.text, accuses: p.b % 2 === 0 } },
      p.context,
    ),
  inheritClaim: (p: Pick) =>
    editClaim(
      p.state,
      { claimId: claim(p, p.a), fields: { ladder: p.b % 2 === 0 ? null : ladderOf(p, p.c) } },
      p.context,
    ),
  addAnchor: (p: Pick) => addAnchor(p.state, { claimId: claim(p, p.c), anchor: anchorFor(p) }, p.context),
  removeAnchor: (p: Pick) => {
    const claimId = claim(p, p.a);
    const anchors = p.state.claim.get(claimId)?.anchors ?? [];
    const anchor = anchors[p.b % Math.max(1, anchors.length)] ?? { documentId: '', start: 0, end: 1 };
    return removeAnchor(p.state, { claimId, anchor }, p.context);
  },
  splitClaim: (p: Pick) => {
    const words = (p.state.claim.get(claim(p, p.a))?.anchors[0]?.exact ?? '').slice(0, 1 + (p.b % 5));
    const parts = [{ statement: `${p.text} 1`, words }, { statement: `${p.text} 2` }];
    return splitClaim(p.state, { claimId: claim(p, p.a), parts }, p.context);
  },
  mergeClaims: (p: Pick) =>
    mergeClaims(p.state, { keepId: claim(p, p.a), mergeIds: [claim(p, p.b), claim(p, p.c)] }, p.context),
  deleteClaim: (p: Pick) => deleteClaim(p.state, { claimId: claim(p, p.a) }, p.context),
  skipClaim: (p: Pick) =>
    skipClaim(p.state, { claimId: claim(p, p.a), reason: at(SKIP_REASONS, p.b) }, p.context),
  unskipClaim: (p: Pick) => unskipClaim(p.state, { claimId: claim(p, p.a) }, p.context),
  setPriority: (p: Pick) =>
    setPriority(
      p.state,
      { claimIds: [claim(p, p.a), claim(p, p.b)], priority: at(PRIORITIES, p.c) },
      p.context,
    ),
  setTags: (p: Pick) => setTags(p.state, { claimIds: [claim(p, p.a)], add: [p.text] }, p.context),
  setFinding: (p: Pick) => {
    const status = at(STATUSES, p.b);
    const finding = { status, reason: at(REASONS[status], p.c), rationale: p.text };
    return setFinding(p.state, { claimId: claim(p, p.a), ...finding }, p.context);
  },
  setStage: (p: Pick) =>
    setStage(p.state, { claimIds: [claim(p, p.a), claim(p, p.b)], stage: at(STAGES, p.c) }, p.context),
  setOwner: (p: Pick) => setOwner(p.state, { claimIds: [claim(p, p.a)], owner: p.text }, p.context),
  makeSecondRead: (p: Pick) => {
    const status = at(STATUSES, p.b);
    const finding = { status, reason: at(REASONS[status], p.c), rationale: p.text };
    return makeSecondRead(p.state, { claimId: claim(p, p.a), ...finding }, p.context);
  },
  settleSecondRead: (p: Pick) =>
    settleSecondRead(p.state, { claimId: claim(p, p.a), takes: null, why: p.text }, p.context),
  assessMany: (p: Pick) =>
    assessMany(
      p.state,
      {
        evidenceId: idOf(p.state, 'evidence', p.a),
        claimIds: [claim(p, p.b), claim(p, p.c)],
        stance: at(STANCES, p.c),
      },
      p.context,
    ),
  setPassage: (p: Pick) =>
    setPassage(
      p.state,
      { anchor: anchorFor(p), voice: at(VOICES, p.c), ladder: ladderOf(p, p.b) },
      p.context,
    ),
  removePassage: (p: Pick) => removePassage(p.state, { passageId: idOf(p.state, 'passage', p.a) }, p.context),
  addParty: (p: Pick) =>
    addParty(p.state, { fields: { names: [{ text: p.text, script: 'latin', kind: 'name' }] } }, p.context),
  mergeParties: (p: Pick) =>
    mergeParties(
      p.state,
      { keepId: idOf(p.state, 'party', p.a), mergeIds: [idOf(p.state, 'party', p.b)] },
      p.context,
    ),
  removeParty: (p: Pick) => removeParty(p.state, { partyId: idOf(p.state, 'party', p.a) }, p.context),
  addSubject: (p: Pick) =>
    editClaim(
      p.state,
      { claimId: claim(p, p.a), fields: { subjects: [idOf(p.state, 'party', p.b)] } },
      p.context,
    ),
  attachEvidence: (p: Pick) =>
    attachEvidence(
      p.state,
      {
        items: [{ kind: 'quotation', fields: { text: p.text } }],
        bearing: p.b % 2 === 0 ? null : { claimId: claim(p, p.a), stance: at(STANCES, p.c) },
      },
      p.context,
    ),
  removeEvidence: (p: Pick) =>
    removeEvidence(p.state, { evidenceId: idOf(p.state, 'evidence', p.a) }, p.context),
  createOrigin: (p: Pick) =>
    createOrigin(
      p.state,
      {
        name: p.text,
        partyId: p.state.party.size === 0 ? null : idOf(p.state, 'party', p.a),
        evidenceIds: p.state.evidence.size === 0 ? [] : [idOf(p.state, 'evidence', p.b)],
      },
      p.context,
    ),
  assess: (p: Pick) =>
    assess(
      p.state,
      {
        evidenceId: idOf(p.state, 'evidence', p.a),
        claimId: claim(p, p.b),
        stance: at(STANCES, p.c),
        note: p.text,
      },
      p.context,
    ),
  removeAssessment: (p: Pick) =>
    removeAssessment(p.state, { assessmentId: idOf(p.state, 'assessment', p.a) }, p.context),
  addRelation: (p: Pick) =>
    addRelation(p.state, { from: claim(p, p.a), to: claim(p, p.b), kind: at(RELATIONS, p.c) }, p.context),
  removeRelation: (p: Pick) =>
    removeRelation(p.state, { relationId: idOf(p.state, 'relation', p.a) }, p.context),
  markLookedAt: (p: Pick) => markLookedAt(p.state, { claimId: claim(p, p.a) }, p.context),
  addCheck: (p: Pick) =>
    addCheck(
      p.state,
      { claimId: claim(p, p.a), where: p.text, result: at(CHECK_RESULTS, p.b), until: '2015-04-01' },
      p.context,
    ),
  addNote: (p: Pick) =>
    addNote(p.state, { claimId: claim(p, p.a), kind: 'question', text: p.text }, p.context),
} satisfies Record<string, (pick: Pick) => Outcome>;

/** What the step writes in this case, or why it is refused. */
export const outcomeOf = ({ name, ...rest }: Step, state: CaseState, context: Context): Outcome =>
  STEPS[name]({ state, context, ...rest });

/** Commands that make things come more often, so that the others find something to work on. */
const weighted = (Object.keys(STEPS) as Step['name'][]).flatMap((name) =>
  ['makeClaim', 'addRelation', 'assess', 'attachEvidence', 'setPassage', 'addParty'].includes(name)
    ? [name, name, name]
    : [name],
);

/** Any step. */
export const anyStep: fc.Arbitrary<Step> = fc.record({
  name: fc.constantFrom(...weighted),
  a: fc.nat(1000),
  b: fc.nat(1000),
  c: fc.nat(1000),
  text: fc.oneof(
    fc.string({ minLength: 1, maxLength: 12, unit: 'grapheme' }),
    fc.constantFrom('A claim.', 'Ali', 'أبو حجر'),
  ),
});

const step = (name: Step['name'], a: number, b: number, c: number, text: string): Step => ({
  name,
  a,
  b,
  c,
  text,
});

/** A case with something in it, so that the steps after it have something to work on. */
const PRELUDE: readonly Step[] = [
  step('importDocument', 0, 0, 0, 'Article'),
  ...[0, 6, 13, 60].map((start) => step('makeClaim', 0, start, start + 9, `Claim at ${start}.`)),
  ...['Ali', 'Omar'].map((name) => step('addParty', 0, 0, 0, name)),
  ...[0, 1].map((at) => step('attachEvidence', at, 0, at, `Words ${at}`)),
];

/** What one person does in a sitting: a first document, claims, parties and evidence, then any steps. */
export const anySteps = (maxLength = 60): fc.Arbitrary<readonly Step[]> =>
  fc.array(anyStep, { maxLength, size: 'max' }).map((steps) => [...PRELUDE, ...steps]);

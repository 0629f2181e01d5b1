import * as v from 'valibot';
import { ladderOf, sameLadder } from '../anchoring/ladder-of.ts';
import { indexPassages } from '../anchoring/passage-index.ts';
import type { Change } from '../journal/entry.ts';
import { CASE_ITEM_ID } from '../model/case-info.ts';
import type { Claim } from '../model/claim.ts';
import type { Passage } from '../model/passage.ts';
import type { Context } from '../ports/command.ts';
import { CaseFolderError } from './case-folder-error.ts';
import { type CaseFolder, caseFolderSchema } from './case-folder-schema.ts';
import { checkCaseFolder } from './check-case-folder.ts';
import { completeParties } from './complete-parties.ts';
import { createChange } from './create-change.ts';
import { ARTICLE_FILE, type Naming, toClaim, toDocument, toParty, toPassage } from './folder-items.ts';

export const CASE_FOLDER_FORMAT = 'touchstone-case';
export const CASE_FOLDER_VERSION = 1;

function readJson(caseJson: string): unknown {
  try {
    return JSON.parse(caseJson.replace(/^\ufeff/, ''));
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new CaseFolderError('case-not-json', '', `case.json is no JSON: ${why}`, { cause: error });
  }
}

const headSchema = v.object({
  format: v.optional(v.literal(CASE_FOLDER_FORMAT), CASE_FOLDER_FORMAT),
  version: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1)), CASE_FOLDER_VERSION),
});

/** Where an issue is, as one writes it: `claims[3].anchors[0].start`. */
const placeOf = (issue: v.BaseIssue<unknown>): string =>
  (issue.path ?? [])
    .map(({ key }) => (typeof key === 'number' ? `[${key}]` : `.${String(key)}`))
    .join('')
    .replace(/^\./, '');

function checkHead(value: unknown): void {
  const head = v.safeParse(headSchema, value);
  if (!head.success || Array.isArray(value)) {
    const place = head.issues?.[0] ? placeOf(head.issues[0]) : '';
    throw new CaseFolderError('case-other-format', place, 'case.json holds no Touchstone case.');
  }
  if (head.output.version <= CASE_FOLDER_VERSION) return;
  const message = `this case is of format version ${head.output.version}; this Touchstone reads up to ${CASE_FOLDER_VERSION}.`;
  throw new CaseFolderError('case-newer-version', 'version', message);
}

/**
 * Reads `case.json` with the article beside it. Everything is checked: fields, that every anchor
 * stands on its words, that every name within the file resolves. Throws {@link CaseFolderError}.
 */
export function parseCaseFolder(caseJson: string, article: string): CaseFolder {
  const value = readJson(caseJson);
  checkHead(value);
  if (article.trim() === '') throw new CaseFolderError('case-bad-article', ARTICLE_FILE, 'it is empty.');
  if (/\p{Cs}/u.test(article)) {
    throw new CaseFolderError('case-bad-article', ARTICLE_FILE, 'it holds halves of characters.');
  }
  const parsed = v.safeParse(caseFolderSchema, value);
  if (!parsed.success) {
    const [issue] = parsed.issues;
    throw new CaseFolderError('case-bad-field', placeOf(issue), issue.message);
  }
  checkCaseFolder(parsed.output, article);
  return completeParties(parsed.output);
}

function namingOf(folder: CaseFolder, article: string, context: Context): Naming {
  const ids = new Map(folder.parties.map(({ id }) => [id, context.newId()]));
  const partyId = (id: string) => {
    const given = ids.get(id);
    if (given === undefined) throw new CaseFolderError('case-bad-reference', id, 'it is not in this file.');
    return given;
  };
  return { article, documentId: context.newId(), parties: folder.parties, partyId };
}

function claimChanges(
  folder: CaseFolder,
  naming: Naming,
  passages: readonly Passage[],
  context: Context,
): Change[] {
  const index = indexPassages(passages);
  const inherits = (claim: Claim) =>
    claim.ladder !== null && sameLadder(claim.ladder, ladderOf({ ...claim, ladder: null }, index));
  const ids = new Map(folder.claims.map(({ ref }) => [ref, context.newId()]));
  const idOf = (ref: string) => ids.get(ref) ?? '';
  const claims = folder.claims.map((given) => {
    const claim = toClaim(given, naming, context.today());
    return createChange('claim', idOf(given.ref), inherits(claim) ? { ...claim, ladder: null } : claim);
  });
  const relations = folder.relations.map(({ from, to, kind, note }) =>
    createChange('relation', context.newId(), { from: idOf(from), to: idOf(to), kind, note }),
  );
  const notes = folder.claims.flatMap(({ ref, notes: held }) =>
    held.map((note) => createChange('note', context.newId(), { claimId: idOf(ref), ...note })),
  );
  const items = new Map(folder.evidence.map(({ ref }) => [ref, context.newId()]));
  const evidence = folder.evidence.map((item) => createChange('evidence', items.get(item.ref) ?? '', item));
  const assessments = folder.claims.flatMap(({ ref, evidence: held }) =>
    held.map(({ item, stance, note }) =>
      createChange('assessment', context.newId(), {
        evidenceId: items.get(item) ?? '',
        claimId: idOf(ref),
        stance,
        note,
      }),
    ),
  );
  return [...claims, ...relations, ...notes, ...evidence, ...assessments];
}

/**
 * The changes that make this case folder out of nothing, under fresh ids, and the texts of its
 * documents by id. Claims whose ladder is their passage's inherit it. Throws {@link CaseFolderError}.
 */
export function seedChanges(
  caseJson: string,
  article: string,
  context: Context,
): { changes: Change[]; texts: Map<string, string> } {
  const folder = parseCaseFolder(caseJson, article);
  const naming = namingOf(folder, article, context);
  const passages = folder.passages.map((passage) => toPassage(passage, naming));
  const changes = [
    createChange('case', CASE_ITEM_ID, { title: folder.title, mode: 'desk', founder: context.actor }),
    ...folder.parties.map((party) => createChange('party', naming.partyId(party.id), toParty(party, naming))),
    createChange('document', naming.documentId, toDocument(folder, naming)),
    ...passages.map((passage) => createChange('passage', context.newId(), passage)),
    ...claimChanges(folder, naming, passages, context),
  ];
  return { changes, texts: new Map([[naming.documentId, article]]) };
}

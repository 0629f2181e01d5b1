import { makeAnchor } from '../anchoring/make-anchor.ts';
import { REASONS, type Reason } from '../model/finding.ts';
import { CaseFolderError } from './case-folder-error.ts';
import type { CaseFolder, FolderAnchor, FolderClaim } from './case-folder-schema.ts';

/** Checks that the article's words stand where the anchor says. Throws {@link CaseFolderError}. */
function checkAnchor(anchor: FolderAnchor, place: string, article: string): void {
  const { start, end, exact } = anchor;
  const bad = (message: string): never => {
    throw new CaseFolderError('case-bad-anchor', place, message);
  };
  if (start >= end || end > article.length) {
    bad(`there are no words between ${start} and ${end} in an article of ${article.length} characters.`);
  }
  const stands = makeAnchor('', article, start, end);
  if (stands.exact !== exact) {
    bad(
      `the article reads ${JSON.stringify(stands.exact)} between ${start} and ${end}, not ${JSON.stringify(exact)}.`,
    );
  }
  for (const side of ['prefix', 'suffix'] as const) {
    const given = anchor[side];
    if (given !== undefined && given !== stands[side]) {
      bad(`its ${side} is ${JSON.stringify(stands[side])} in the article, not ${JSON.stringify(given)}.`);
    }
  }
}

function checkAnchors(folder: CaseFolder, article: string): void {
  folder.passages.forEach(({ anchor }, at) => {
    checkAnchor(anchor, `passages[${at}].anchor`, article);
  });
  folder.claims.forEach(({ ref, anchors }, at) => {
    anchors.forEach((anchor, which) => {
      checkAnchor(anchor, `claims[${at}] (${ref}).anchors[${which}]`, article);
    });
  });
  folder.document.defects.forEach(({ start, end }, at) => {
    const outside = start !== null && end !== null && !(start < end && end <= article.length);
    if (!outside && (start === null) === (end === null)) return;
    const message = `there is no place between ${start} and ${end} in the article.`;
    throw new CaseFolderError('case-bad-anchor', `document.defects[${at}]`, message);
  });
}

function checkUnique(names: readonly string[], list: string): ReadonlySet<string> {
  const seen = new Set<string>();
  names.forEach((name, at) => {
    if (seen.has(name)) {
      throw new CaseFolderError('case-bad-reference', `${list}[${at}]`, `“${name}” is there twice.`);
    }
    seen.add(name);
  });
  return seen;
}

function checkKnown(
  known: ReadonlySet<string>,
  names: readonly (string | null | undefined)[],
  place: string,
): void {
  for (const name of names) {
    if (name === null || name === undefined || known.has(name)) continue;
    throw new CaseFolderError('case-bad-reference', place, `“${name}” is not in this file.`);
  }
}

const namedIn = (attribution: FolderClaim['attribution']) => (attribution ?? []).map(({ party }) => party);

function checkReferences(folder: CaseFolder): void {
  const { document, parties, passages, claims, evidence, relations } = folder;
  const known = checkUnique(
    parties.map(({ id }) => id),
    'parties',
  );
  const refs = checkUnique(
    claims.map(({ ref }) => ref),
    'claims',
  );
  const items = checkUnique(
    evidence.map(({ ref }) => ref),
    'evidence',
  );
  claims.forEach(({ ref, evidence: held }, at) => {
    const names = held.map(({ item }) => item);
    checkKnown(items, names, `claims[${at}] (${ref}).evidence`);
    checkUnique(names, `claims[${at}] (${ref}).evidence`);
  });
  checkKnown(known, [document.publisherParty], 'document.publisherParty');
  parties.forEach(({ affiliation, notToBeConfusedWith }, at) => {
    checkKnown(known, [affiliation, ...notToBeConfusedWith], `parties[${at}]`);
  });
  passages.forEach(({ attribution, candidates }, at) => {
    checkKnown(known, [...namedIn(attribution), ...candidates], `passages[${at}]`);
  });
  claims.forEach(({ ref, attribution, subjects }, at) => {
    checkKnown(known, [...namedIn(attribution), ...subjects], `claims[${at}] (${ref})`);
  });
  relations.forEach(({ from, to }, at) => {
    checkKnown(refs, [from, to], `relations[${at}]`);
    if (from !== to) return;
    throw new CaseFolderError('case-bad-reference', `relations[${at}]`, `relates ${from} to itself.`);
  });
}

function checkFinding({ ref, status, reason, finding, stage }: FolderClaim, at: number): void {
  const reasons: readonly Reason[] = REASONS[status];
  const bad = (message: string): never => {
    throw new CaseFolderError('case-bad-field', `claims[${at}] (${ref})`, message);
  };
  if (!reasons.includes(reason)) bad(`“${reason}” is no reason for “${status}”.`);
  if (status !== 'unverified' && !finding?.rationale.trim()) bad(`“${status}” needs a rationale.`);
  if (stage === 'signed off') bad('a case folder holds no second read, so nothing in it is signed off.');
  if (stage === 'second read' && reason === 'not started') bad('there is no finding to read a second time.');
  if (status === 'unverified' && finding?.confidence) bad('an unverified claim has no confidence.');
}

/** Checks what a schema cannot: anchors, references within the file, findings. */
export function checkCaseFolder(folder: CaseFolder, article: string): void {
  checkAnchors(folder, article);
  checkReferences(folder);
  folder.claims.forEach(checkFinding);
}

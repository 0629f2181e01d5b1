import { randomUUID } from 'node:crypto';
import { resolve } from 'node:path';
import { v7 as newId } from 'uuid';
import { signedChains } from '#core/exchange/project-file/chains-file.ts';
import { journalLine } from '#core/exchange/project-file/journal-line.ts';
import { appendChanges } from '#core/journal/append.ts';
import { CASE_ITEM_ID } from '#core/model/case-info.ts';
import type { BagContent, DocumentSource, Signer } from '../vault/project-file/write-bag.ts';
import type { PackCommand } from './commands.ts';
import { type BagFolder, isBagFolder, readBagFolder } from './bag-folder.ts';
import { ENTROPY } from './entropy.ts';
import { PROGRAM } from './program.ts';
import { type CaseContent, readCase } from './read-case.ts';
import { save } from './save.ts';
import { secretsFrom } from './secrets.ts';
import { requireTarget } from './target.ts';
import { today } from './today.ts';

export async function* each<T>(items: Iterable<T>): AsyncGenerator<T> {
  yield* items;
}

const textSource = (id: string, text: string): DocumentSource => ({
  id,
  read: () => each([Buffer.from(text)]),
});

type Packed = { readonly content: BagContent; readonly textBytes: number };

/** A case folder of one's own becomes a case of its own: fresh ids, one actor. */
function fromCaseFolder({ changes, texts }: CaseContent, actor: string): Packed {
  const tip = { actor, seen: {}, prev: null, at: null };
  const named = {
    entity: 'actor',
    entityId: actor,
    op: 'create',
    patch: { alias: PROGRAM.name, initials: '' },
  } as const;
  const { entries } = appendChanges(tip, [named, ...changes], ENTROPY);
  const lines = entries.map((entry) => Buffer.from(`${journalLine(entry)}\n`));
  const title = changes.find(({ entityId }) => entityId === CASE_ITEM_ID)?.patch.title;
  const info = {
    caseId: randomUUID(),
    title: typeof title === 'string' ? title : '',
    savedAt: new Date().toISOString(),
    savedBy: { actor, alias: PROGRAM.name, publicKey: null },
    scope: 'whole',
    program: PROGRAM,
  } as const;
  const documents = [...texts].map(([id, text]) => textSource(id, text));
  const content = { info, journal: each(lines), documents: each(documents), evidence: [], sign: null };
  return { content, textBytes: lines.reduce((sum, { length }) => sum + length, 0) };
}

/** The signature in the folder still stands for the same chain ends; for others it is left out. */
function keptSignature({ info, chains }: BagFolder): Signer {
  const vouched = Buffer.from(signedChains(info.caseId, chains.heads));
  return async (bytes) => {
    if (!chains.signature || !vouched.equals(bytes)) return null;
    const { publicKey, value } = chains.signature;
    return { publicKey, value };
  };
}

function fromBagFolder(folder: BagFolder): Packed {
  const { info, journal, documents, evidence, journalBytes } = folder;
  const { format: _format, formatVersion: _version, ...kept } = info;
  return {
    content: {
      info: { ...kept, savedAt: new Date().toISOString(), program: PROGRAM },
      journal: journal(),
      documents: each(documents),
      evidence,
      sign: keptSignature(folder),
    },
    textBytes: journalBytes,
  };
}

/** Packs a case folder, or a folder made by `extract`. Throws a CliError in words. */
export async function pack({ source, output, secrets, seal }: PackCommand): Promise<void> {
  requireTarget(output);
  const folder = resolve(source);
  const actor = newId();
  const { content, textBytes } = isBagFolder(folder)
    ? fromBagFolder(await readBagFolder(folder))
    : fromCaseFolder(readCase(source, today(), actor), actor);
  await save(output, content, await secretsFrom(secrets).toSeal(seal, output), textBytes);
}

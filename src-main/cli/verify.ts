import { resolve } from 'node:path';
import type { FileScope } from '#core/exchange/project-file/case-file.ts';
import type { Summary } from '../vault/project-file/open-file.ts';
import type { VerifyCommand } from './commands.ts';
import { EXIT } from './cli-error.ts';
import { isProjectFile, withProjectFile } from './open-project-file.ts';
import { plain } from './plain.ts';
import { secretsFrom } from './secrets.ts';
import { verifyExported } from './verify-exported.ts';

const count = (number: number, one: string, many: string): string => `${number} ${number === 1 ? one : many}`;

const absentFrom = ({ missing }: Summary): number => missing.documents.length + missing.evidence.length;

/** A part of a case leaves things out; what says that it is the whole case should not. */
const isIncomplete = (summary: Summary): boolean => summary.info.scope === 'whole' && absentFrom(summary) > 0;

const SCOPES: Readonly<Record<FileScope, string>> = {
  whole: '',
  part: ', a part of it',
  redacted: ', a copy without protected names',
};

function describe(file: string, summary: Summary): string[] {
  const { info, entries, withheld, actors, documents, evidence, signature } = summary;
  const { savedBy, savedAt, program, scope } = info;
  const by = savedBy.alias === '' ? savedBy.actor : savedBy.alias;
  const absent = absentFrom(summary);
  return [
    `${file}: sound${isIncomplete(summary) ? ', but not complete' : ''}`,
    `  case       ${plain(info.title)} (${info.caseId})${SCOPES[scope]}`,
    `  saved      ${savedAt} by ${plain(by)}, ${plain(program.name)} ${plain(program.version)}`,
    `  signature  ${signature === 'valid' ? `valid, key ${savedBy.publicKey ?? ''}` : 'none'}`,
    `  history    ${count(entries, 'entry', 'entries')} by ${count(actors.length, 'person', 'people')}${withheld > 0 ? `, ${withheld} of them withheld` : ''}`,
    `  holds      ${count(documents.length, 'document', 'documents')}, ${count(evidence.files, 'piece', 'pieces')} of evidence (${evidence.bytes} bytes)`,
    ...(absent > 0 ? [`  not here   ${count(absent, 'file', 'files')} that the history names`] : []),
  ];
}

/**
 * Checks a project file, or anything that was exported, and says what it holds; resolves with the exit code. A file that says it is
 * the whole case and lacks something its history names is no damaged file (a snapshot without the
 * evidence is one), but a script must be able to tell. Throws a CliError in words.
 */
export async function verify(command: VerifyCommand): Promise<number> {
  const { file, secrets } = command;
  if (!isProjectFile(resolve(file))) return verifyExported(command);
  const summary = await withProjectFile(file, secretsFrom(secrets), async (opened) => opened.summary);
  process.stdout.write(`${describe(file, summary).join('\n')}\n`);
  return isIncomplete(summary) ? EXIT.incomplete : EXIT.done;
}

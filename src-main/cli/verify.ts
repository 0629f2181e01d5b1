import type { Summary } from '../vault/project-file/open-file.ts';
import type { VerifyCommand } from './arguments.ts';
import { withProjectFile } from './open-project-file.ts';
import { secretsFrom } from './secrets.ts';

/** One line each; a title cannot break out of its line or command the terminal. */
const plain = (text: string): string => text.replace(/\p{Cc}/gu, ' ');

const count = (number: number, one: string, many: string): string => `${number} ${number === 1 ? one : many}`;

function describe(file: string, summary: Summary): string[] {
  const { info, entries, withheld, actors, documents, evidence, missing, signature } = summary;
  const { savedBy, savedAt, program, scope } = info;
  const by = savedBy.alias === '' ? savedBy.actor : savedBy.alias;
  const absent = missing.documents.length + missing.evidence.length;
  return [
    `${file}: sound`,
    `  case       ${plain(info.title)} (${info.caseId})${scope === 'part' ? ', a part of it' : ''}`,
    `  saved      ${savedAt} by ${plain(by)}, ${plain(program.name)} ${plain(program.version)}`,
    `  signature  ${signature === 'valid' ? `valid, key ${savedBy.publicKey ?? ''}` : 'none'}`,
    `  history    ${count(entries, 'entry', 'entries')} by ${count(actors.length, 'person', 'people')}${withheld > 0 ? `, ${withheld} of them withheld` : ''}`,
    `  holds      ${count(documents.length, 'document', 'documents')}, ${count(evidence.files, 'piece', 'pieces')} of evidence (${evidence.bytes} bytes)`,
    ...(absent > 0 ? [`  not here   ${count(absent, 'file', 'files')} that the history names`] : []),
  ];
}

/** Checks a project file and says what it holds. Throws a CliError in words. */
export async function verify({ file, secrets }: VerifyCommand): Promise<void> {
  const summary = await withProjectFile(file, secretsFrom(secrets), async (opened) => opened.summary);
  process.stdout.write(`${describe(file, summary).join('\n')}\n`);
}

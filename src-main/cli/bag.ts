import { bagFiles } from '#core/exchange/bag/bag-files.ts';
import { evidenceCsv } from '#core/exchange/csv/claims-csv.ts';
import { leavingForOthers } from '#core/exchange/leaving-export.ts';
import { CASE_ITEM_ID } from '#core/model/case-info.ts';
import { guardOf } from '#core/protection/guard.ts';
import {
  type EvidenceBag,
  writeEvidenceBag,
  type WrittenBag,
} from '../vault/evidence-bag/write-evidence-bag.ts';
import { realDisk } from '../vault/files/disk.ts';
import type { BagCommand } from './commands.ts';
import { CliError, EXIT } from './cli-error.ts';
import { failure } from './failures.ts';
import { plain } from './plain.ts';
import { PROGRAM } from './program.ts';
import type { EvidenceContent } from './report-pictures.ts';
import { type ReportedCase, withReported } from './reported-case.ts';
import { today } from './today.ts';
import { requireElsewhere, writeLeaving } from './write-leaving.ts';

/** Content that is known to be there. */
async function* read(contentOf: EvidenceContent, sha256: string): AsyncGenerator<Uint8Array> {
  yield* contentOf(sha256) ?? [];
}

function bagOf({ state, texts, contentOf }: ReportedCase, caseId: string, day: string) {
  const leaving = leavingForOthers({ state, texts, language: 'en' });
  const plan = bagFiles(leaving, null);
  const here = plan.files.filter(({ sha256 }) => contentOf(sha256) !== null);
  const bag: EvidenceBag = {
    title: leaving.state.case.get(CASE_ITEM_ID)?.title ?? '',
    caseId,
    day,
    software: `${PROGRAM.name} ${PROGRAM.version}`,
    table: new TextEncoder().encode(evidenceCsv(leaving, null)),
    files: here.map((file) => ({ ...file, read: () => read(contentOf, file.sha256) })),
  };
  const missing = plan.files.filter((file) => !here.includes(file)).map(({ ref }) => ref);
  return { bag, missing, leftOut: plan.leftOut };
}

const line = (refs: readonly string[], words: string): string =>
  refs.length === 0 ? '' : `  ${words}: ${plain(refs.join(', '))}\n`;

async function write(reported: ReportedCase, { source, output }: BagCommand, day: string): Promise<void> {
  const { caseId, state, files } = reported;
  if (caseId === null) throw new CliError(EXIT.input, `${source} is no project file: it holds no evidence.`);
  requireElsewhere(output, files);
  const { bag, missing, leftOut } = bagOf(reported, caseId, day);
  if (bag.files.length === 0)
    throw new CliError(EXIT.input, `${source}: there is no evidence file that may leave.`);
  let written: WrittenBag = { bytes: 0, leftOut: [] };
  const make = async (temporary: string, signal: AbortSignal): Promise<void> => {
    const watch = { signal, report: () => undefined };
    written = await writeEvidenceBag(realDisk, temporary, bag, watch).catch((error: unknown) => {
      throw failure(output, error);
    });
  };
  // As in the window: in a file as it came, an alias is anybody's name.
  await writeLeaving(output, { make, guard: guardOf(state, false) });
  const masked = bag.files.filter(({ ref, masks }) => masks.length > 0 && !written.leftOut.includes(ref));
  const refs = masked.map(({ ref }) => ref);
  process.stdout.write(
    `${output}: ${bag.files.length - written.leftOut.length} files of evidence, not encrypted\n` +
      line(refs, 'as copies with their masks burned in') +
      line([...leftOut, ...written.leftOut], 'left out, because their masks cannot be burned in') +
      line(missing, 'not in this project file'),
  );
}

/** Writes the evidence of a project file, or of a folder made by extract, as a bag. Throws a CliError in words. */
export async function bag(command: BagCommand): Promise<void> {
  const day = command.asOf ?? today();
  await withReported(command, day, (reported) => write(reported, command, day));
}

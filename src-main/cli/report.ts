import { guardOf } from '#core/protection/guard.ts';
import { leavingReport } from '#core/report/leaving-report.ts';
import { DEFAULT_SETUP, namesChecker, type ReportSetup } from '#core/report/setup.ts';
import { writeNew } from '../services/files/write-whole.ts';
import type { TypesetFolders } from '../services/report/compile.ts';
import { typeset } from '../services/report/typeset.ts';
import type { ReportCommand } from './commands.ts';
import { picturesFrom } from './report-pictures.ts';
import { type ReportedCase, withReported } from './reported-case.ts';
import { today } from './today.ts';
import { requireElsewhere, writeLeaving } from './write-leaving.ts';

async function write(
  { state, entries, texts, files, contentOf }: ReportedCase,
  { output, setup: given }: ReportCommand,
  day: string,
  folders: TypesetFolders,
): Promise<void> {
  const setup: ReportSetup = { ...DEFAULT_SETUP, ...given };
  requireElsewhere(output, files);
  const pictures = await picturesFrom(state, contentOf);
  const { model } = leavingReport({
    state,
    texts,
    entries,
    pictures: pictures.map(({ name }) => name),
    // The key that signs stays in the app.
    signature: null,
    today: day,
    setup,
  });
  const { pdf, pages, deviation } = typeset(
    { model, paper: setup.paper, standard: setup.standard, pictures },
    folders,
  );
  const make = (temporary: string): Promise<void> => writeNew(temporary, pdf);
  await writeLeaving(output, { make, guard: guardOf(state, !namesChecker(setup)), content: model });
  if (deviation !== null) process.stderr.write(`touchstone: not to the standard, but tagged: ${deviation}\n`);
  process.stdout.write(`${output}: ${pages} ${pages === 1 ? 'page' : 'pages'}\n`);
}

/** Writes the report of a case folder, a project file or an article. Throws a CliError in words. */
export async function report(command: ReportCommand, folders: TypesetFolders): Promise<void> {
  const day = command.asOf ?? today();
  await withReported(command, day, (reported) => write(reported, command, day, folders));
}

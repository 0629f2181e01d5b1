import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT, SetupError } from './lib/run.mjs';
import { main, setUp } from './lib/setup.mjs';
import { fit, readLabelled } from './lib/worth-training.mjs';
import { keptTable } from './lib/worth-table.mjs';

const WORTH = join(ROOT, 'src-renderer/core/extraction/worth');
/** How they were chosen, and with sight of what: docs/claim-engine.md. */
const SETTINGS = { C: 4, cueScale: 4, minimum: 3 };

/**
 * `node scripts/train-worth.mjs TRAIN.tsv` trains the weights of check-worthiness on ClaimBuster's
 * sentences as CheckThat! 2024 (task 1, English, train) holds them, and writes weights.ts. The same
 * file gives the same weights.
 */
await main(async () => {
  setUp({ window: false });
  const [file] = process.argv.slice(2);
  if (!file || !existsSync(file))
    throw new SetupError('Which file? Give CT24_checkworthy_english_train.tsv.');
  const { runnerImport } = await import('vite');
  const load = async (path) => (await runnerImport(path, { root: ROOT, configFile: false })).module;
  const { shadowOf } = await load(join(WORTH, '../shadow.ts'));
  const { wordsOf } = await load(join(WORTH, 'tokens.ts'));
  const { placesOf } = await load(join(WORTH, 'features.ts'));
  const { cuesOf } = await load(join(WORTH, 'cues.ts'));
  const { CUE_KINDS } = await load(join(WORTH, 'cue-words.ts'));
  const rows = readLabelled(readFileSync(file, 'utf8')).map(({ text, yes }) => {
    const sentence = shadowOf(text);
    const words = wordsOf(sentence);
    const cues = cuesOf(sentence, words).map(({ kind }) => CUE_KINDS.indexOf(kind));
    return { yes, cues, places: [...placesOf(words)] };
  });
  const model = fit(rows, { ...SETTINGS, cues: CUE_KINDS.length });
  const { table, scale, kept } = keptTable(model.placeWeights);
  const number = (value) => Number(value.toPrecision(4));
  writeFileSync(
    join(WORTH, 'weights.ts'),
    `/**
 * Weights of check-worthiness, made by scripts/train-worth.mjs: do not edit. Trained on ClaimBuster
 * (F. Arslan, N. Hassan, C. Li, M. Tremayne: A Benchmark Dataset of Check-worthy Factual Claims,
 * ICWSM 2020; licence CC BY 4.0, https://creativecommons.org/licenses/by/4.0/), in the selection of
 * CheckThat! 2024, task 1, English, training part. Changed by us: the sentences became these numbers.
 * \`cues\` in the order of CUE_KINDS; \`table\` as readWeightTable reads it, times \`scale\`.
 */
export const WEIGHTS = {
  intercept: ${number(model.intercept)},
  cues: [${model.cueWeights.map(number).join(', ')}],
  scale: ${number(scale)},
  table:
    '${table}',
};
`,
  );
  console.log(`${rows.length} sentences, ${model.used} features, ${kept} kept`);
});

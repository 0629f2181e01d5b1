import { checkFile } from '#main/services/leak-check/check-file.ts';

const [path = ''] = process.argv.slice(2);
const NAMES = 40;

/** Names of no one, in both scripts, as many as a case that protects its people looks for. */
const needles = Array.from({ length: NAMES }, (_, at) => [
  { itemId: `party-${at}`, words: `Qahtan Zubayrov ${at}` },
  { itemId: `party-${at}`, words: `قحطان زبيروف ${at}` },
]).flat();

/** Checks one finished report; prints seconds, peak memory in bytes and how often something was found. */
async function check(): Promise<void> {
  const question = { path, fileName: 'report.pdf', content: '' };
  const since = performance.now();
  const report = await checkFile({ ...question, needles, watched: [] });
  const seconds = (performance.now() - since) / 1000;
  const peak = process.resourceUsage().maxRSS * 1024;
  process.stdout.write(JSON.stringify({ seconds, peak, leaks: report.leaks.length }));
}

void check();

import { readFileSync, writeFileSync } from 'node:fs';
import { createVault } from '#main/vault/vault.ts';
import { chainOf, linesOf, smallCase } from '../support/project-content.ts';

/*
 * One measured step in a process of its own, so that its memory is its own. Arguments: the step, a
 * folder to work in, a recipient or a key file. Prints JSON.
 */

const [step = '', folder = '', key = ''] = process.argv.slice(2);
const CASE = '11111111-2222-4333-8444-555555555555';
const DOCUMENT = '0190a000-0000-7000-8000-00000000d0c1';
const PASSPHRASE = 'measured';
const file = `${folder}/case.touchstone`;
const TEXT = 'A bridge was closed.\n';

let verifyingSince: number | null = null;
const vaultIn = (name: string) =>
  createVault({
    folder: `${folder}/${name}`,
    cost: { opslimit: 1, memlimit: 8192 },
    onProgress: (report) => {
      if ('phase' in report && report.phase === 'verifying') verifyingSince ??= performance.now();
    },
  });

const seconds = (since: number, until = performance.now()): number => (until - since) / 1000;
const blobOf = () => JSON.parse(readFileSync(`${folder}/blob.json`, 'utf8'));

async function prepare() {
  const vault = vaultIn('cases');
  await vault.create({ caseId: CASE, passphrase: PASSPHRASE, keychain: null });
  const blob = await vault.store({ caseId: CASE, jobId: 'store', path: `${folder}/plain` });
  writeFileSync(`${folder}/blob.json`, JSON.stringify({ ...blob, ext: 'mp4' }));
  return {};
}

async function save() {
  const vault = vaultIn('cases');
  await vault.unlock({ caseId: CASE, passphrase: PASSPHRASE });
  const blob = blobOf();
  const journal = Buffer.from(linesOf(chainOf(1, smallCase([blob], { id: DOCUMENT, text: TEXT }, 1000))));
  const idle = process.memoryUsage().rss;
  const since = performance.now();
  const jobId = 'save';
  await vault.beginSave({
    jobId,
    caseId: CASE,
    path: file,
    info: {
      caseId: CASE,
      title: 'Measured',
      savedAt: new Date().toISOString(),
      savedBy: { actor: 'a', alias: '', publicKey: null },
      scope: 'whole',
      program: { name: 'bench', version: '0' },
    },
    protection: { recipients: [key] },
    evidence: [{ sha256: blob.sha256, crc32: blob.crc32, size: blob.size, ext: 'mp4' }],
    sizes: { journal: journal.length, documents: TEXT.length },
    sign: false,
  });
  await vault.saveEntries({ jobId, bytes: journal });
  await vault.saveText({ jobId, id: DOCUMENT, bytes: Buffer.from(TEXT) });
  await vault.endSave({ jobId });
  const written = verifyingSince ?? performance.now();
  const peak = process.resourceUsage().maxRSS * 1024 - idle;
  return { write: seconds(since, written), verify: seconds(written), peak };
}

async function open() {
  const vault = vaultIn('cases-taken');
  await vault.create({ caseId: CASE, passphrase: PASSPHRASE, keychain: null });
  const identities = readFileSync(key, 'utf8')
    .split('\n')
    .filter((line) => line.startsWith('AGE-SECRET-KEY-'));
  const idle = process.memoryUsage().rss;
  const since = performance.now();
  await vault.openFile({ jobId: 'open', path: file, secret: { identities } });
  const verified = performance.now();
  await vault.takeEvidence({ jobId: 'open', caseId: CASE });
  const taken = performance.now();
  await vault.closeFile({ jobId: 'open' });
  const peak = process.resourceUsage().maxRSS * 1024 - idle;
  return { verify: seconds(since, verified), take: seconds(verified, taken), peak };
}

/** Refusing a wrong passphrase at this work factor. */
async function refuse() {
  const vault = vaultIn('cases-none');
  const since = performance.now();
  const code = await vault
    .openFile({ jobId: 'refuse', path: key, secret: { passphrase: 'wrong' } })
    .catch((error: { code: string }) => error.code);
  return { took: seconds(since), code };
}

const STEPS: Readonly<Record<string, () => Promise<object>>> = { prepare, save, open, refuse };
void STEPS[step]?.().then((result) => process.stdout.write(JSON.stringify(result)));

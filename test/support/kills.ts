import { readdirSync } from 'node:fs';
import { expect } from 'vitest';
import { rows, unlock } from './desk.ts';
import { launchApp, type RunningApp } from './electron-app.ts';

const SIZE = { width: 1440, height: 900 };

/** Kills of each kind of work; `KILLS` asks for more. */
export const ROUNDS = Number(process.env['KILLS'] ?? 25);

/** A random moment, one in each equal part of the time the work takes. */
export const momentOf = (round: number, span: number): number =>
  Math.round(((round + Math.random()) / ROUNDS) * span);

export const after = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** A started app, whether it had a case, and what its background check complained of. */
export type Started = { readonly app: RunningApp; readonly held: boolean; readonly complaints: string[] };

/** Starts on a profile and unlocks what is there. */
export async function startOn(userDataDir: string): Promise<Started> {
  const app = await launchApp({ userDataDir, size: SIZE });
  const complaints: string[] = [];
  app.page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  const locked = app.page.getByRole('heading', { name: 'Locked' });
  await locked.or(app.page.getByText('Sample, read-only')).waitFor();
  const held = await locked.isVisible();
  if (held) await unlock(app.page);
  await rows(app.page).first().waitFor();
  return { app, held, complaints };
}

/** Sealed evidence files of a profile. */
export const sealedFiles = (profile: string): number =>
  readdirSync(profile, { withFileTypes: true, recursive: true }).filter(
    (entry) => entry.isFile() && entry.parentPath.endsWith('evidence'),
  ).length;

export async function end(app: RunningApp): Promise<void> {
  await app.close();
  app.dispose();
}

/** The check behind the person's back has found neither an altered history nor rows that are not its fold. */
export const nothingWrong = ({ complaints }: Started): void => expect(complaints).toEqual([]);

import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { _electron, type ElectronApplication, type Page } from 'playwright-core';
import { packagedProgram } from '../../scripts/lib/build.mjs';
import { removeFolder } from './remove-folder.ts';

export type RunningApp = {
  readonly app: ElectronApplication;
  readonly page: Page;
  /** The profile; give it to the next launch to start again where this one stopped. */
  readonly userDataDir: string;
  /** Quits as a person does. The profile stays. */
  close(): Promise<void>;
  /** SIGKILL, as a crash or an empty battery does. The profile stays. */
  kill(): Promise<void>;
  /** Removes the profile. */
  dispose(): void;
};

export type LaunchOptions = {
  readonly userDataDir?: string;
  readonly args?: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
  readonly size?: { readonly width: number; readonly height: number };
};

/** A start takes two seconds; after this it never comes. */
const LAUNCH_MS = 45_000;

const isRoot = process.getuid?.() === 0;

/** A fresh, empty profile folder. */
export const freshProfile = (): string => mkdtempSync(join(tmpdir(), 'touchstone-profile-'));

/** The window takes ten seconds at most to store what is typed; after this the process never ends. */
const CLOSE_MS = 20_000;

/**
 * Quits; a process whose window is gone and that still does not end is killed. Electron 25 now and
 * then waits for ever in `node::FreeEnvironment`, after everything of ours has ended.
 */
async function closeOrKill(app: ElectronApplication, ended: Promise<void>): Promise<void> {
  const closing = app.close().catch(() => undefined);
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<'late'>((resolve) => {
    timer = setTimeout(() => resolve('late'), CLOSE_MS);
  });
  const first = await Promise.race([closing, ended, late]);
  clearTimeout(timer);
  if (first === 'late') {
    console.error('The app did not end after its window was closed.');
    app.process().kill('SIGKILL');
  }
  await ended;
}

/** Starts the packaged app and waits for its first window to have a page. */
export async function launchApp(options: LaunchOptions = {}): Promise<RunningApp> {
  const userDataDir = options.userDataDir ?? freshProfile();
  const environment = Object.entries({ ...process.env, ...options.env }).filter(
    (pair): pair is [string, string] => pair[1] !== undefined,
  );
  const start = (): Promise<ElectronApplication> =>
    _electron.launch({
      executablePath: packagedProgram(),
      args: [
        // Chromium refuses to run as root with its sandbox; only containers do that.
        ...(isRoot ? ['--no-sandbox'] : []),
        `--user-data-dir=${userDataDir}`,
        ...(options.args ?? []),
      ],
      env: Object.fromEntries(environment),
      timeout: LAUNCH_MS,
    });
  // Once in hundreds of starts the debugger never answers; that says nothing about the app.
  const app = await start().catch(start);
  const page = await app.firstWindow();
  // Well above anything a person waits for here; a missing element then fails its test soon.
  page.setDefaultTimeout(15_000);
  await page.waitForLoadState('domcontentloaded');
  if (options.size) await resizeWindow(app, options.size);
  const ended = new Promise<void>((resolve) => app.process().once('exit', () => resolve()));
  return {
    app,
    page,
    userDataDir,
    close: () => closeOrKill(app, ended),
    async kill() {
      app.process().kill('SIGKILL');
      await ended;
    },
    dispose: () => removeFolder(userDataDir),
  };
}

/** Gives the window's content a size in CSS pixels. */
export const resizeWindow = (
  app: ElectronApplication,
  size: { width: number; height: number },
): Promise<void> =>
  app.evaluate(({ BrowserWindow }, { width, height }) => {
    BrowserWindow.getAllWindows()[0]?.setContentSize(width, height);
  }, size);

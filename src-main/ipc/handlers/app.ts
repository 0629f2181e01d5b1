import { existsSync } from 'node:fs';
import { freeSpace } from '#main/services/files/free-space.ts';
import { ServiceError } from '#main/services/service-error.ts';
import type { Handlers } from '../register.ts';

type AppHandlers = Pick<
  Handlers,
  | 'app.info'
  | 'app.freeSpace'
  | 'app.setTitle'
  | 'app.readyToClose'
  | 'app.stillClosing'
  | 'app.startAnew'
  | 'app.showInFolder'
>;

/** What the app's own frame around the page can do. */
export type Shell = {
  readonly version: string;
  readonly locale: string;
  readonly dataPath: string;
  keychain(): boolean;
  setTitle(title: string): void;
  readyToClose(): void;
  stillClosing(): void;
  startAnew(): void;
  showInFolder(path: string): void;
  /** Whether this app wrote the file in this run. */
  wrote(path: string): boolean;
};

/** Handlers about the app itself. */
export const appHandlers = (shell: Shell): AppHandlers => ({
  'app.info': async () => ({
    version: shell.version,
    platform: process.platform,
    locale: shell.locale,
    keychain: shell.keychain(),
    dataPath: shell.dataPath,
  }),
  'app.freeSpace': async () => ({ bytes: await freeSpace(shell.dataPath) }),
  'app.setTitle': async ({ title }) => {
    shell.setTitle(title ? `${title} – Touchstone` : 'Touchstone');
    return null;
  },
  'app.readyToClose': async () => {
    shell.readyToClose();
    return null;
  },
  'app.stillClosing': async () => {
    shell.stillClosing();
    return null;
  },
  'app.startAnew': async () => {
    shell.startAnew();
    return null;
  },
  'app.showInFolder': async ({ path }) => {
    if (!shell.wrote(path)) throw new ServiceError('not-allowed', 'Only files this app wrote can be shown.');
    if (!existsSync(path)) throw new ServiceError('file-missing', 'The file is gone.');
    shell.showInFolder(path);
    return null;
  },
});

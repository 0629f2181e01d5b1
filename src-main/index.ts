import '#renderer/polyfills.ts';
import {
  app,
  type BrowserWindow,
  ipcMain,
  Menu,
  powerMonitor,
  protocol,
  safeStorage,
  session,
  shell,
  utilityProcess,
} from 'electron';
import { EVENT_CHANNEL } from '#contract/bridge.ts';
import type { EventName, EventPayload } from '#contract/events.ts';
import { appPaths } from './app-paths.ts';
import { commandIn } from './cli/asked-command.ts';
import { endSurely } from './end-surely.ts';
import { appHandlers } from './ipc/handlers/app.ts';
import { documentsHandlers } from './ipc/handlers/documents.ts';
import { evidenceHandlers } from './ipc/handlers/evidence.ts';
import { exportHandlers } from './ipc/handlers/export.ts';
import { identityHandlers } from './ipc/handlers/identity.ts';
import { keysHandlers } from './ipc/handlers/keys.ts';
import { projectHandlers } from './ipc/handlers/project.ts';
import { reportHandlers } from './ipc/handlers/report.ts';
import { sourcesHandlers } from './ipc/handlers/sources.ts';
import { registerHandlers } from './ipc/register.ts';
import { createAskedFile, projectFileIn } from './services/files/asked-file.ts';
import { createKnownPaths } from './services/files/known-paths.ts';
import { keychainAvailable } from './services/keychain/keychain.ts';
import { leakChecking } from './services/leak-check/checking.ts';
import { createOutsideCopies } from './services/outside/outside-copies.ts';
import { createReportService } from './services/report/create-report-service.ts';
import { createVaultClient } from './services/vault/vault-client.ts';
import type { Vault } from './vault/vault.ts';
import { APP_ORIGIN, appProtocolHandler } from './windows/app-protocol.ts';
import { type Closing, closeGently } from './windows/close-gently.ts';
import { electronDialogs } from './windows/dialogs.ts';
import { evidenceProtocolHandler } from './windows/evidence-protocol.ts';
import { lockContents, lockNetwork, lockSession } from './windows/lockdown.ts';
import { createMainWindow } from './windows/main-window.ts';
import { menuTemplate } from './windows/menu.ts';

const developerTools = !app.isPackaged;
const privileges = { standard: true, secure: true, supportFetchAPI: true, stream: true };

protocol.registerSchemesAsPrivileged([
  { scheme: 'app', privileges },
  { scheme: 'evidence', privileges: { ...privileges, corsEnabled: true } },
]);
lockNetwork(app);
lockContents(app);

/** Files asked for before the services stand. */
const askedEarly: string[] = [];
let ask = (path: string): void => void askedEarly.push(path);
// macOS tells by an event, even before the app is ready.
app.on('open-file', (event, path) => {
  event.preventDefault();
  ask(path);
});
const startedWith = projectFileIn(process.argv, process.cwd());
if (startedWith !== null) ask(startedWith);

/** Wires the services to the window, once Electron is ready. */
function start(): void {
  const userData = app.getPath('userData');
  const paths = appPaths(__dirname, app.isPackaged ? process.resourcesPath : null, userData);
  let window: BrowserWindow | null = null;
  let wiping = false;

  function tell<E extends EventName>(event: E, payload: EventPayload<E>): void {
    if (window && !window.isDestroyed()) window.webContents.send(EVENT_CHANNEL, event, payload);
  }
  const ownWindow = (): BrowserWindow => {
    if (!window) throw new Error('There is no window yet.');
    return window;
  };

  const vault = createVaultClient<Vault>({
    start: () => utilityProcess.fork(paths.vault, [paths.cases], { serviceName: 'Touchstone vault' }),
    onProgress({ phase, ...progress }) {
      if (phase) tell('project.progress', { phase, ...progress });
      else tell('evidence.progress', progress);
    },
    onDeath: () => tell('app.lock', {}),
  });
  // Beside the window, which needs it to say which cases there are.
  vault.begin();
  app.on('will-quit', () => vault.close());
  /** The vault forgets its keys at once; the page is told to forget its own. */
  function lock(): void {
    vault.call('lock', null).catch((error: unknown) => console.error('The vault did not lock.', error));
    tell('app.lock', {});
    void outside.wipe();
  }
  const outside = createOutsideCopies({
    temporary: app.getPath('temp'),
    userData,
    openPath: (path) => shell.openPath(path),
    takeOut: (file) => vault.call('takeOut', file),
  });
  outside.sweep().catch((error: unknown) => console.error('Old copies could not be swept.', error));
  app.on('will-quit', (event) => {
    if (!outside.held() || wiping) return;
    // Plain copies must not outlast the app: it ends when they are gone, or cannot be wiped now.
    event.preventDefault();
    wiping = true;
    void outside.wipe().finally(() => app.quit());
  });

  lockSession(session.defaultSession, developerTools);
  protocol.handle('app', appProtocolHandler(paths.renderer));
  protocol.handle(
    'evidence',
    evidenceProtocolHandler({
      stat: (caseId, sha256) => vault.call('stat', { caseId, sha256 }),
      read: async (caseId, sha256, from, to) =>
        (await vault.call('read', { caseId, sha256, start: from, end: to })).bytes,
    }),
  );

  const known = createKnownPaths();
  const targets = createKnownPaths();
  const asked = createAskedFile((path) => {
    known.add(path);
    tell('project.asked', {});
  });
  ask = asked.ask;
  for (const path of askedEarly.splice(0)) ask(path);
  const dialogs = electronDialogs(ownWindow, known.add);
  const written = new Set<string>();
  const check = leakChecking(() =>
    utilityProcess.fork(paths.leakCheck, [], { serviceName: 'Touchstone leak check' }),
  );
  let closing: Closing | null = null;
  registerHandlers(
    ipcMain,
    APP_ORIGIN,
    {
      ...appHandlers({
        version: app.getVersion(),
        locale: app.getLocale(),
        dataPath: userData,
        keychain: () => keychainAvailable(safeStorage, process.platform),
        setTitle: (title) => ownWindow().setTitle(title),
        readyToClose: () => closing?.ready(),
        stillClosing: () => closing?.still(),
        startAnew: () => ownWindow().webContents.reload(),
        showInFolder: (path) => shell.showItemInFolder(path),
        wrote: (path) => written.has(path),
      }),
      ...documentsHandlers(dialogs, known, paths.seeds),
      ...keysHandlers(vault, safeStorage, process.platform, outside.wipe),
      ...identityHandlers({
        vault,
        safeStorage,
        platform: process.platform,
        dialogs,
        known,
        wrote: (path) => written.add(path),
      }),
      ...sourcesHandlers(vault),
      ...evidenceHandlers(vault, dialogs, known, outside),
      ...exportHandlers(vault, dialogs, { known, wrote: (path) => written.add(path), check }),
      ...projectHandlers(vault, dialogs, {
        known,
        targets,
        takeAsked: asked.take,
        wrote: (path) => written.add(path),
      }),
      ...reportHandlers(
        createReportService({
          dialogs,
          check,
          start: () =>
            utilityProcess.fork(paths.report, [paths.reportTemplates, paths.fonts], {
              serviceName: 'Touchstone report',
            }),
        }),
        (path) => written.add(path),
      ),
    },
    known.add,
  );

  window = createMainWindow({ userData, preload: paths.preload, icon: paths.icon, developerTools });
  closing = closeGently(window, () => tell('app.closing', {}));
  powerMonitor.on('suspend', lock);
  powerMonitor.on('lock-screen', lock);
  // The system ends: no time for a snapshot.
  powerMonitor.on('shutdown', lock);
  window.on('session-end', lock);
  // Preferences of the window: ending does not wait for them.
  window.on('closed', () => session.defaultSession.flushStorageData());
  const send = (command: EventPayload<'menu.command'>['command']) => tell('menu.command', { command });
  Menu.setApplicationMenu(
    Menu.buildFromTemplate(menuTemplate({ platform: process.platform, developerTools, send })),
  );
  app.on('second-instance', (_event, words, cwd) => {
    const path = projectFileIn(words, cwd);
    if (path !== null) ask(path);
    if (window?.isMinimized()) window.restore();
    window?.focus();
  });
}

/** Runs a command without a window, beside an app that may be open. */
async function runCommand(command: readonly string[]): Promise<void> {
  // Loaded only now: the window needs none of it.
  const { runCommandLine } = await import('./cli/run.ts');
  const resources = app.isPackaged ? process.resourcesPath : null;
  const { reportTemplates: templates, fonts } = appPaths(__dirname, resources, app.getPath('userData'));
  const exitCode = await runCommandLine(command, { templates, fonts });
  // Words on their way to a pipe would be cut off.
  for (const stream of [process.stdout, process.stderr]) {
    await new Promise<void>((resolve) => stream.write('', () => resolve()));
  }
  app.exit(exitCode);
}

endSurely(app);
const command = app.isPackaged ? commandIn(process.argv.slice(1)) : null;
if (command) {
  app.dock?.hide();
  void runCommand(command);
} else if (app.requestSingleInstanceLock()) {
  void app.whenReady().then(start);
  app.on('window-all-closed', () => app.quit());
} else {
  app.quit();
}

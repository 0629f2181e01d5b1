import { join } from 'node:path';
import { app, protocol, session } from 'electron';
import { appProtocolHandler } from './windows/app-protocol.ts';
import { lockContents, lockSession } from './windows/lockdown.ts';
import { createMainWindow, preloadPath } from './windows/main-window.ts';

const developerTools = !app.isPackaged;

protocol.registerSchemesAsPrivileged([
  { scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true, stream: true } },
  {
    scheme: 'evidence',
    privileges: { standard: true, secure: true, supportFetchAPI: true, stream: true, corsEnabled: true },
  },
]);
lockContents(app);

if (!app.requestSingleInstanceLock()) {
  app.quit();
} else {
  void app.whenReady().then(() => {
    lockSession(session.defaultSession, developerTools);
    protocol.handle('app', appProtocolHandler(join(__dirname, '../renderer')));
    const window = createMainWindow({
      userData: app.getPath('userData'),
      preload: preloadPath(__dirname),
      icon: null,
      developerTools,
    });
    app.on('second-instance', () => {
      if (window.isMinimized()) window.restore();
      window.focus();
    });
  });
  app.on('window-all-closed', () => app.quit());
}

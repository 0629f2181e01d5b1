import { BrowserWindow, nativeTheme, screen } from 'electron';
import { APP_ORIGIN } from './app-protocol.ts';
import { keepWindowState, loadWindowState } from './window-state.ts';

const FIRST_SIZE = { width: 1366, height: 768 };
const SMALLEST = { minWidth: 800, minHeight: 560 };
/** Colours of the two themes' paper, so that the window does not flash before the first paint. */
const PAPER = { light: '#f6f5f1', dark: '#181816' };

/** Makes the one window of the app, shown when its first frame is ready. */
export function createMainWindow(options: {
  readonly userData: string;
  readonly preload: string;
  readonly icon: string | null;
  readonly developerTools: boolean;
}): BrowserWindow {
  const screens = screen.getAllDisplays().map(({ workArea }) => workArea);
  const state = loadWindowState(options.userData, screens);
  const window = new BrowserWindow({
    ...FIRST_SIZE,
    ...SMALLEST,
    ...state.bounds,
    show: false,
    title: 'Touchstone',
    backgroundColor: nativeTheme.shouldUseDarkColors ? PAPER.dark : PAPER.light,
    ...(options.icon ? { icon: options.icon } : {}),
    webPreferences: {
      preload: options.preload,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webviewTag: false,
      spellcheck: false,
      devTools: options.developerTools,
      navigateOnDragDrop: false,
    },
  });
  if (state.maximized) window.maximize();
  window.once('ready-to-show', () => window.show());
  keepWindowState(window, options.userData);
  // The page sets titles through IPC only: a document title must not reach the task bar.
  window.on('page-title-updated', (event) => event.preventDefault());
  void window.loadURL(`${APP_ORIGIN}/index.html`);
  return window;
}

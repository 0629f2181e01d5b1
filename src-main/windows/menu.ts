import type { MenuItemConstructorOptions } from 'electron';
import type { EventPayload } from '#contract/events.ts';
import en from './menu-labels/en.json';

export type MenuLabels = typeof en;
type Command = EventPayload<'menu.command'>['command'];
type Item = MenuItemConstructorOptions;

export type MenuOptions = {
  readonly platform: string;
  readonly developerTools: boolean;
  send(command: Command): void;
  readonly labels?: MenuLabels;
};

const separator: Item = { type: 'separator' };

/** Helpers to word the items of one menu. */
function itemsOf({ labels = en, send }: MenuOptions) {
  const role = (label: keyof MenuLabels, name: NonNullable<Item['role']>): Item => ({
    label: labels[label],
    role: name,
  });
  const command = (label: keyof MenuLabels, name: Command, accelerator?: string): Item => ({
    label: labels[label],
    click: () => send(name),
    ...(accelerator ? { accelerator } : {}),
  });
  /** The page itself handles the key, by its place on the keyboard; here it is only shown. */
  const shown = (item: Item): Item => ({ ...item, registerAccelerator: false });
  return { labels, role, command, shown };
}

function appMenu(options: MenuOptions): Item {
  const { role } = itemsOf(options);
  return {
    role: 'appMenu',
    submenu: [
      role('about', 'about'),
      separator,
      role('services', 'services'),
      separator,
      role('hide', 'hide'),
      role('hideOthers', 'hideOthers'),
      role('showAll', 'unhide'),
      separator,
      role('quit', 'quit'),
    ],
  };
}

function fileMenu(options: MenuOptions): Item {
  const { labels, role, command, shown } = itemsOf(options);
  const leave: Record<string, Item> = { darwin: role('close', 'close'), win32: role('exit', 'quit') };
  return {
    label: labels.file,
    submenu: [
      command('newCase', 'case.new', 'CmdOrCtrl+N'),
      command('switchCase', 'case.switch'),
      separator,
      command('openProject', 'project.open'),
      command('saveProject', 'project.save'),
      separator,
      command('importDocument', 'document.import', 'CmdOrCtrl+O'),
      command('pasteDocument', 'document.paste', 'CmdOrCtrl+Shift+V'),
      command('attachEvidence', 'evidence.attach'),
      separator,
      command('exportReport', 'report.export', 'CmdOrCtrl+Shift+E'),
      separator,
      shown({ label: labels.lock, accelerator: 'CmdOrCtrl+L', click: () => options.send('case.lock') }),
      separator,
      leave[options.platform] ?? role('quit', 'quit'),
    ],
  };
}

function editMenu(options: MenuOptions): Item {
  const { labels, role, command, shown } = itemsOf(options);
  return {
    label: labels.edit,
    submenu: [
      shown(command('undo', 'edit.undo', 'CmdOrCtrl+Z')),
      shown(command('redo', 'edit.redo', 'CmdOrCtrl+Shift+Z')),
      separator,
      role('cut', 'cut'),
      role('copy', 'copy'),
      role('paste', 'paste'),
      role('selectAll', 'selectAll'),
      separator,
      command('search', 'view.search'),
    ],
  };
}

function viewMenu(options: MenuOptions): Item {
  const { labels, role, command, shown } = itemsOf(options);
  return {
    label: labels.view,
    submenu: [
      shown(command('palette', 'view.palette', 'CmdOrCtrl+K')),
      command('theme', 'view.theme'),
      separator,
      role('zoomIn', 'zoomIn'),
      role('zoomOut', 'zoomOut'),
      role('resetZoom', 'resetZoom'),
      separator,
      role('fullScreen', 'togglefullscreen'),
      ...(options.developerTools ? [role('developerTools', 'toggleDevTools')] : []),
    ],
  };
}

function windowMenu(options: MenuOptions): Item {
  const { labels, role } = itemsOf(options);
  return {
    label: labels.window,
    role: 'windowMenu',
    submenu: [role('minimize', 'minimize'), role('zoom', 'zoom'), separator, role('front', 'front')],
  };
}

function helpMenu(options: MenuOptions): Item {
  const { labels, role, command } = itemsOf(options);
  const about = options.platform === 'darwin' ? [] : [separator, role('about', 'about')];
  return { label: labels.help, role: 'help', submenu: [command('shortcuts', 'help.shortcuts'), ...about] };
}

/** The application menu by the habits of the platform; every word comes from the catalogue. */
export const menuTemplate = (options: MenuOptions): Item[] => [
  ...(options.platform === 'darwin' ? [appMenu(options)] : []),
  fileMenu(options),
  editMenu(options),
  viewMenu(options),
  ...(options.platform === 'darwin' ? [windowMenu(options)] : []),
  helpMenu(options),
];

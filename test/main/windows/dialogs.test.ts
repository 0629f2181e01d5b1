import type { BrowserWindow } from 'electron';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { electronDialogs } from '#main/windows/dialogs.ts';

type Asked = { readonly properties?: readonly string[] };
const asked: Asked[] = [];
vi.mock('electron', () => ({
  dialog: {
    showOpenDialog: async (_window: unknown, options: Asked) => {
      asked.push(options);
      return { canceled: false, filePaths: ['/stick/a.touchstone'] };
    },
    showSaveDialog: async (_window: unknown, options: Asked) => {
      asked.push(options);
      return { canceled: true, filePath: '' };
    },
  },
}));

const chosen: string[] = [];
const dialogs = electronDialogs(
  () => ({}) as BrowserWindow,
  (path) => chosen.push(path),
);
beforeEach(() => {
  asked.length = 0;
});

describe('file dialogs', () => {
  it('leave nothing in the list of recent files of the system', async () => {
    await dialogs.openFiles('project');
    await dialogs.openFiles('evidence');
    await dialogs.saveFile('case.touchstone', 'touchstone');
    await dialogs.chooseFolder();
    expect(asked.map(({ properties }) => properties?.includes('dontAddToRecent'))).toEqual(
      Array.from(asked, () => true),
    );
    expect(asked).toHaveLength(4);
    expect(chosen).toEqual(['/stick/a.touchstone', '/stick/a.touchstone']);
  });

  it('ask before a file is replaced', async () => {
    expect(await dialogs.saveFile('case.touchstone', 'touchstone')).toBeNull();
    expect(asked[0]?.properties).toContain('showOverwriteConfirmation');
  });
});

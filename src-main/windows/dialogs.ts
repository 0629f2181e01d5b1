import { type BrowserWindow, dialog } from 'electron';
import type { Dialogs } from '#main/services/files/dialogs.ts';
import labels from './dialog-labels.en.json';

const FILTERS = {
  documents: [
    { name: labels.articles, extensions: ['txt', 'md', 'markdown', 'html', 'htm'] },
    { name: labels.allFiles, extensions: ['*'] },
  ],
  evidence: [{ name: labels.allFiles, extensions: ['*'] }],
} as const;

/** The platform's own file dialogs, as sheets of the window where that is the habit. `chose` hears of every file opened. */
export const electronDialogs = (window: () => BrowserWindow, chose: (path: string) => void): Dialogs => ({
  async openFiles(choice) {
    const { canceled, filePaths } = await dialog.showOpenDialog(window(), {
      properties: ['openFile', 'multiSelections'],
      filters: FILTERS[choice].map(({ name, extensions }) => ({ name, extensions: [...extensions] })),
    });
    if (canceled) return [];
    for (const path of filePaths) chose(path);
    return filePaths;
  },
  async saveFile(suggestedName, extension) {
    const { canceled, filePath } = await dialog.showSaveDialog(window(), {
      defaultPath: suggestedName,
      filters: [{ name: extension.toUpperCase(), extensions: [extension] }],
    });
    return canceled || !filePath ? null : filePath;
  },
});

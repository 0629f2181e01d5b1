import { type BrowserWindow, dialog } from 'electron';
import type { Choice, Dialogs } from '#main/services/files/dialogs.ts';
import labels from './dialog-labels.en.json';

const FILTERS = {
  documents: [
    { name: labels.articles, extensions: ['txt', 'md', 'markdown', 'html', 'htm', 'docx', 'pdf'] },
    { name: labels.allFiles, extensions: ['*'] },
  ],
  project: [
    { name: labels.projects, extensions: ['touchstone'] },
    { name: labels.allFiles, extensions: ['*'] },
  ],
  claims: [
    { name: labels.claims, extensions: ['csv', 'tsv', 'txt', 'jsonld', 'json', 'html', 'htm'] },
    { name: labels.allFiles, extensions: ['*'] },
  ],
  exported: [{ name: labels.allFiles, extensions: ['*'] }],
  evidence: [{ name: labels.allFiles, extensions: ['*'] }],
  'identity-backup': [
    { name: labels.keyBackups, extensions: ['age'] },
    { name: labels.allFiles, extensions: ['*'] },
  ],
  'colleague-card': [
    { name: labels.cards, extensions: ['json'] },
    { name: labels.allFiles, extensions: ['*'] },
  ],
} as const;

/** Choices of which several may be opened at once. */
const SEVERAL: ReadonlySet<Choice> = new Set<Choice>(['documents', 'evidence']);

/**
 * Windows lists what was opened or saved for everybody who looks at the laptop; GTK replaces a file
 * without asking unless told to ask.
 */
const UNLISTED = 'dontAddToRecent';
const SAVING = [UNLISTED, 'showOverwriteConfirmation'] as const;

/** The platform's own file dialogs, as sheets of the window where that is the habit. `chose` hears of every file opened. */
export const electronDialogs = (window: () => BrowserWindow, chose: (path: string) => void): Dialogs => ({
  async openFiles(choice) {
    const { canceled, filePaths } = await dialog.showOpenDialog(window(), {
      properties: SEVERAL.has(choice) ? ['openFile', 'multiSelections', UNLISTED] : ['openFile', UNLISTED],
      filters: FILTERS[choice].map(({ name, extensions }) => ({ name, extensions: [...extensions] })),
    });
    if (canceled) return [];
    for (const path of filePaths) chose(path);
    return filePaths;
  },
  async saveFile(suggestedName, extension) {
    const { canceled, filePath } = await dialog.showSaveDialog(window(), {
      defaultPath: suggestedName,
      properties: [...SAVING],
      filters: [{ name: extension.toUpperCase(), extensions: [extension] }],
    });
    return canceled || !filePath ? null : filePath;
  },
  async chooseFolder() {
    const { canceled, filePaths } = await dialog.showOpenDialog(window(), {
      properties: ['openDirectory', 'createDirectory', UNLISTED],
    });
    return canceled ? null : (filePaths[0] ?? null);
  },
});

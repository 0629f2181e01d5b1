/** What may be chosen. */
export type Choice =
  | 'documents'
  | 'evidence'
  | 'identity-backup'
  | 'colleague-card'
  | 'project'
  | 'claims'
  | 'exported';

/** File dialogs of the platform; the composition root gives Electron's. */
export type Dialogs = {
  /** Paths of the files chosen, none when the person changed their mind. */
  openFiles(choice: Choice): Promise<string[]>;
  /** Where to save, or null. */
  saveFile(suggestedName: string, extension: string): Promise<string | null>;
  /** A folder to write to, or null. */
  chooseFolder(): Promise<string | null>;
};

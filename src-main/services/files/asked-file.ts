import { resolve } from 'node:path';

/** The project file among the words a program was started with, or null. `cwd`: where that was. */
export function projectFileIn(words: readonly string[], cwd: string): string | null {
  const [, ...given] = words;
  const file = given.find((word) => !word.startsWith('-') && word.toLowerCase().endsWith('.touchstone'));
  return file === undefined ? null : resolve(cwd, file);
}

/** Holds the project file the app was asked to open until the window takes it. */
export type AskedFile = {
  ask(path: string): void;
  /** The path, once; then null until another is asked for. */
  take(): string | null;
};

/** `told`: called for each file, so that a window that is there already takes it. */
export function createAskedFile(told: (path: string) => void): AskedFile {
  let waiting: string | null = null;
  return {
    ask(path) {
      waiting = path;
      told(path);
    },
    take() {
      const path = waiting;
      waiting = null;
      return path;
    },
  };
}

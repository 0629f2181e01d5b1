import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';

/** Repository root. */
export const ROOT = join(import.meta.dirname, '../..');

/** Every file below `folders` (paths from the root) whose name ends in one of `endings`. */
export function filesIn(folders: readonly string[], endings: readonly string[]): string[] {
  return folders.flatMap((folder) =>
    readdirSync(join(ROOT, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && endings.some((ending) => entry.name.endsWith(ending)))
      .map((entry) => relative(ROOT, join(entry.parentPath, entry.name)).replaceAll('\\', '/')),
  );
}

export const textOf = (file: string): string => readFileSync(join(ROOT, file), 'utf8');

const IMPORT =
  /(?:^|\n)\s*(?:import|export)\s[^'"`;]*?from\s*['"]([^'"]+)['"]|(?:^|\n)\s*import\s*['"]([^'"]+)['"]|import\(\s*['"]([^'"]+)['"]\s*\)|new URL\(\s*['"](\.[^'"]+)['"]/g;

const ALIASES: readonly (readonly [string, string])[] = [
  ['#core/', 'src-renderer/core/'],
  ['#contract/', 'src-main/ipc/contract/'],
  ['#renderer/', 'src-renderer/'],
  ['#main/', 'src-main/'],
];

/** What a file imports: paths from the root for own files, the bare name for packages. */
export function importsOf(file: string, text = textOf(file)): string[] {
  return [...text.matchAll(IMPORT)].map((match) => {
    const name = (match[1] ?? match[2] ?? match[3] ?? match[4] ?? '').replace(/\?.*$/, '');
    if (name.startsWith('.')) return join(dirname(file), name).replaceAll('\\', '/');
    const alias = ALIASES.find(([prefix]) => name.startsWith(prefix));
    return alias ? alias[1] + name.slice(alias[0].length) : name;
  });
}

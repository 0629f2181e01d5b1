const COMMANDS: ReadonlySet<string> = new Set([
  'pack',
  'verify',
  'extract',
  'merge',
  'report',
  'bag',
  'propose',
  'score',
]);
const HELP: ReadonlySet<string> = new Set(['--help', '-h']);

/**
 * The command line among the words after the app's own name, or null when the window is meant.
 * Switches of Chromium may stand before it; a file to open is no command.
 */
export function commandIn(words: readonly string[]): readonly string[] | null {
  const at = words.findIndex((word) => !word.startsWith('-') || HELP.has(word));
  const first = words[at];
  if (first === undefined) return null;
  return COMMANDS.has(first) || HELP.has(first) ? words.slice(at) : null;
}

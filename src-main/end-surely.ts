/** What is needed of Electron's app. */
type EndingApp = { on(event: 'quit', listener: (event: unknown, exitCode: number) => void): unknown };

/** Ends the process without taking Node's environment down first; null where Node has no such call. */
function exitOfNode(): ((exitCode: number) => void) | null {
  const exit: unknown = Reflect.get(process, 'reallyExit');
  return typeof exit === 'function' ? (exitCode) => void Reflect.apply(exit, process, [exitCode]) : null;
}

/**
 * Ends the process as the last thing of quitting. Electron would free Node's environment after
 * `quit`, which now and then waits for ever; the process then holds the single-instance lock and
 * the app cannot be started again. Nothing is lost: what is saved was forced to the disk before it
 * was called saved, the vault has ended, and no window is left.
 */
export function endSurely(app: EndingApp, exit: ((exitCode: number) => void) | null = exitOfNode()): void {
  if (exit) app.on('quit', (_event, exitCode) => exit(exitCode));
}

/** What the menu of the window can ask for. */
export type MenuCommand =
  | 'case.new'
  | 'case.switch'
  | 'case.lock'
  | 'project.save'
  | 'project.open'
  | 'document.import'
  | 'document.paste'
  | 'evidence.attach'
  | 'report.export'
  | 'edit.undo'
  | 'edit.redo'
  | 'view.search'
  | 'view.palette'
  | 'view.theme'
  | 'help.shortcuts';

type Listener = (command: MenuCommand) => void;

const listeners = new Set<Listener>();

/** Hears what the menu asks for until the returned function is called. */
export function onMenuCommand(listener: Listener): () => void {
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
  };
}

/** Passes on what the menu asks for. */
export function sendMenuCommand(command: MenuCommand): void {
  for (const listener of listeners) listener(command);
}

import * as v from 'valibot';
import { count, id } from './shapes.ts';

/** Everything the menu can ask of the window. */
export const MENU_COMMANDS = [
  'case.new',
  'case.switch',
  'case.lock',
  'project.save',
  'project.open',
  'document.import',
  'document.paste',
  'evidence.attach',
  'report.export',
  'edit.undo',
  'edit.redo',
  'view.search',
  'view.palette',
  'view.theme',
  'help.shortcuts',
] as const;

/** What the main process tells the window, unasked. */
export const EVENTS = {
  /** How far a project file is: bytes written, then read back; or read and checked, then taken in. */
  'project.progress': v.object({
    jobId: id,
    phase: v.picklist(['writing', 'verifying', 'taking']),
    done: count,
    total: count,
  }),
  /** Somebody opened a project file from the file manager or the command line; see `project.asked`. */
  'project.asked': v.object({}),
  'evidence.progress': v.object({ jobId: id, done: count, total: count }),
  /** Suspend or screen lock: at once, whatever is unsaved. */
  'app.lock': v.object({}),
  /** The window is about to close: store what is typed, then call `app.readyToClose`. */
  'app.closing': v.object({}),
  'menu.command': v.object({ command: v.picklist(MENU_COMMANDS) }),
} as const;

export type EventName = keyof typeof EVENTS;
export type EventPayload<E extends EventName> = v.InferOutput<(typeof EVENTS)[E]>;

import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { BrowserWindow, Rectangle } from 'electron';

export type WindowState = { readonly bounds: Rectangle | null; readonly maximized: boolean };

const FIRST: WindowState = { bounds: null, maximized: false };
const FILE = 'window.json';

const isNumber = (value: unknown): value is number => typeof value === 'number' && Number.isFinite(value);

function boundsOf(value: unknown): Rectangle | null {
  if (typeof value !== 'object' || value === null) return null;
  const { x, y, width, height } = value as Record<string, unknown>;
  return isNumber(x) && isNumber(y) && isNumber(width) && isNumber(height) ? { x, y, width, height } : null;
}

/** Whether enough of the window would be on one of the screens to be grabbed. */
export const isVisibleOn = (bounds: Rectangle, screens: readonly Rectangle[]): boolean =>
  screens.some(
    (screen) =>
      bounds.x < screen.x + screen.width - 100 &&
      bounds.x + bounds.width > screen.x + 100 &&
      bounds.y >= screen.y - 20 &&
      bounds.y < screen.y + screen.height - 50,
  );

/** Where the window stood last time. A missing or damaged file means the first size. */
export function loadWindowState(folder: string, screens: readonly Rectangle[]): WindowState {
  try {
    const value: unknown = JSON.parse(readFileSync(join(folder, FILE), 'utf8'));
    if (typeof value !== 'object' || value === null) return FIRST;
    const { bounds, maximized } = value as Record<string, unknown>;
    const known = boundsOf(bounds);
    return { bounds: known && isVisibleOn(known, screens) ? known : null, maximized: maximized === true };
  } catch {
    return FIRST;
  }
}

/** Remembers where the window stands when it closes. */
export function keepWindowState(window: BrowserWindow, folder: string): void {
  window.on('close', () => {
    const state: WindowState = { bounds: window.getNormalBounds(), maximized: window.isMaximized() };
    try {
      writeFileSync(join(folder, FILE), JSON.stringify(state));
    } catch (error) {
      console.error('The window position could not be kept.', error);
    }
  });
}

import { describe, expect, it } from 'vitest';
import type { MenuItemConstructorOptions } from 'electron';
import { MENU_COMMANDS } from '#contract/events.ts';
import labels from '#main/windows/menu-labels/en.json';
import { menuTemplate } from '#main/windows/menu.ts';

function makeMenu(platform: string, developerTools = false) {
  const sent: string[] = [];
  const template = menuTemplate({
    platform,
    developerTools,
    send: (command) => sent.push(command),
  });
  return { template, items: template.flatMap(itemsUnder), sent };
}

function itemsUnder(item: MenuItemConstructorOptions): MenuItemConstructorOptions[] {
  return [item, ...(Array.isArray(item.submenu) ? item.submenu.flatMap(itemsUnder) : [])];
}

const press = (item: MenuItemConstructorOptions | undefined): void =>
  Reflect.apply(item?.click ?? (() => undefined), undefined, []);

describe('the menu', () => {
  it.each(['linux', 'win32', 'darwin'])('on %s offers every command once', (platform) => {
    const { items, sent } = makeMenu(platform);
    for (const item of items) press(item);
    expect(sent.sort()).toEqual([...MENU_COMMANDS].sort());
  });

  it('words every item from the catalogue', () => {
    const words = new Set<string>(Object.values(labels));
    const unworded = ['linux', 'win32', 'darwin']
      .flatMap((platform) => makeMenu(platform, true).items)
      .filter(
        ({ label, type, role }) => type !== 'separator' && role !== 'appMenu' && !words.has(label ?? ''),
      );
    expect(unworded).toEqual([]);
  });

  it('follows the platform: an application menu on macOS, Exit on Windows, Quit on Linux', () => {
    expect(makeMenu('darwin').template[0]?.role).toBe('appMenu');
    const leave = (platform: string) => makeMenu(platform).items.find(({ role }) => role === 'quit')?.label;
    expect(leave('win32')).toBe(labels.exit);
    expect(leave('linux')).toBe(labels.quit);
  });

  it('leaves the keys that the page handles to the page', () => {
    const { items } = makeMenu('linux');
    const left = [labels.undo, labels.redo, labels.palette, labels.lock];
    const shown = items.filter(({ registerAccelerator }) => registerAccelerator === false);
    expect(shown.map(({ label }) => label ?? '').sort()).toEqual(left.sort());
  });

  it('shows developer tools in development only', () => {
    const has = (developerTools: boolean) =>
      makeMenu('linux', developerTools).items.some(({ role }) => role === 'toggleDevTools');
    expect([has(true), has(false)]).toEqual([true, false]);
  });
});

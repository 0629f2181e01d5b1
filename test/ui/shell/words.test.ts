import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { METHODS } from '#contract/methods.ts';
import { REFUSALS } from '#renderer/commands/support/refuse.ts';
import { en } from '#renderer/i18n/en/en.ts';
import { filesIn, textOf } from '../../architecture/sources.ts';

type Tree = { readonly [key: string]: string | Tree };

/** Every key of a tree of words, plural endings taken off. */
function keysOf(tree: Tree, before = ''): string[] {
  return Object.entries(tree).flatMap(([key, value]) =>
    typeof value === 'string'
      ? [before + key.replace(/_(zero|one|two|few|many|other)$/, '')]
      : keysOf(value, `${before}${key}.`),
  );
}

const KEYS = new Set(keysOf(en));

describe('the words of the window', () => {
  it('are there for every key a screen names', () => {
    const missing = filesIn(['src-renderer/ui'], ['.tsx', '.ts']).flatMap((file) =>
      [...textOf(file).matchAll(/\bt\(\s*'([\w.-]+)'/g)]
        .map(([, key = '']) => key)
        .filter((key) => !KEYS.has(key))
        .map((key) => `${file}: ${key}`),
    );
    expect(missing).toEqual([]);
    expect(KEYS.has('shell.lock')).toBe(true);
  });

  it('say why for every refusal of a command', () => {
    expect(REFUSALS.filter((code) => !KEYS.has(`errors.command.${code}`))).toEqual([]);
  });

  it('say why for every failure of the main process', () => {
    const codes = new Set<string>(Object.values(METHODS).flatMap(({ errors }) => [...errors]));
    expect([...codes].filter((code) => !KEYS.has(`errors.${code}`))).toEqual([]);
  });
});

const THEME = 'src-renderer/ui/theme';

/** The custom properties set in the block after `selector`. */
function tokensOf(selector: string): ReadonlyMap<string, string> {
  const css = readFileSync(`${THEME}/tokens.css`, 'utf8');
  const from = css.indexOf(selector);
  const block = css.slice(from, css.indexOf('}', from));
  return new Map(
    [...block.matchAll(/--([\w-]+):\s*([^;]+);/g)].map(([, name = '', value = '']) => [name, value]),
  );
}

describe('the colours of highlights', () => {
  it('are those of the tokens, in light and dark', () => {
    const light = tokensOf(':root');
    const dark = tokensOf('[data-mantine-color-scheme');
    const rules = readFileSync(`${THEME}/highlights.css`, 'utf8').matchAll(
      /(?<dark>\[data-mantine-color-scheme=.dark.\] )?::highlight\(\w+\) \{(?<body>[^}]*)\}/g,
    );
    let colours = 0;
    for (const { groups } of rules) {
      const tokens = groups?.['dark'] ? dark : light;
      for (const [, colour, token] of (groups?.['body'] ?? '').matchAll(
        /(#[0-9a-f]{6})[^;]*;\s*\/\* ([\w-]+) \*\//g,
      )) {
        expect(`${token} ${colour}`).toBe(`${token} ${tokens.get(token ?? '')}`);
        colours += 1;
      }
    }
    expect(colours).toBeGreaterThan(20);
  });
});

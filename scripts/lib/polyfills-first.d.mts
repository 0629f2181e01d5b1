export type PolyfillsFirst = {
  readonly name: string;
  transform(code: string, id: string): { code: string; map: null } | null;
};
export function polyfillsFirst(entries: readonly string[]): PolyfillsFirst;

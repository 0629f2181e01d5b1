/**
 * Build plugin: every realm (window, workers, main process, utility processes) loads the polyfills
 * before anything else, whatever its entry file imports. A realm that came without them would fail
 * on the older runtime only.
 */
export function polyfillsFirst(entries) {
  return {
    name: 'polyfills-first',
    transform(code, id) {
      const [file] = id.replaceAll('\\', '/').split('?');
      const isEntry = entries.some((entry) => file.endsWith(`/${entry}`)) || file.endsWith('.worker.ts');
      return isEntry ? { code: `import '#renderer/polyfills.ts'; ${code}`, map: null } : null;
    },
  };
}

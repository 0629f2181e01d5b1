import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';

const ROOT = fileURLToPath(new URL('../../..', import.meta.url));

/** Bundles a program of these tests for plain Node, as the command line is bundled; gives its path. */
export async function bundled(entry: string, folder: string): Promise<string> {
  await build({
    root: ROOT,
    configFile: false,
    logLevel: 'error',
    build: {
      ssr: join(ROOT, entry),
      outDir: folder,
      target: 'node18',
      emptyOutDir: false,
      rollupOptions: {
        external: ['electron', 'sodium-native', '@myriaddreamin/typst-ts-node-compiler', /^node:/],
        output: { format: 'cjs', entryFileNames: 'program.cjs' },
      },
    },
    ssr: { noExternal: true },
  });
  return join(folder, 'program.cjs');
}

/** Where a bundled program finds the native add-ons. */
export const NODE_PATH = join(ROOT, 'node_modules');

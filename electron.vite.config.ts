import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';
import { fewChunks } from './scripts/lib/few-chunks.mjs';
import { polyfillsFirst } from './scripts/lib/polyfills-first.mjs';

const at = (path: string): string => resolve(import.meta.dirname, path);

/** Programs of the main side: the app, its utility processes and the plain-Node command line. */
const PROGRAMS = {
  index: 'src-main/index.ts',
  vault: 'src-main/vault/index.ts',
  report: 'src-main/services/report/process.ts',
  'leak-check': 'src-main/services/leak-check/process.ts',
  cli: 'src-main/cli/index.ts',
};

const NATIVE = ['electron', 'sodium-native', '@myriaddreamin/typst-ts-node-compiler'];

export default defineConfig({
  main: {
    plugins: [polyfillsFirst(Object.values(PROGRAMS))],
    build: {
      target: 'node18',
      outDir: 'build/main',
      externalizeDeps: false,
      rollupOptions: {
        input: Object.fromEntries(
          Object.entries(PROGRAMS).flatMap(([name, path]) =>
            existsSync(at(path)) ? [[name, at(path)]] : [],
          ),
        ),
        external: [...NATIVE, /^node:/],
        output: { format: 'cjs', entryFileNames: '[name].cjs', chunkFileNames: 'chunks/[name]-[hash].cjs' },
      },
    },
  },
  preload: {
    build: {
      target: 'node18',
      outDir: 'build/preload',
      externalizeDeps: false,
      rollupOptions: {
        input: { index: at('src-main/preload/index.ts') },
        external: ['electron'],
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: 'src-renderer',
    plugins: [react(), polyfillsFirst(['src-renderer/main.tsx'])],
    worker: { format: 'es', plugins: () => [polyfillsFirst([])] },
    build: {
      target: 'chrome114',
      cssTarget: 'chrome114',
      minify: true,
      outDir: at('build/renderer'),
      rollupOptions: {
        input: at('src-renderer/index.html'),
        output: { codeSplitting: { groups: fewChunks(at('src-renderer/ui/features/shell/workspace.tsx')) } },
      },
    },
  },
});

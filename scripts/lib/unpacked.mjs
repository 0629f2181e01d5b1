import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './run.mjs';

/**
 * Arguments that make the runtime run the built app from this folder. The last-resort runtime has
 * no default app that would take a path, so there a two-line loader stands in its place.
 */
export function unpackedApp(runtime) {
  if (existsSync(join(runtime.path, 'resources/default_app.asar'))) return [ROOT];
  const folder = join(runtime.path, 'resources/app');
  mkdirSync(folder, { recursive: true });
  const entry = JSON.stringify(join(ROOT, 'build/main/index.cjs'));
  writeFileSync(
    join(folder, 'package.json'),
    '{"name":"touchstone","productName":"Touchstone","main":"main.js"}\n',
  );
  writeFileSync(join(folder, 'main.js'), `process.defaultApp = true;\nrequire(${entry});\n`);
  return [];
}

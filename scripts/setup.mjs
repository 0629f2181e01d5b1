import { main, setUp } from './lib/setup.mjs';

await main(() => {
  const runtime = setUp({ tests: true });
  console.log(`Everything is installed. Electron ${runtime.version} (${runtime.source}).`);
});

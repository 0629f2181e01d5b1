import { build, packageApp, packagedProgram } from './lib/build.mjs';
import { main, setUp } from './lib/setup.mjs';

await main(() => {
  const say = (line) => console.log(line);
  const runtime = setUp();
  build(say);
  packageApp(say, runtime, { inspect: false });
  console.log(`The app is in ${packagedProgram()}`);
});

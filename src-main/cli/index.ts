import '#renderer/polyfills.ts';
import { join } from 'node:path';
import { runCommandLine } from './run.ts';

const resources = join(__dirname, '../../resources');
const folders = { templates: join(resources, 'report'), fonts: join(resources, 'fonts') };

void runCommandLine(process.argv.slice(2), folders).then((code) => {
  process.exitCode = code;
});

import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { freshFolder, sampleContent, verify, write } from './support.ts';

const ENDING = '.touchstone';

it.each(['x', 'ق', '跡', '🌉'])('a name as long as a file may have is no obstacle: %s', async (letter) => {
  const name = letter.repeat(Math.floor((255 - ENDING.length) / Buffer.byteLength(letter))) + ENDING;
  const folder = freshFolder();
  await write(join(folder, name), sampleContent());
  await write(join(folder, name), sampleContent());
  expect(readdirSync(folder)).toEqual([name]);
  expect(await verify(join(folder, name))).toMatchObject({ entries: 6 });
});

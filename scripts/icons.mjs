import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { Resvg } from '@resvg/resvg-js';
import { ROOT } from './lib/run.mjs';

const SIZES = [16, 24, 32, 48, 64, 128, 256, 512, 1024];
const svg = readFileSync(`${ROOT}/resources/icons/touchstone.svg`, 'utf8');

mkdirSync(`${ROOT}/resources/icons/png`, { recursive: true });
for (const size of SIZES) {
  const png = new Resvg(svg, { fitTo: { mode: 'width', value: size } }).render().asPng();
  writeFileSync(`${ROOT}/resources/icons/png/${size}x${size}.png`, png);
}
writeFileSync(`${ROOT}/resources/icons/icon.png`, readFileSync(`${ROOT}/resources/icons/png/1024x1024.png`));
console.log(`Rendered ${SIZES.length} sizes from resources/icons/touchstone.svg.`);

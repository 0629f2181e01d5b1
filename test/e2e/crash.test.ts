import { afterAll, describe, expect, it } from 'vitest';
import { freshProfile, launchApp, type RunningApp } from '../support/electron-app.ts';
import { choose, makeSampleMine, row, rows, saved, unlock } from '../support/desk.ts';

const ROUNDS = 20;
const SIZE = { width: 1440, height: 900 };

const userDataDir = freshProfile();
let running: RunningApp | null = null;
afterAll(() => running?.dispose());

describe('a kill right after "Saved"', () => {
  it(`loses nothing, ${ROUNDS} times`, async () => {
    running = await launchApp({ userDataDir, size: SIZE });
    await makeSampleMine(running.page);
    for (let round = 1; round <= ROUNDS; round++) {
      const { page } = running;
      await choose(page, 'C-03');
      const words = `Round ${round} was stored.`;
      const statement = page.getByRole('textbox', { name: 'Statement' });
      await statement.fill(words);
      await statement.press('Enter');
      await row(page, 'C-03').getByText(words).waitFor();
      await saved(page);
      await running.kill();
      running = await launchApp({ userDataDir, size: SIZE });
      await unlock(running.page);
      await rows(running.page).first().waitFor();
      expect(await row(running.page, 'C-03').innerText()).toContain(words);
    }
    await running.close();
  }, 300_000);
});

import { describe, expect, it } from 'vitest';
import { killSaves } from './killed-saves.ts';

const KILLS = 200;

describe('a save that is killed', () => {
  it(`leaves the old file or the new one, whole, at ${KILLS} random moments`, async () => {
    const { whole, titles } = await killSaves(KILLS);
    expect(whole).toEqual({ title: 'new', names: ['case.touchstone'] });
    expect(titles).toHaveLength(KILLS);
    expect(titles.filter((title) => title !== 'old' && title !== 'new')).toEqual([]);
    expect(titles).toContain('old');
  }, 300_000);
});

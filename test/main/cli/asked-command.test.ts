import { describe, expect, it } from 'vitest';
import { commandIn } from '#main/cli/asked-command.ts';

describe('the words the packaged app is started with', () => {
  it.each([
    [
      ['verify', 'a.touchstone'],
      ['verify', 'a.touchstone'],
    ],
    [
      ['--no-sandbox', '--user-data-dir=/x', 'pack', 'case', '-o', 'f'],
      ['pack', 'case', '-o', 'f'],
    ],
    [['--help'], ['--help']],
    [['-h'], ['-h']],
  ])('are a command: %j', (words, command) => {
    expect(commandIn(words)).toEqual(command);
  });

  it.each([
    [[]],
    [['--no-sandbox']],
    [['case.touchstone']],
    [['/stick/verify.touchstone']],
    [['verify.touchstone', 'verify']],
    [['constructor']],
  ])('open the window: %j', (words) => {
    expect(commandIn(words)).toBeNull();
  });
});

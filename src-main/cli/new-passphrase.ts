import { newPhrase } from '#core/sharing/diceware.ts';
import { guessesNeeded } from '#core/sharing/guesses-needed.ts';
import { guessingTime, STRONG_GUESSES } from '#core/sharing/guessing.ts';
import { CliError, EXIT } from './cli-error.ts';
import { ENTROPY } from './entropy.ts';
import { openTerminal } from './terminal.ts';

/** Why a passphrase is weak, by the same measure as in the window; null when it is strong. */
async function weakness(passphrase: string): Promise<string | null> {
  const guesses = await guessesNeeded(passphrase);
  if (guesses >= STRONG_GUESSES) return null;
  const { unit, count } = guessingTime(guesses);
  const time = unit === 'instant' ? 'at once' : `in about ${count} ${unit}${count === 1 ? '' : 's'}`;
  return `This passphrase is too weak: somebody who takes the file guesses it ${time}.`;
}

/**
 * A passphrase for a new file, unless it is weak and nobody insists. `place`: where it comes from.
 * Throws a CliError of its own exit code.
 */
export async function strongEnough(passphrase: string, place: string, allowWeak: boolean): Promise<string> {
  const weak = allowWeak ? null : await weakness(passphrase);
  if (weak === null) return passphrase;
  throw new CliError(
    EXIT.weak,
    `${place}: ${weak} Take five unrelated words or more; --allow-weak-passphrase takes it all the same.`,
  );
}

/**
 * Asks for a new passphrase, again while it is weak and nobody insists; without one, six random
 * words are made and shown this once. Throws a CliError.
 */
export async function askForNew(output: string, allowWeak: boolean): Promise<string> {
  const terminal = openTerminal();
  try {
    for (;;) {
      const passphrase = await terminal.ask(`New passphrase for ${output} (Enter alone: six random words): `);
      if (passphrase === '') {
        const words = newPhrase(ENTROPY.random);
        terminal.say(`The passphrase is shown this once, lost passphrase, lost file:\n\n  ${words}\n`);
        return words;
      }
      const weak = allowWeak ? null : await weakness(passphrase);
      if (weak === null) {
        if ((await terminal.ask('The same once more: ')) === passphrase) return passphrase;
        throw new CliError(EXIT.usage, 'The two are not the same.');
      }
      terminal.say(`${weak} Another one, or start again with --allow-weak-passphrase.`);
    }
  } finally {
    terminal.close();
  }
}

/** Characters that turn the direction of what follows: a name could read as another one. */
const TURNING = /[\u202a-\u202e\u2066-\u2069]/g;
/** Control characters, and the separators that Unicode counts as ends of lines. */
const COMMANDS = /[\p{Cc}\u2028\u2029]/gu;

/**
 * Text out of a file as it may stand on a terminal: it stays on its line, commands nothing, and
 * reads in its own order.
 */
export const plain = (text: string): string => text.replace(COMMANDS, ' ').replace(TURNING, '\ufffd');

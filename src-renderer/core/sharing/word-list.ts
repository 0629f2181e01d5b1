import longList from '../../../resources/wordlists/eff-large.json' with { type: 'json' };

/** The 7,776 words of the EFF's long list (see resources/wordlists), in its order. */
export const WORDS: readonly string[] = longList.words.split(' ');

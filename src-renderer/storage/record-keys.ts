/** Key of the record of `meta` that says where the case stands. */
export const TIP = 'tip';

/** Key of the record of `meta` that says which blocks are the rows. */
export const BLOCKS = 'blocks';

/** What a journal entry's seal is bound to. */
export const journalKey = (actor: string, seq: number): string => `${actor}/${seq}`;

/** Key of the record of `meta` that holds the list shown before the case is read. */
export const LIST = 'list';

import type { Migration } from './migration.ts';

/**
 * Rows lie many to a sealed block (`storage/blocks.ts`). Nothing moves yet, for that takes the key:
 * rows stay where they are until the case is next put in order, and are read from both places.
 */
export const rowsInBlocks: Migration = { version: 3, stores: { blocks: 'id' } };

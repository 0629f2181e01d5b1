import { itemKey } from '#core/journal/fold.ts';
import type { FoldedItem, Head, Write } from '#core/journal/folded.ts';
import type { EntityName } from '#core/model/entities.ts';
import type { Json } from '#core/model/json.ts';
import { pause } from '#core/pause.ts';
import { StorageError } from '#core/ports/case-storage.ts';
import type { IdRecord } from './case-db.ts';
import { type PackedRow, packRow, unpackRow } from './packing.ts';
import { BLOCKS } from './record-keys.ts';
import type { Sealing } from './sealing.ts';

/*
 * Rows lie in blocks, hundreds in one sealed record: 35,000 records of their own cost the browser
 * more to read than all else of opening a case. Rows that changed since lie beside them, a record
 * each, and go before what the blocks say, until the next packing takes them in (ADR 23).
 */

/** Characters of a block at most, but for a single larger row: records over 64 KiB cost a file each. */
const BLOCK_CHARS = 32 * 1024;
/** Rows packed or unpacked in one go: some ten milliseconds, so that the window never stands still. */
const AT_ONCE = 1500;
const PACKING_BYTES = 16;

/** Entity and fields that many rows have in common. */
type Shape = readonly [entity: EntityName, ...fields: string[]];
/** A row that one entry wrote: shape, id, actor (by number), seq, at, and the value of each field. */
type PlainRow = readonly [
  shape: number,
  id: string,
  actor: number,
  seq: number,
  at: string,
  ...values: Json[],
];

/** What a block holds, as JSON. */
export type Block = {
  readonly actors: readonly string[];
  readonly shapes: readonly Shape[];
  readonly rows: readonly (PlainRow | PackedRow)[];
};

/** Which blocks are the rows: all of one packing, numbered from 0. */
export type BlockList = { readonly packing: string; readonly count: number };

const utf8 = new TextEncoder();

const blockId = (packing: string, number: number): string => `${packing}-${number}`;

/** Numbers of things that come up again and again, in the order they first did. */
class Numbers<T> {
  readonly list: T[] = [];
  private readonly numbers = new Map<string, number>();

  numberOf(key: string, value: () => T): number {
    const known = this.numbers.get(key);
    if (known !== undefined) return known;
    this.numbers.set(key, this.list.length);
    return this.list.push(value()) - 1;
  }
}

/** Fills one block row by row. */
class BlockMaker {
  private readonly actors = new Numbers<string>();
  private readonly shapes = new Numbers<Shape>();
  private readonly rows: string[] = [];
  chars = 0;

  add(row: FoldedItem): void {
    const packed = JSON.stringify(this.plain(row) ?? packRow(row));
    this.rows.push(packed);
    this.chars += packed.length;
  }

  /** JSON of a {@link Block}. */
  text(): string {
    const { actors, shapes, rows } = this;
    return `{"actors":${JSON.stringify(actors.list)},"shapes":${JSON.stringify(shapes.list)},"rows":[${rows.join(',')}]}`;
  }

  private plain({ entity, id, fields, heads }: FoldedItem): PlainRow | null {
    const [head, more] = heads;
    if (!head || more || head.deletes) return null;
    const { actor, seq, at } = head;
    const names = Object.keys(fields);
    const values: Json[] = [];
    for (const name of names) {
      const writes = fields[name];
      const write = writes?.[0];
      if (!write || writes.length > 1 || write.seq !== seq || write.actor !== actor || write.at !== at)
        return null;
      values.push(write.value);
    }
    const shape = this.shapes.numberOf(JSON.stringify([entity, ...names]), () => [entity, ...names]);
    return [shape, id, this.actors.numberOf(actor, () => actor), seq, at, ...values];
  }
}

/** Puts rows into as few blocks as their size allows; each is JSON of a {@link Block}. */
export async function packBlocks(rows: Iterable<FoldedItem>, did: () => void): Promise<string[]> {
  const blocks: string[] = [];
  let block = new BlockMaker();
  let packed = 0;
  for (const row of rows) {
    block.add(row);
    did();
    if (block.chars >= BLOCK_CHARS) {
      blocks.push(block.text());
      block = new BlockMaker();
    }
    packed += 1;
    if (packed % AT_ONCE === 0) await pause();
  }
  if (block.chars > 0) blocks.push(block.text());
  return blocks;
}

function unpackPlain(block: Block, [shape, id, by, seq, at, ...values]: PlainRow): FoldedItem {
  const [entity, ...names] = block.shapes[shape] ?? [];
  const actor = block.actors[by];
  if (!entity || actor === undefined)
    throw new Error('A row names a shape or an actor that its block lacks.');
  const fields: Record<string, readonly [Write, ...Write[]]> = {};
  for (const [index, name] of names.entries()) {
    fields[name] = [{ actor, seq, at, value: values[index] ?? null }];
  }
  const head: Head = { actor, seq, at, deletes: false };
  return { entity, id, fields, heads: [head] };
}

const isPlain = (row: PlainRow | PackedRow): row is PlainRow => typeof row[0] === 'number';

/** The rows of a block. Throws when it is none. */
export const unpackBlock = (block: Block): FoldedItem[] =>
  block.rows.map((row) => (isPlain(row) ? unpackPlain(block, row) : unpackRow(row)));

/** Blocks sealed under a fresh packing, and the record that says which they are. */
export type SealedBlocks = { readonly blocks: readonly IdRecord[]; readonly list: IdRecord };

/** Packs and seals rows; `did` is told after each and may throw to stop it. */
export async function sealBlocks(
  sealing: Sealing,
  rows: Iterable<FoldedItem>,
  did: () => void = () => undefined,
): Promise<SealedBlocks> {
  const packing = Array.from(crypto.getRandomValues(new Uint8Array(PACKING_BYTES)), (byte) =>
    byte.toString(16).padStart(2, '0'),
  ).join('');
  const texts = await packBlocks(rows, did);
  const blocks: IdRecord[] = [];
  for (const [number, text] of texts.entries()) {
    const id = blockId(packing, number);
    blocks.push({ id, sealed: sealing.sealBytes('blocks', id, utf8.encode(text)) });
    if (number % 32 === 31) await pause();
  }
  const list: BlockList = { packing, count: blocks.length };
  return { blocks, list: { id: BLOCKS, sealed: sealing.sealJson('meta', BLOCKS, list) } };
}

const missing = (message: string): StorageError =>
  new StorageError('damaged', message, { detail: { table: 'rows' } });

/** The list of blocks; rows that were never packed have none. */
function openList(sealing: Sealing, list: IdRecord | undefined): BlockList {
  if (!list) return { packing: '', count: 0 };
  try {
    return sealing.openJson<BlockList>('meta', BLOCKS, list.sealed);
  } catch (error) {
    // Rows can be made anew from the journal, whatever is wrong with how they lie here.
    if (error instanceof StorageError && error.code === 'damaged') throw missing(error.message);
    throw error;
  }
}

/** What the rows of a case are stored as. */
export type StoredRows = {
  readonly list: IdRecord | undefined;
  readonly blocks: readonly IdRecord[];
  /** Rows that changed since the packing. */
  readonly loose: readonly IdRecord[];
};

/** Every row, by item key. Rejects with `damaged` when one cannot be opened or a block is missing. */
export async function openRows(sealing: Sealing, stored: StoredRows): Promise<Map<string, FoldedItem>> {
  const { packing, count } = openList(sealing, stored.list);
  const sealed = new Map(stored.blocks.map((block) => [block.id, block.sealed]));
  const rows = new Map<string, FoldedItem>();
  let opened = 0;
  const put = async (items: readonly FoldedItem[]): Promise<void> => {
    for (const item of items) rows.set(itemKey(item.entity, item.id), item);
    opened += items.length;
    if (opened < AT_ONCE) return;
    opened = 0;
    await pause();
  };
  for (let number = 0; number < count; number++) {
    const id = blockId(packing, number);
    const record = sealed.get(id);
    if (!record) throw missing(`Block ${number} of the rows is missing.`);
    await put(unpackBlock(sealing.openJson<Block>('blocks', id, record)));
  }
  for (const { id, sealed: record } of stored.loose) {
    await put([unpackRow(sealing.openJson<PackedRow>('rows', id, record))]);
  }
  return rows;
}

import type { EntityName } from '../model/entities.ts';
import type { Json } from '../model/json.ts';

/** Fields of one item that change; `null` clears a field. */
export type Patch = { readonly [field: string]: Json };

/** One change a command asks for, before it is an entry. */
export type Change = {
  readonly entity: EntityName;
  readonly entityId: string;
  readonly op: 'create' | 'update' | 'delete';
  readonly patch: Patch;
  readonly reason?: string;
};

/** What an author's copy held: the highest sequence number seen of each actor. */
export type Seen = { readonly [actor: string]: number };

/** Public part of a journal entry: no names, no free text (DESIGN 3). */
export type Header = {
  /** UUIDv7. */
  readonly id: string;
  readonly actor: string;
  /** 1, 2, 3 … without a gap within one actor. */
  readonly seq: number;
  /** Hybrid logical clock reading, see `clock.ts`. */
  readonly at: string;
  /** UUIDv7 shared by the entries of one user action. */
  readonly batch: string;
  readonly seen: Seen;
  /** Hash of the actor's previous header, null for the first. */
  readonly prev: string | null;
  readonly bodyHash: string;
};

/** What was changed; may be withheld or purged while the header stays. */
export type Body = Change & {
  /** 32 random bytes, base64: nobody can guess a body from its hash. */
  readonly salt: string;
};

export type Entry = { readonly header: Header; readonly body: Body | null };

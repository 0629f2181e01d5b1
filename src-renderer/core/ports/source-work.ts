import type { SealedRecord, SourceRecord } from '../model/sealed-record.ts';
import type { Done } from './workbench.ts';

/** What is sealed: of a new record all of it; of one that is there what changes. */
export type SealSource = {
  readonly partyId: string;
  /** The record that this one takes the place of; its passphrase must open it. */
  readonly previous: SealedRecord | null;
  readonly passphrase: string;
  /** Null: the passphrase stays. */
  readonly newPassphrase: string | null;
  /** Null: what is in it stays, the passphrase alone changes. */
  readonly record: SourceRecord | null;
};

/** What screens may ask of the sealed records of our sources. */
export type SourceWork = {
  /** Seals true name and contact and stores the sealed bytes with the source. */
  sealSource(input: SealSource): Promise<Done>;
  /** What a record holds. The caller forgets it; nothing here keeps it. */
  openSource(sealed: SealedRecord, passphrase: string): Promise<Done<SourceRecord>>;
};

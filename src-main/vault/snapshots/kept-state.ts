import type { KeptSetting } from './setting.ts';

/** The setting without what opens the files. */
export type KeptState = Pick<KeptSetting, 'folder' | 'evidence' | 'last' | 'failed'> & {
  readonly by: 'passphrase' | 'keys';
  /** False when it was turned off: `earlier` tells where snapshots stay. */
  readonly on: boolean;
  /** Folders chosen before, in which snapshots stay. */
  readonly earlier: readonly string[];
};

/** Whether the folder chosen last may hold a snapshot. */
export const holdsSome = ({ last, written = [], folder }: KeptSetting): boolean =>
  last !== null || written.some((file) => file.folder === folder);

export function stateOf(setting: KeptSetting): KeptState {
  const { folder, evidence, last, failed, protection, off = false, earlier = [] } = setting;
  return {
    on: !off,
    earlier: off ? earlierThan(null, setting) : earlier,
    folder,
    evidence,
    last,
    failed,
    by: 'passphrase' in protection ? 'passphrase' : 'keys',
  };
}

/** The folders chosen before, when this one is chosen now, or none any more. */
export function earlierThan(folder: string | null, before: KeptSetting | null): readonly string[] {
  if (!before) return [];
  const all = holdsSome(before) ? [...(before.earlier ?? []), before.folder] : (before.earlier ?? []);
  return [...new Set(all)].filter((one) => one !== folder);
}

/** The folders whose snapshots still have to go, when this one is chosen now. */
export function toEraseBut(folder: string, before: KeptSetting | null): readonly string[] {
  if (!before) return [];
  const all = before.replaceAll ? [...(before.eraseEarlier ?? []), before.folder] : before.eraseEarlier;
  return (all ?? []).filter((one) => one !== folder);
}

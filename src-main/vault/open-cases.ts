import { join } from 'node:path';
import { VaultError } from './vault-error.ts';
import { caseFolder } from './keys/keyring-file.ts';
import { type CaseKeys, deriveKeys, wipeKeys } from './keys/case-keys.ts';

/** A case while it is unlocked. */
export type OpenCase = {
  readonly keys: CaseKeys;
  /** Where its sealed files lie. */
  readonly folder: string;
  /** Sealed since it was unlocked: the case may not name them yet, so no sweep takes them. */
  readonly fresh: Set<string>;
  /** Files being written; no sweep takes them either. */
  readonly temporary: Set<string>;
};

/** The unlocked cases of this process. */
export type OpenCases = {
  /** Takes over the case key: it is wiped with the case. */
  add(caseId: string, caseKey: Buffer): void;
  /** Throws a VaultError `locked`. */
  get(caseId: string): OpenCase;
  ids(): readonly string[];
  close(caseId: string): void;
};

export function createOpenCases(casesFolder: string): OpenCases {
  const cases = new Map<string, OpenCase>();
  const close = (caseId: string): void => {
    const opened = cases.get(caseId);
    cases.delete(caseId);
    if (opened) wipeKeys(opened.keys);
  };
  return {
    add(caseId, caseKey) {
      close(caseId);
      const folder = join(caseFolder(casesFolder, caseId), 'evidence');
      cases.set(caseId, { keys: deriveKeys(caseKey), folder, fresh: new Set(), temporary: new Set() });
    },
    get(caseId) {
      const opened = cases.get(caseId);
      if (!opened) throw new VaultError('locked', 'The case is locked');
      return opened;
    },
    ids: () => [...cases.keys()],
    close,
  };
}

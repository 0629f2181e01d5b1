const KIB = 1024;
const MIB = 1024 * KIB;

/**
 * What a project file may hold at most. They stand far above any real case and keep a hostile file
 * from filling memory or disk. Sizes in bytes; docs/project-file.md names them.
 */
export const LIMITS = {
  /** Files in the archive. */
  files: 200_000,
  /** The archive's directory as a whole. */
  directory: 64 * MIB,
  nameBytes: 300,
  /** bagit.txt, bag-info.txt, case.json. */
  description: 64 * KIB,
  chains: 4 * MIB,
  manifest: 64 * MIB,
  document: 64 * MIB,
  journal: 2 * KIB * MIB,
  journalEntries: 5_000_000,
  journalLine: 4 * MIB,
  /** A packed part may unpack to this many times its size, once it is larger than `ratioFrom`. */
  ratio: 200,
  ratioFrom: 64 * MIB,
  /** Levels of lists and records in one journal entry. */
  depth: 40,
} as const;

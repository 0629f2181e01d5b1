/** Typed text without blanks around it, null when nothing is left. */
export function orNull(text: string | null | undefined): string | null {
  const trimmed = text?.trim();
  return trimmed ? trimmed : null;
}

/** Distinct texts without blanks around them, in the order given. */
export const distinct = (texts: Iterable<string>): string[] => [
  ...new Set([...texts].map((text) => text.trim()).filter((text) => text !== '')),
];

/** The fields with every text among them trimmed, empty ones as null. */
export function tidy<T extends object>(fields: T, nullable: readonly (keyof T)[]): T {
  const tidied = { ...fields };
  for (const field of nullable) {
    const value = tidied[field];
    if (typeof value === 'string') tidied[field] = orNull(value) as T[keyof T];
  }
  return tidied;
}

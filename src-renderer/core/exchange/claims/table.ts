/** A row of a table with the line of the file it begins in, from 1. */
export type TableRow = { readonly line: number; readonly cells: readonly string[] };

/** Claims as a file gives them, before anybody said which column is what. */
export type ClaimTable = { readonly columns: readonly string[]; readonly rows: readonly TableRow[] };

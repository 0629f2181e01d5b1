export type Runtime = {
  readonly path: string;
  readonly version: string;
  readonly executable: string;
  readonly source: string;
};
export function runtimeInUse(): Runtime | null;

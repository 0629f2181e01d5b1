import type { Runtime } from './runtime.d.mts';

type Say = (line: string) => void;

export function build(say: Say): boolean;
export function packageApp(
  say: Say,
  runtime: Runtime,
  options: { readonly inspect: boolean; readonly output?: string },
): boolean;
export function packagedFolder(output?: string): string;
export function packagedProgram(): string;

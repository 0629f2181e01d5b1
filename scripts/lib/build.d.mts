export function build(say: (line: string) => void): boolean;
export function packagedFolder(): string;
export function packagedProgram(): string;

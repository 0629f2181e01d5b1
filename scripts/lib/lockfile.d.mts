export function installsTheSame(before: string, after: string): boolean;

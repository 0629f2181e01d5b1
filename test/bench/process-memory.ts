import { readdirSync, readFileSync } from 'node:fs';

const EVERY_MS = 100;

/** Content of a file of /proc, '' once the process has ended. */
function proc(pid: number, name: string): string {
  try {
    return readFileSync(`/proc/${pid}/${name}`, 'utf8');
  } catch {
    return '';
  }
}

/** The process and all that it started. */
function familyOf(pid: number): number[] {
  const parents = new Map<number, number>();
  for (const name of readdirSync('/proc')) {
    if (!/^\d+$/.test(name)) continue;
    const parent = /^PPid:\s+(\d+)/m.exec(proc(Number(name), 'status'))?.[1];
    if (parent !== undefined) parents.set(Number(name), Number(parent));
  }
  const family = [pid];
  for (const member of family)
    for (const [child, parent] of parents) if (parent === member) family.push(child);
  return family;
}

/** Bytes of memory a process takes up, what it shares counted in parts (Linux, `smaps_rollup`). */
const bytesOf = (pid: number): number =>
  Number(/^Pss:\s+(\d+) kB/m.exec(proc(pid, 'smaps_rollup'))?.[1] ?? 0) * 1024;

/** Looks ten times a second how much memory a process and all that it started take together; gives the most. */
export function watchMemory(pid: number): { stop(): number } {
  let most = 0;
  const look = (): void => {
    most = Math.max(
      most,
      familyOf(pid).reduce((sum, member) => sum + bytesOf(member), 0),
    );
  };
  look();
  const timer = setInterval(look, EVERY_MS);
  return {
    stop() {
      clearInterval(timer);
      look();
      return most;
    },
  };
}

import { execFileSync } from 'node:child_process';
import { EventEmitter } from 'node:events';
import { describe, expect, it } from 'vitest';
import { endSurely } from '#main/end-surely.ts';
import { bundled } from './project-file/bundle.ts';
import { freshFolder } from './project-file/support.ts';

describe('the end of the app', () => {
  it('comes with the exit code of quitting, as soon as everything has quit and not before', () => {
    const app = new EventEmitter();
    const codes: number[] = [];
    endSurely(app, (code) => codes.push(code));
    app.emit('will-quit');
    expect(codes).toEqual([]);
    app.emit('quit', {}, 3);
    expect(codes).toEqual([3]);
  });

  it('waits for nothing that is still running', async () => {
    const program = await bundled('test/main/end-surely-program.ts', freshFolder());
    const ended = (): string =>
      execFileSync(process.execPath, [program], { stdio: 'pipe', timeout: 20_000 }).toString();
    expect(ended).toThrow(expect.objectContaining({ status: 7 }));
  });
});

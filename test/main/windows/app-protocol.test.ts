import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { appProtocolHandler, fileOf } from '#main/windows/app-protocol.ts';
import { mayRequest } from '#main/windows/lockdown.ts';
import { isVisibleOn } from '#main/windows/window-state.ts';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'touchstone-protocol-'));
  mkdirSync(join(folder, 'renderer/assets'), { recursive: true });
  writeFileSync(join(folder, 'renderer/index.html'), '<!doctype html>');
  writeFileSync(join(folder, 'secret.txt'), 'secret');
});
afterAll(() => rmSync(folder, { recursive: true }));

describe('the app protocol', () => {
  const get = (url: string) => appProtocolHandler(join(folder, 'renderer'))({ url });

  it('serves the window with the content security policy and its type', async () => {
    const response = await get('app://touchstone/');
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8');
    const policy = response.headers.get('content-security-policy') ?? '';
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("script-src 'self' 'wasm-unsafe-eval'");
    expect(policy).not.toMatch(/script-src[^;]*unsafe-inline/);
  });

  it('serves nothing outside its folder', async () => {
    for (const url of [
      'app://touchstone/../secret.txt',
      'app://touchstone/%2e%2e/secret.txt',
      'app://touchstone/..%2fsecret.txt',
      'app://touchstone/a/..%2f..%2fsecret.txt',
      'app://elsewhere/index.html',
      'app://touchstone/missing.js',
      'app://touchstone/%E0%A4%A',
      'app://touchstone/assets',
    ]) {
      expect((await get(url)).status, url).toBe(404);
    }
    expect(fileOf('/x', 'app://touchstone/a%00b')).toBeNull();
  });
});

describe('the lockdown', () => {
  it('lets requests through only where nothing leaves the machine', () => {
    for (const url of ['app://touchstone/a.js', 'blob:app://touchstone/1', 'data:,x', 'evidence://a/b'])
      expect(mayRequest(url, false), url).toBe(true);
    for (const url of [
      'https://example.org',
      'http://127.0.0.1',
      'file:///etc/passwd',
      'ws://a',
      'devtools://a',
      'ftp://a',
    ])
      expect(mayRequest(url, false), url).toBe(false);
  });
});

describe('the window state', () => {
  it('is used only when the window can be seen and grabbed', () => {
    const screens = [{ x: 0, y: 0, width: 1366, height: 768 }];
    expect(isVisibleOn({ x: 10, y: 10, width: 800, height: 600 }, screens)).toBe(true);
    expect(isVisibleOn({ x: 5000, y: 10, width: 800, height: 600 }, screens)).toBe(false);
    expect(isVisibleOn({ x: 0, y: 760, width: 800, height: 600 }, screens)).toBe(false);
  });
});

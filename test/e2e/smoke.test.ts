import { once } from 'node:events';
import { createServer, type Server } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { button, choose, makeSampleMine, row, sampleShown, saved, unlock } from '../support/desk.ts';
import { launchApp, type RunningApp } from '../support/electron-app.ts';

let running: RunningApp;
let server: Server;
let port: number;
/** Connections that reached this machine's own listener: every one is a leak. */
let connections = 0;

beforeAll(async () => {
  server = createServer((socket) => {
    connections++;
    socket.end('HTTP/1.1 200 OK\r\nAccess-Control-Allow-Origin: *\r\nContent-Length: 0\r\n\r\n');
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  port = typeof address === 'object' && address ? address.port : 0;
  running = await launchApp();
});
afterAll(async () => {
  await running?.close();
  running?.dispose();
  server.close();
});

describe('the packaged app', () => {
  it('opens one window at its own origin with a locked-down page', async () => {
    const { app, page } = running;
    expect(await page.evaluate(() => location.origin)).toBe('app://touchstone');
    expect(app.windows()).toHaveLength(1);
    expect(await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.getTitle())).toContain(
      'Touchstone',
    );
    expect(await page.evaluate(() => [typeof require, typeof process])).toEqual(['undefined', 'undefined']);
  });

  it('has lasting storage in a secure context', async () => {
    const storage = await running.page.evaluate(async () => ({
      secure: isSecureContext,
      persisted: await navigator.storage.persist(),
      quota: (await navigator.storage.estimate()).quota ?? 0,
    }));
    expect(storage).toMatchObject({ secure: true, persisted: true });
    expect(storage.quota).toBeGreaterThan(0);
  });

  it('runs no script from a string and none from the markup', async () => {
    const ran = await running.page.evaluate(() => {
      const script = document.createElement('script');
      script.textContent = 'globalThis.inlineScriptRan = true';
      document.head.append(script);
      script.remove();
      return 'inlineScriptRan' in globalThis;
    });
    expect(ran).toBe(false);
  });

  it('is denied every permission but lasting storage and writing to the clipboard', async () => {
    const states = await running.page.evaluate(() =>
      Promise.all(
        (['geolocation', 'notifications', 'camera', 'microphone', 'clipboard-read'] as PermissionName[]).map(
          async (name) => (await navigator.permissions.query({ name })).state,
        ),
      ),
    );
    expect(new Set(states)).toEqual(new Set(['denied']));
  });
});

describe('nothing leaves the packaged app', () => {
  it('by what a page can load, send or hint at', async () => {
    const outcome = await running.page.evaluate(async (host) => {
      const settled = (element: HTMLElement, place: HTMLElement) =>
        new Promise<string>((resolve) => {
          element.addEventListener('load', () => resolve('loaded'));
          element.addEventListener('error', () => resolve('blocked'));
          place.append(element);
        });
      const hint = (rel: string) =>
        document.head.append(Object.assign(document.createElement('link'), { rel, href: `http://${host}` }));
      for (const rel of ['preconnect', 'dns-prefetch', 'prefetch', 'prerender']) hint(rel);
      navigator.sendBeacon(`http://${host}/beacon`, 'x');
      document.body.append(
        Object.assign(document.createElement('iframe'), { src: `http://${host}/frame`, hidden: true }),
      );
      const image = Object.assign(new Image(), { src: `http://${host}/image.png` });
      const style = Object.assign(document.createElement('link'), {
        rel: 'stylesheet',
        href: `http://${host}/a.css`,
      });
      return {
        fetched: await fetch(`http://${host}/fetch`).then(
          () => 'loaded',
          () => 'blocked',
        ),
        outside: await fetch('https://example.org/').then(
          () => 'loaded',
          () => 'blocked',
        ),
        image: await settled(image, document.body),
        style: await settled(style, document.head),
        socket: await new Promise((resolve) => {
          const socket = new WebSocket(`ws://${host}/socket`);
          socket.addEventListener('open', () => resolve('loaded'));
          socket.addEventListener('error', () => resolve('blocked'));
        }).catch(() => 'blocked'),
        opened: window.open(`http://${host}/window`) === null ? 'blocked' : 'loaded',
      };
    }, `127.0.0.1:${port}`);
    expect(new Set(Object.values(outcome))).toEqual(new Set(['blocked']));
    expect(connections).toBe(0);
  });

  it('by the session itself, where no content security policy stands', async () => {
    const outcome = await running.app.evaluate(
      ({ net }, url) =>
        net.fetch(url).then(
          () => 'loaded',
          (error: unknown) => String(error),
        ),
      `http://127.0.0.1:${port}/main`,
    );
    expect(outcome).toContain('ERR_BLOCKED_BY_CLIENT');
    expect(connections).toBe(0);
  });

  it('by a name that is looked up, nor by WebRTC', async () => {
    const found = await running.app.evaluate(({ session }) =>
      session.defaultSession.resolveHost('localhost').then(
        () => 'resolved',
        () => 'not found',
      ),
    );
    expect(found).toBe('not found');
    const candidates = await running.page.evaluate(async () => {
      const peer = new RTCPeerConnection({ iceServers: [{ urls: 'stun:127.0.0.1:9' }] });
      const all: string[] = [];
      const gathered = new Promise<void>((resolve) => {
        peer.addEventListener('icecandidate', ({ candidate }) => {
          if (!candidate) resolve();
          else if (/ udp /i.test(candidate.candidate)) all.push(candidate.candidate);
        });
      });
      peer.createDataChannel('x');
      await peer.setLocalDescription(await peer.createOffer());
      await gathered;
      peer.close();
      return all;
    });
    expect(candidates).toEqual([]);
  });

  it('reaches a listener at all, when a connection is made', async () => {
    await fetch(`http://127.0.0.1:${port}/control`);
    expect(connections).toBe(1);
  });
});

describe('a window that can no longer be drawn', () => {
  it('says so, locks at a press and starts anew; the case is as it was', async () => {
    const { page } = running;
    await makeSampleMine(page);
    await choose(page, 'C-03');
    await page.getByRole('textbox', { name: 'Statement' }).fill('Stored before the fault.');
    await saved(page);
    // A fault of the program that the desk with the history runs into.
    await page.evaluate('Intl.DateTimeFormat = () => undefined');
    await button(page, 'History').click();
    await page.getByRole('heading', { name: 'This window can no longer be shown' }).waitFor();
    expect(await page.locator('body').innerText()).not.toContain('My own case');
    await button(page, 'Lock the case and start anew').click();
    await unlock(page);
    await sampleShown(page);
    await row(page, 'C-03').getByText('Stored before the fault.').waitFor();
    await button(page, 'History').click();
    await page.getByText('Checker One').first().waitFor();
  });
});

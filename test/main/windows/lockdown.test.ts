import type { App } from 'electron';
import { describe, expect, it, vi } from 'vitest';
import { lockContents, lockNetwork } from '#main/windows/lockdown.ts';

describe('the lockdown of the app', () => {
  it('takes name resolution away', () => {
    const appendSwitch = vi.fn<(name: string, value?: string) => void>();
    lockNetwork({ commandLine: { appendSwitch } } as unknown as App);
    expect(appendSwitch).toHaveBeenCalledWith('host-resolver-rules', 'MAP * ~NOTFOUND');
  });

  it('denies new windows, navigation, webviews and WebRTC in every contents', () => {
    const on = vi.fn<(event: string, listener: (event: unknown, contents: unknown) => void) => void>();
    lockContents({ on } as unknown as App);
    const listeners = new Map<string, (event: { preventDefault(): void }) => void>();
    const contents = {
      setWindowOpenHandler: vi.fn<(handler: () => { action: string }) => void>(),
      setWebRTCIPHandlingPolicy: vi.fn<(policy: string) => void>(),
      on: (name: string, listener: (event: { preventDefault(): void }) => void) =>
        listeners.set(name, listener),
    };
    expect(on.mock.calls[0]?.[0]).toBe('web-contents-created');
    on.mock.calls[0]?.[1]({}, contents);
    expect(contents.setWindowOpenHandler.mock.calls[0]?.[0]()).toEqual({ action: 'deny' });
    expect(contents.setWebRTCIPHandlingPolicy).toHaveBeenCalledWith('disable_non_proxied_udp');
    for (const name of ['will-navigate', 'will-redirect', 'will-attach-webview']) {
      const preventDefault = vi.fn<() => void>();
      listeners.get(name)?.({ preventDefault });
      expect(preventDefault, name).toHaveBeenCalledOnce();
    }
  });
});

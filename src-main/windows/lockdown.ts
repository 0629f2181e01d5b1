import type { App, Session, WebContents } from 'electron';

const ALLOWED_PROTOCOLS = new Set(['app:', 'blob:', 'data:', 'evidence:']);
const ALLOWED_PERMISSIONS = new Set(['persistent-storage', 'durable-storage', 'clipboard-sanitized-write']);

/** Whether a request may be made at all: only what never leaves this machine (DESIGN 7). */
export function mayRequest(url: string, developerTools: boolean): boolean {
  const { protocol } = new URL(url);
  return ALLOWED_PROTOCOLS.has(protocol) || (developerTools && protocol === 'devtools:');
}

/** Denies the session every network request and every permission but lasting storage. */
export function lockSession(session: Session, developerTools: boolean): void {
  session.webRequest.onBeforeRequest(({ url }, decide) =>
    decide({ cancel: !mayRequest(url, developerTools) }),
  );
  session.setPermissionRequestHandler((_contents, permission, decide) =>
    decide(ALLOWED_PERMISSIONS.has(permission)),
  );
  session.setPermissionCheckHandler((_contents, permission) => ALLOWED_PERMISSIONS.has(permission));
  session.setDevicePermissionHandler(() => false);
  // An empty list and no dictionary address: spell-check must never download anything.
  session.setSpellCheckerEnabled(false);
  session.on('will-download', (event) => event.preventDefault());
}

/**
 * Leaves the whole app without name resolution, before Electron is ready: hints such as dns-prefetch
 * and preconnect pass by both the content security policy and the session's request filter.
 */
export function lockNetwork(app: App): void {
  app.commandLine.appendSwitch('host-resolver-rules', 'MAP * ~NOTFOUND');
  app.commandLine.appendSwitch('dns-prefetch-disable');
}

/** Denies new windows, navigation and webviews in every web contents there will ever be. */
export function lockContents(app: App): void {
  app.on('web-contents-created', (_event, contents: WebContents) => {
    contents.setWindowOpenHandler(() => ({ action: 'deny' }));
    // WebRTC sends its packets past the session's request filter.
    contents.setWebRTCIPHandlingPolicy('disable_non_proxied_udp');
    contents.on('will-navigate', (event) => event.preventDefault());
    contents.on('will-redirect', (event) => event.preventDefault());
    contents.on('will-attach-webview', (event) => event.preventDefault());
  });
}

import { type Bridge, EVENT_CHANNEL, PATH_CHANNEL, REQUEST_CHANNEL } from '#contract/bridge.ts';

// oxlint-disable-next-line typescript/no-explicit-any -- as Electron declares its listeners
type Listener = (event: unknown, ...args: any[]) => void;

/** The parts of Electron's renderer API that preload needs. */
export type Transport = {
  // What main sends is typed by the contract, not by Electron.
  // oxlint-disable-next-line typescript/no-explicit-any
  invoke(channel: string, ...args: unknown[]): Promise<any>;
  on(channel: string, listener: Listener): void;
  off(channel: string, listener: Listener): void;
  send(channel: string, path: string): void;
  pathForFile(file: File): string;
};

/** The bridge over Electron's channels: transport, no logic. */
export function createApi(transport: Transport): Bridge {
  return {
    invoke: (method, params) => transport.invoke(REQUEST_CHANNEL, method, params),
    on(event, listener) {
      const receive: Listener = (_event, name, payload) => {
        if (name === event) listener(payload);
      };
      transport.on(EVENT_CHANNEL, receive);
      return () => transport.off(EVENT_CHANNEL, receive);
    },
    pathForFile(file) {
      const path = transport.pathForFile(file);
      // Only a file the person chose or dropped has a path; main reads no other.
      if (path !== '') transport.send(PATH_CHANNEL, path);
      return path;
    },
  };
}

import { contextBridge, ipcRenderer, webUtils } from 'electron';
import { createApi } from './create-api.ts';

/** Electron before 32 put the path on the file itself. */
function pathForFile(file: File): string {
  if (webUtils) return webUtils.getPathForFile(file);
  const { path } = file as File & { path?: string };
  return path ?? '';
}

contextBridge.exposeInMainWorld(
  'touchstone',
  createApi({
    invoke: (channel, ...args) => ipcRenderer.invoke(channel, ...args),
    on: (channel, listener) => ipcRenderer.on(channel, listener),
    off: (channel, listener) => ipcRenderer.off(channel, listener),
    send: (channel, path) => ipcRenderer.send(channel, path),
    pathForFile,
  }),
);

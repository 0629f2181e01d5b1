import { contextBridge } from 'electron';
contextBridge.exposeInMainWorld('touchstone', {});

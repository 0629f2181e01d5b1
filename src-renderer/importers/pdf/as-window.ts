// In a worker without a `window` pdf.js takes the worker for its own and answers every message to it.
// Here it is a library among others. It must find this when it is loaded: import this file first.
if ('WorkerGlobalScope' in globalThis && !('window' in globalThis)) {
  Reflect.set(globalThis, 'window', globalThis);
}

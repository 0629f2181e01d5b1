/**
 * What the window may load (CSP level 3). `wasm-unsafe-eval` lets libsodium's WebAssembly run;
 * inline styles are needed by the UI kit, scripts come from files only.
 */
const POLICY: Readonly<Record<string, string>> = {
  'default-src': "'none'",
  'script-src': "'self' 'wasm-unsafe-eval'",
  'style-src': "'self' 'unsafe-inline'",
  'img-src': "'self' blob: data: evidence:",
  'media-src': 'evidence: blob:',
  'font-src': "'self'",
  'connect-src': "'self' blob: data: evidence:",
  'worker-src': "'self' blob:",
  'frame-src': 'blob:',
  'base-uri': "'none'",
  'form-action': "'none'",
  'frame-ancestors': "'none'",
};

export const CONTENT_SECURITY_POLICY = Object.entries(POLICY)
  .map(([directive, sources]) => `${directive} ${sources}`)
  .join('; ');

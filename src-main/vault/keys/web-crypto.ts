import { webcrypto } from 'node:crypto';

/*
 * Node 18, which some Electrons carry, has Web Crypto but not as a global, and age-encryption draws
 * its random bytes from the global one. Import this file before anything that imports age-encryption.
 */
if (!('crypto' in globalThis)) Object.defineProperty(globalThis, 'crypto', { value: webcrypto });

import { productName as name, version } from '../../package.json';

/** What writes a file, as the file says it. */
export const PROGRAM = { name, version };

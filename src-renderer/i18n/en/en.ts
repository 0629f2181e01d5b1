import { cases } from './cases.ts';
import { claims } from './claims.ts';
import { common } from './common.ts';
import { documents } from './document.ts';
import { errors } from './errors.ts';
import { evidence } from './evidence.ts';
import { finding } from './finding.ts';
import { shell } from './shell.ts';
import { terms } from './terms.ts';

/** Every English word of the window. */
export const en = { common, terms, shell, cases, document: documents, claims, finding, evidence, errors };

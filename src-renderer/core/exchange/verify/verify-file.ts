import { decodeText } from '../../text/decode.ts';
import type { LeavingCase } from '../claims/chosen.ts';
import { type HashParts, isPdf, verifyPdf } from '../pdf-seal/pdf-seal.ts';
import { isWordHead } from './word-head.ts';
import { type TextVerdict, type VerifiedFormat, verifyText } from './verify-text.ts';

/** What an exported file is found to be; see {@link TextVerdict}. */
export type FileVerdict = Omit<TextVerdict, 'format'> & {
  readonly format: VerifiedFormat | 'pdf' | 'docx' | null;
};

/** What holds of an exported file, PDF or text; `given`: the case to compare a text with, as it may leave. */
export function verifyFile(bytes: Uint8Array, given: LeavingCase | null, hash: HashParts): FileVerdict {
  if (isPdf(bytes)) return { format: 'pdf', ...verifyPdf(bytes, hash), against: null };
  if (isWordHead(bytes)) return { format: 'docx', seal: 'none', fingerprint: null, against: null };
  const decoded = decodeText(bytes);
  return verifyText('failure' in decoded ? '' : decoded.text, given);
}

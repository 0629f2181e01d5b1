export type CaseFolderErrorCode =
  /** `case.json` is no JSON. */
  | 'case-not-json'
  /** It is JSON, but of something else. */
  | 'case-other-format'
  /** Written by a newer version of the format. */
  | 'case-newer-version'
  /** A field is missing or holds what it may not. */
  | 'case-bad-field'
  /** The article does not hold these words at this place. */
  | 'case-bad-anchor'
  /** It names an item that is not in the file, or names one twice. */
  | 'case-bad-reference'
  /** The article is empty or holds halves of characters. */
  | 'case-bad-article';

/** Why a case folder cannot be read; `place` says where in `case.json` ("claims[3].anchors[0]"). */
export class CaseFolderError extends Error {
  readonly code: CaseFolderErrorCode;
  readonly place: string;
  constructor(code: CaseFolderErrorCode, place: string, message: string, options?: ErrorOptions) {
    super(place === '' ? message : `${place}: ${message}`, options);
    this.name = 'CaseFolderError';
    this.code = code;
    this.place = place;
  }
}

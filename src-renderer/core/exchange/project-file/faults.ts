/**
 * Why a project file is refused, each with what to tell the person. `{part}` stands for the part
 * of the file the fault lies in. Command line and windows say these same words.
 */
export const FAULT_WORDS = {
  'file-missing': 'The file is not there any more.',
  'file-unreadable': 'The file cannot be read.',
  'not-age-file': 'This is no encrypted project file.',
  'age-armored':
    'This file is encrypted as text (armored). Project files are binary: decrypt it with age and encrypt it again without --armor.',
  'age-newer-version': 'This file was encrypted by a newer version of age than this Touchstone reads.',
  'age-header-damaged': 'The file is damaged: its encryption header was altered or cut.',
  'needs-passphrase': 'This file was encrypted with a passphrase, not to a key.',
  'needs-key': 'This file was encrypted to a key: a passphrase cannot open it.',
  'wrong-passphrase': 'This passphrase does not open the file.',
  'wrong-key': 'This file was not encrypted to this key.',
  'bad-recipient': 'This is no public key of age (age1…): {part}.',
  'bad-identity': 'This is no secret key of age (AGE-SECRET-KEY-1…).',
  'work-factor-too-high':
    'Opening this file would take this computer too long (scrypt work factor {part}; at most 20 is accepted).',
  'age-payload-damaged': 'The file is damaged: its content was altered or cut ({part}).',
  'zip-damaged': 'The file holds no sound ZIP archive ({part}).',
  'zip-too-many': 'The archive holds more files than a case can have ({part}).',
  'zip-too-large': 'A part of the archive is larger than it may be ({part}).',
  'zip-bomb': 'A part of the archive would unpack to far more than it should ({part}).',
  'zip-bad-name': 'A file in the archive has a name that is not allowed ({part}).',
  'zip-duplicate': 'A file is in the archive twice ({part}).',
  'zip-not-a-file': 'The archive holds something that is no ordinary file ({part}).',
  'zip-unknown-method': 'A file in the archive is packed in a way that project files do not use ({part}).',
  'zip-header-differs': 'The archive says two different things about a file ({part}).',
  'zip-overlap': 'Files in the archive overlap, or something lies hidden between them ({part}).',
  'zip-size-differs': 'A file in the archive is not as long as it says ({part}).',
  'zip-checksum-differs': 'A file in the archive is damaged ({part}).',
  'bag-bad-declaration': 'The archive is no bag of the kind project files are (BagIt 1.0, UTF-8): {part}.',
  'bag-bad-manifest': 'The list of files and checksums cannot be read ({part}).',
  'bag-file-missing': 'A file that should be there is missing ({part}).',
  'bag-file-unlisted': 'A file is there that the list of files does not name ({part}).',
  'bag-checksum-differs': 'A file is not the one that was packed ({part}).',
  'case-not-json': 'The description of the case cannot be read ({part}).',
  'case-other-format': 'This archive holds no Touchstone case.',
  'case-newer-version':
    'This file was written by a newer version of Touchstone (format version {part}). Update Touchstone to open it.',
  'case-bad-field': 'The description of the case is not as it should be ({part}).',
  'journal-not-utf8': 'The history is not in UTF-8 ({part}).',
  'journal-line-too-long': 'An entry of the history is longer than it may be ({part}).',
  'journal-not-json': 'An entry of the history cannot be read ({part}).',
  'journal-not-canonical': 'An entry of the history is not written the one way it must be ({part}).',
  'journal-bad-entry': 'An entry of the history is not as it should be ({part}).',
  'journal-unknown-entity': 'The history holds a kind of item this Touchstone does not know ({part}).',
  'journal-bad-value':
    'An entry of the history sets a field to something it cannot hold, as no Touchstone does ({part}).',
  'journal-bad-order': 'The entries of the history are not in their order ({part}).',
  'journal-too-many': 'The history holds more entries than a case can have ({part}).',
  'chain-missing': 'The history has a gap ({part}).',
  'chain-twice': 'The history holds two entries in one place ({part}).',
  'chain-header-altered': 'The history was altered ({part}).',
  'chain-body-altered': 'What an entry of the history says was altered ({part}).',
  'chain-order-altered': 'The history claims an order that cannot be ({part}).',
  'chains-bad': 'The list of chain ends is not as it should be ({part}).',
  'chains-differ': 'The history does not end where the file says it does ({part}).',
  'signature-invalid': 'The signature is not that of the person named: the file may be forged.',
  'document-differs': 'The text of a document is not the one the history names ({part}).',
  'document-missing': 'The text of a document is missing ({part}).',
  'document-unlisted': 'A text is there that no document of the history has ({part}).',
  'evidence-differs': 'A piece of evidence is not the one its name says ({part}).',
  'evidence-missing': 'A piece of evidence that the history names is missing ({part}).',
  'evidence-unlisted': 'A piece of evidence is there that the history does not name ({part}).',
} as const;

export type FaultCode = keyof typeof FAULT_WORDS;

export const FAULT_CODES = Object.keys(FAULT_WORDS) as FaultCode[];

/** The words for a fault; `part` names where it lies, null where the words need no place. */
export const wordsForFault = (code: FaultCode, part: string | null): string =>
  FAULT_WORDS[code].replace('{part}', part ?? 'place unknown');

/** Why a project file is refused. `part` says where: a file of the bag, a line, an actor's entry. */
export class ProjectFileFault extends Error {
  readonly code: FaultCode;
  readonly part: string | null;
  constructor(code: FaultCode, part: string | null = null) {
    super(wordsForFault(code, part));
    this.name = 'ProjectFileFault';
    this.code = code;
    this.part = part;
  }
}

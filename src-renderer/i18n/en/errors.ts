/** What happened and what to do, by the code of a failure. */
import { FAULT_WORDS } from '#core/exchange/project-file/faults.ts';

/** The words of the command line, with places as i18next writes them. */
export const faults = Object.fromEntries(
  Object.entries(FAULT_WORDS).map(([code, words]) => [code, words.replace('{part}', '{{part}}')]),
);

export const errors = {
  ...faults,
  'blob-missing':
    'A piece of evidence of this case is missing on this laptop. A project file that holds it brings it back: open that and merge it.',
  'blob-damaged':
    'A piece of evidence of this case was altered or damaged on the disk. “Check the file again” under Evidence finds and sets aside the altered one; everything else can then be saved.',
  'identity-locked': 'Your own key is locked. Unlock it under “You and your colleagues” first.',
  'forked-chain':
    'Two copies of this case were worked on under one name. This file cannot be merged; open it as a case of its own.',
  'export-leaks':
    'Stopped: a protected name was found in what would have left. Nothing was written. Look at how it is spelled under People, add that spelling, and try again.',
  'export-leaks-at':
    'Stopped: “{{name}}” may not be named and would have left in {{place}}. Nothing was written. Change it there, or add its spelling under People, and try again.',
  'not-checked':
    'The finished file could not be checked for protected names, so it was not written. Try again; if it stays so, restart the app.',
  'not-saved-yet': 'This file was not written since the case was opened: choose it again under “Share…”.',
  'left-file-gone':
    'Nothing was destroyed: the file is no longer where it was written, or it was changed since. Put the stick back in and try again, or choose “Not now” and save the case once more.',
  'no-room': 'There is no room for the file. Nothing was written; free some space or choose another place.',
  'other-case-locked':
    'This case is on this laptop already, locked. Unlock it, then open the file again to merge it.',
  failed: 'That did not work, and nothing was changed. Try again; if it stays so, restart the app.',
  'read-only': 'The sample is read-only. Choose “Make it mine” to work on a copy.',
  'bad-request': 'That could not be understood. Nothing was changed.',
  'not-allowed': 'That is not allowed here.',
  quota:
    'The disk is full: this was not saved. Free some space and try again; everything saved before is safe.',
  'disk-full': 'The disk is full: nothing half-written was left behind. Free some space and try again.',
  'folder-missing':
    'The folder for the snapshots is not there, or another disk stands in its place: the stick may not be plugged in. Nothing is lost; the next snapshot is written when it is there.',
  'not-kept': 'No snapshots are kept of this case.',
  'kept-unknown':
    'This file is not one that was written from here; somebody may have put it in its place. Nothing was changed. “Open as a file” shows what it holds and who signed it.',
  'write-failed': 'The file could not be written. Check the folder’s permissions and try again.',
  'newer-version':
    'This case was last opened by a newer version of Touchstone. Update the app; the case was not touched.',
  unsaved:
    'Something you typed could not be stored and would be lost. Put it right, or press Lock again to lock all the same.',
  damaged:
    'A record of this case was altered or damaged on the disk. Nothing was changed; restore a copy of the case.',
  'wrong-key': 'The key does not fit this case’s data.',
  'in-use': 'This case is open in another window.',
  closed: 'The case is locked.',
  locked: 'The case is locked.',
  'file-missing': 'The file is no longer there.',
  'file-unreadable': 'The file cannot be read. Check its permissions.',
  'not-viewable': 'The file is not what its name says: it cannot be shown.',
  'too-large-to-show':
    'This file is too large to be shown here, or unpacks to far more than it seems. Open a copy in another program.',
  'file-too-large': 'This text is too large to be read as one article.',
  'file-changed':
    'The file changed while it was read, so it was not stored. Wait until it is complete and try again.',
  'not-a-file': 'That is a folder, not a file.',
  cancelled: 'Cancelled. Nothing was stored.',
  'sample-missing': 'The sample case is missing from this installation. Install Touchstone again.',
  'sample-damaged': 'The sample case of this installation is damaged. Install Touchstone again.',
  'empty-case':
    'This case holds nothing: its making was cut short, or its database was lost with a damaged disk. Open a copy of it, or remove it and make it again.',
  'storage-not-lasting':
    'This system does not grant lasting storage, so casework could be lost. Check the disk and the app’s data folder, then start again.',
  'no-protection': 'A case needs a passphrase or the keychain.',
  'keychain-unavailable': 'The keychain of this computer cannot open it. Use the passphrase.',
  'case-exists': 'There is a case of this id already.',
  'wrong-passphrase': 'This passphrase does not open the case. Check the keyboard layout and try again.',
  'not-openable':
    'Files of this kind are not opened in other programs: programs and scripts would run, and web pages would fetch what they name.',
  'no-program': 'No program on this computer opened it. The copy is wiped; nothing was changed.',
  'wrong-record-passphrase':
    'This passphrase does not open the sealed record. Check the keyboard layout and try again; nothing was changed.',
  'no-such-case': 'The key file of this case is missing: it cannot be opened.',
  'keyring-damaged': 'The key file of this case is damaged: it cannot be opened. Restore a copy of the case.',
  'report-failed': 'The report could not be made. Nothing was written. {{part}}',
  'no-identity': 'You have no key here yet.',
  'identity-exists': 'You have a key here already.',
  'identity-damaged':
    'The file of your key is damaged: it cannot be opened. Restore your key from a backup, or start afresh.',
  'not-a-backup': 'This file is no backup of a key.',
  'backup-damaged': 'This backup is damaged and cannot be opened. Nothing was changed.',
  'name-empty': 'A name is needed.',
  'name-taken': 'Another colleague has this name already. Use one that tells the two apart.',
  'key-unreadable':
    'This is no public key that can be read. One starts with age1 and has 62 letters and digits; ask for it again if some are missing or mistyped.',
  'key-secret':
    'This is a secret key. It was not kept here. Whoever sends you one gives away everything locked for them: delete the message, and tell its owner to make a new key and to keep it secret.',
  'key-own': 'This is your own key. You need not add yourself.',
  'colleague-known': 'This key is in your list already.',
  'card-unreadable': 'This file is no card of a colleague.',
  'card-newer': 'This card was made by a newer version of Touchstone. Update the app to read it.',
  'card-forged':
    'This card was altered after it was made: its signature does not hold. Ask for a new one, by another way.',
  'empty-file': 'There is no text in it.',
  'binary-file': 'This is not a text file, whatever its name says. Attach it to a claim as evidence instead.',
  'broken-encoding':
    'The file’s letters cannot be read in any encoding we know. Save it as UTF-8 and try again.',
  'too-large': 'This text is over 20 MB: split it into articles.',
  'damaged-file':
    'This file is damaged, or of another kind than its name says. Ask for it again, or attach it to a claim as evidence.',
  'protected-file':
    'This file opens with a password only. Take the password off in the program it was made with and save it, then open it here.',
  'old-word':
    'This is a Word document of the format before .docx. Open it in a word processor and save it as .docx.',
  'scanned-pdf':
    'The pages of this PDF are pictures without text. Have its text recognised (OCR) first, or type what you need and attach the PDF as evidence.',
  'slow-file':
    'Reading this file took too long and was stopped: it is damaged, or made to be unreadable. Attach it to a claim as evidence instead.',
  command: {
    'not-found': 'It is no longer there.',
    'not-purgeable': 'This cannot be purged: the case could no longer prove its history.',
    'not-settled': 'The findings differ here: settle them first, then purge the earlier ones.',
    'claim-merged': 'That claim was merged into {{ref}}.',
    'statement-empty': 'A claim needs a statement.',
    'anchor-missing': 'Choose the words in the article.',
    'anchor-bad': 'These words do not stand there in the article.',
    'anchor-exists': 'The claim has these words already.',
    'last-anchor': 'A claim keeps at least one place in the article.',
    'split-needs-two': 'Splitting needs at least two statements.',
    'merge-needs-two': 'Choose another claim to merge.',
    'rationale-missing': 'One line of rationale is needed for this status.',
    'reason-mismatch': 'This reason does not go with this status.',
    'confidence-not-for-unverified': 'An unverified claim has no confidence.',
    'date-bad': '“{{text}}” is no date we can read. Write 2014-09-03, 2014-09, 2014~ or XXXX-07.',
    'no-conflict': 'There is nothing left to settle.',
    'relation-self': 'A claim cannot be related to itself.',
    'relation-exists': 'They are related like this already.',
    'relation-cycle': 'That would go in a circle: {{refs}}.',
    'title-empty': 'A title is needed.',
    'text-empty': 'There are no words in it.',
    'text-broken': 'The text holds broken characters. Save it as UTF-8 and try again.',
    'url-bad': '“{{text}}” is no web address. It starts with https:// or http://.',
    'file-missing': 'The file was not stored, so it cannot be attached.',
    'name-empty': 'A name is needed.',
    'name-exists': 'That name is there already.',
    'code-name-missing': 'One of our sources needs a code name.',
    'code-name-taken': 'That code name is taken.',
    'affiliation-cycle': 'Those affiliations lead in a circle.',
    'in-use': 'It still stands in {{uses}} places: {{refs}}. Take it away there first, or merge it.',
    'parties-distinct': '{{names}} are marked as not to be confused, so they are not merged.',
    'until-missing': 'Say until when.',
    'where-empty': 'Say where you looked.',
    'stand-in-tells': '“{{text}}” is protected itself: what stands in must not hold it.',
    'pseudonym-taken': 'Somebody else leaves under that name already.',
    'spelling-short': '“{{text}}” is too short to be found. Give at least two letters.',
    'detail-exists': 'These words are protected already.',
    'not-a-link': 'Captures belong to a link.',
    'translation-circle':
      'An article cannot be its own original, nor that of the article it was translated from.',
    'not-a-picture': 'Only pictures can be masked.',
    'mask-outside': 'The mask does not lie in the picture.',
    'finding-kept':
      'This claim waits for a second read: say what you find under “Second read”. The first finding is shown then.',
    'second-read-nothing':
      '{{ref}} has no finding yet: there is nothing to read a second time or to sign off.',
    'second-read-same-person': 'The second read has to be made by somebody who did not make the finding.',
    'second-read-not-asked': '{{ref}} is not in the stage “second read”. Choose that stage first.',
    'second-read-open':
      '{{ref}} cannot be signed off: a second read has to agree with its finding, or the difference has to be settled.',
    'why-missing': 'Say in a line why: it stays on record beside both findings.',
    'nothing-to-import': 'There is nothing to import.',
  },
};

export const snapshots = {
  title: 'Snapshots…',
  heading: 'Snapshots of this case',
  kept: {
    heading: 'In a folder, on close',
    off: 'Choose a folder, on a USB stick for instance. Whenever the case is locked or the app ends and something has changed, an encrypted copy is written there, a project file that opens on any laptop with Touchstone. The last five stay.',
    choose: 'Choose a folder…',
    seal: 'What opens them',
    byPassphrase: 'A passphrase',
    byOwnKey: 'My own key',
    ownKeyAbout:
      'They open with your key, and on another laptop with the backup of your key and its passphrase. Without that backup, a lost laptop takes them with it.',
    passphraseAbout:
      'Keep it apart from the stick. It lies sealed in this case, so that closing never asks for it.',
    evidence: 'The evidence as well',
    evidenceSize: '{{size}} now; without it: history and texts only',
    turnOn: 'Turn on and write the first',
    on_passphrase: 'On; a passphrase opens them.',
    on_keys: 'On; your own key opens them.',
    whole: 'With the evidence.',
    textsOnly: 'History and texts only.',
    now: 'Write one now',
    writing: 'Writing a snapshot…',
    written: 'Snapshot written and checked by reading it back.',
    change: 'Change…',
    stop: 'Turn off',
    stopped: 'Snapshots are off. Those in the folder stay, until a purge or you remove them.',
    earlier_one:
      'Snapshots written before stay in the folder that was chosen then. A purge removes them too while it is there; else remove them there when they are not needed:',
    earlier_other:
      'Snapshots written before stay in the folders that were chosen then. A purge removes them too while these are there; else remove them there when they are not needed:',
    none: 'There is none in the folder yet.',
    away: 'This folder cannot be reached now; put the stick in to go back to what lies there:',
    purged:
      'The snapshots in this folder are from before a purge and hold what was purged. None of them is gone back to; they go when the next one is written there:',
    notHere: 'on a disk that is not here now',
    open: 'Open as a file',
    restore: 'Go back to it',
    restored: 'The case stands as it did then. How it stood before is kept as a copy on this laptop.',
  },
  closing: {
    heading: 'Writing a snapshot…',
    about: 'The case is out of view. When the snapshot is written, its key is forgotten.',
    locking: 'Lock without a snapshot',
    leaving: 'Quit without a snapshot',
  },
  missed: 'The last snapshot was not written.',
  foot: {
    last: 'Snapshot {{time}}',
    none: 'No snapshot yet',
    failed: 'Last snapshot failed',
  },
};

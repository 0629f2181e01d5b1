export const HELP = `Usage: touchstone COMMAND …                 the packaged app: no window, but on Linux a display
       npm run touchstone -- COMMAND …      in the project: no window, no display

  pack CASE -o FILE           writes CASE as an encrypted project file
  verify FILE [--case CASE]   checks a project file, an exported file or a bag (ZIP or folder) from
                              end to end and says what holds and what was altered: reports as
                              PDF and HTML by their own fingerprint, tables, ClaimReview,
                              annotations and HTML also against CASE, any file against its releases
  extract FILE DIR            lays a project file's content down in DIR, which must be new or empty
  merge A B -o FILE           writes the union of two project files of one case
  report CASE -o FILE.pdf     writes the verification report as a tagged PDF
                              (also: npm run report -- CASE -o FILE.pdf)
  bag CASE -o FILE.zip        writes the evidence files as a BagIt bag, not encrypted, without what was
                              given off the record; masked JPEG and PNG pictures as copies with their
                              masks burned in
  propose ARTICLE             reads an article and proposes who says what in it and which claims it
                              makes; nothing is stored. --json gives all of it as JSON
  propose --jsonl [FILE]      the same for lines of {"id","text"} (standard input without FILE):
                              one line of JSON an article, offsets in UTF-16 units
  score --jsonl [FILE]        reads {"id","text"} lines, a sentence each, from FILE or standard input and
                              writes {"id","score","reasons"} lines: how much it looks like one to check

  CASE            a case folder (case.json beside article.txt), or a folder made by extract;
                  for report and verify also a project file or an article text file;
                  for bag a project file or a folder made by extract
  -o, --output    where the result goes; relative to where you stand

What opens a project file, or seals a new one; without any of these you are asked on the terminal:
  --passphrase-file FILE      its first line is the passphrase
  --passphrase-fd N           the same, read from an open file descriptor (through npm: 0 only)
  --identity KEYFILE          secret keys as age-keygen writes them, plain or under a passphrase
                              (age -p), for which you are asked likewise; may be repeated
  --recipient age1…           seals the new file to this public key; may be repeated
  --new-passphrase-file FILE  seals the new file of merge with another passphrase than A has; where A
                              is sealed to keys, this or --recipient must be given
  --allow-weak-passphrase     pack and merge write no file under a passphrase that is guessed within
                              a hundred years, as the window does not: this insists
A secret is never an argument: others could read it in the list of programs.

For report (JPEG and PNG evidence of project files is shown small, without what else the file holds):
  --paper         a4 (default) or us-letter
  --product       full, summary, annex or claim (default: full)
  --language      en or ar (default: en)
  --audience      internal, legal, editor or public (default: internal): hashes and who checked
                  stand in none for the public
  --standard      ua-1, or a-3a with the report's data attached (default: ua-1)
  --as-of         (bag, too) the day the report speaks for, as 2026-11-23 (default: today); the same case
                  and day give the same file, byte for byte

  -h, --help      these words

Exit codes: 0 done, 1 failed, 2 wrong usage, 3 the input cannot be read, 4 the output cannot be
written, 5 wrong passphrase or key, 6 the file is damaged or not what it says it is, or what
leaves would have named somebody who is protected,
7 (verify) it is sound, but something that belongs to the whole case is not in it,
8 (verify) it differs from the case it was held against, 9 (verify) nothing in it can be checked,
10 (pack, merge) the passphrase is too weak
`;

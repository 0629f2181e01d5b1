import * as v from 'valibot';
import { ProjectFileFault } from './faults.ts';
import { jsonFileText, parseSafeJson } from './json-text.ts';
import { BAG } from './layout.ts';

export const PROJECT_FORMAT = 'touchstone';
/** Version of the project file's format that is written; newer ones are refused by name. */
export const PROJECT_VERSION = 1;

/** The whole case, chosen claims of it, or a copy without protected names. */
export const FILE_SCOPES = ['whole', 'part', 'redacted'] as const;
export type FileScope = (typeof FILE_SCOPES)[number];

const text = v.pipe(v.string(), v.maxLength(2000));
const base64Key = v.pipe(v.string(), v.regex(/^[A-Za-z0-9+/]{43}=$/, 'is no Ed25519 public key'));
const moment = v.pipe(
  v.string(),
  v.regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d{1,9})?Z$/, 'is no time in UTC'),
  v.check((value) => !Number.isNaN(Date.parse(value)), 'is no time in UTC'),
);

const schema = v.object({
  format: v.literal(PROJECT_FORMAT),
  formatVersion: v.literal(PROJECT_VERSION),
  caseId: v.pipe(v.string(), v.regex(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/, 'is no id')),
  title: text,
  savedAt: moment,
  savedBy: v.object({ actor: text, alias: text, publicKey: v.nullable(base64Key) }),
  scope: v.picklist(FILE_SCOPES),
  program: v.object({ name: text, version: text }),
});

/** `data/case.json`: what the file holds and who wrote it. */
export type CaseFile = v.InferOutput<typeof schema>;
/** What a writer gives; format and version are added. */
export type CaseFileInput = Omit<CaseFile, 'format' | 'formatVersion'>;

export const caseFileText = (input: CaseFileInput): string =>
  jsonFileText({ ...input, format: PROJECT_FORMAT, formatVersion: PROJECT_VERSION });

const headSchema = v.object({
  format: v.literal(PROJECT_FORMAT),
  formatVersion: v.pipe(v.number(), v.integer(), v.minValue(1)),
});

/**
 * Reads `data/case.json`. Throws `case-not-json`, `case-other-format`, `case-newer-version` (which
 * is told before anything else of the file is judged) or `case-bad-field`.
 */
export function parseCaseFile(fileText: string): CaseFile {
  const value = parseSafeJson(fileText, 'case-not-json', BAG.caseFile);
  const head = v.safeParse(headSchema, value);
  if (!head.success) throw new ProjectFileFault('case-other-format');
  if (head.output.formatVersion > PROJECT_VERSION) {
    throw new ProjectFileFault('case-newer-version', String(head.output.formatVersion));
  }
  const parsed = v.safeParse(schema, value);
  if (parsed.success) return parsed.output;
  throw new ProjectFileFault('case-bad-field', v.getDotPath(parsed.issues[0]) ?? BAG.caseFile);
}

import type { EntityName } from '../model/entities.ts';

/**
 * Fields with words that people typed, by kind of item: one value of them can go and the item still
 * stands. All else (references, what hangs on what, files, texts) goes with its item.
 */
const WORDS: { readonly [E in EntityName]?: readonly string[] } = {
  case: ['title'],
  actor: ['alias', 'initials'],
  document: ['title', 'publisher', 'author', 'url', 'translationOf', 'defects'],
  passage: ['ladder', 'why'],
  claim: [
    'statement',
    'original',
    'gloss',
    'reading',
    'ladder',
    'tags',
    'dates',
    'use',
    'skip',
    'finding',
    'owner',
    'secondReads',
  ],
  party: ['names', 'codeName', 'role', 'access', 'interest', 'pseudonym', 'spellings', 'note', 'sealed'],
  evidence: ['title', 'description', 'url', 'text', 'receipt', 'pillars'],
  origin: ['name', 'note'],
  assessment: ['locator', 'note'],
  check: ['where', 'words', 'by', 'next'],
  relation: ['note'],
  note: ['text', 'answer'],
  detail: ['words', 'spellings', 'replacement', 'note'],
  filter: ['name', 'filter'],
  release: ['fileName', 'to', 'note'],
};

/** Never purged whole: the case, who writes in it, and what says what was purged or redacted. */
const KEPT: ReadonlySet<EntityName> = new Set<EntityName>(['case', 'actor', 'purge', 'redaction']);

/** Whether items of this kind can be purged whole. */
export const isPurgeableItem = (entity: EntityName): boolean => !KEPT.has(entity);

/** Whether a person may be offered to purge what this field ever held, and nothing else of its item. */
export const isPurgeableValue = (entity: EntityName, field: string): boolean =>
  WORDS[entity]?.includes(field) ?? false;

import 'fake-indexeddb/auto';
import { describe, expect, it } from 'vitest';
import { caseDbIds, deleteCaseDb, openCaseDb } from '#renderer/storage/case-db.ts';
import { CATALOGUE_DB, openCatalogue } from '#renderer/storage/catalogue.ts';
import { freshCaseId, recordsOf } from './support.ts';

describe('the catalogue', () => {
  it('lists the last opened first, and forgets what is removed', async () => {
    const catalogue = await openCatalogue();
    const [a, b, c] = [freshCaseId(), freshCaseId(), freshCaseId()];
    for (const id of [a, b, c, a]) await catalogue.touch(id);
    expect(await catalogue.list()).toEqual([a, c, b]);
    await catalogue.remove(c);
    expect(await catalogue.list()).toEqual([a, b]);
    expect(await (await openCatalogue()).list()).toEqual([a, b]);
  });

  it('shows nothing but ids and their order', async () => {
    const catalogue = await openCatalogue();
    await catalogue.touch(freshCaseId());
    for (const { table, value } of await recordsOf(CATALOGUE_DB)) {
      expect(table).toBe('cases');
      expect(Object.keys(value as object).sort()).toEqual(['id', 'order']);
    }
  });

  it('finds a case whose listing was lost by its database', async () => {
    const catalogue = await openCatalogue();
    const lost = freshCaseId();
    (await openCaseDb(lost)).close();
    expect((await catalogue.list()).at(-1)).toBe(lost);
    expect(await caseDbIds()).toContain(lost);
    await deleteCaseDb(lost);
    expect(await catalogue.list()).not.toContain(lost);
  });
});

import { describe, expect, it } from 'vitest';
import type { Searchable } from '#core/queries/search-docs.ts';
import { deleteClaim } from '#renderer/commands/delete-claim.ts';
import { editClaim } from '#renderer/commands/edit-claim.ts';
import { mergeClaims } from '#renderer/commands/merge-claims.ts';
import { removeDocument } from '#renderer/commands/remove-document.ts';
import { createSearchClient, type SearchPort } from '#renderer/workers/search-client.ts';
import type { SearchRequest, SearchResponse } from '#renderer/workers/search-protocol.ts';
import { createSearchServer } from '#renderer/workers/search-server.ts';
import { ArticleWorld, TEXT } from '../support/article-world.ts';

/** A worker in the same thread; messages are copied as between threads and answered later. */
function fakePort() {
  const asked: SearchRequest[] = [];
  let onMessage: (event: { readonly data: SearchResponse }) => void = () => {};
  let onError: (event: { readonly message?: string }) => void = () => {};
  const serve = createSearchServer((response) => onMessage({ data: structuredClone(response) }));
  const port: SearchPort & { terminated: boolean } = {
    terminated: false,
    postMessage(request) {
      asked.push(request);
      queueMicrotask(() => serve(structuredClone(request)));
    },
    addEventListener(type: 'message' | 'error', listener: never) {
      if (type === 'message') onMessage = listener;
      else onError = listener;
    },
    terminate() {
      port.terminated = true;
    },
  };
  return { port, asked, fail: (message: string) => onError({ message }) };
}

const seen = (world: ArticleWorld): Searchable => ({ state: world.state, texts: new Map([['doc', TEXT]]) });

function searchOver(world: ArticleWorld) {
  const fake = fakePort();
  const client = createSearchClient(fake.port);
  client.update(seen(world));
  const find = async (query: string) =>
    (await client.search(query)).map(({ kind, itemId }) => `${kind} ${itemId}`).sort();
  return { ...fake, client, find };
}

describe('the search', () => {
  it('finds claims, evidence, people and paragraphs by all words, from their first letters', async () => {
    const world = new ArticleWorld();
    world.claim('a', 'spies went to Turkey');
    world.evidence('e', 'a');
    world.person('sami', 'Sami al-Fourati');
    const { find } = searchOver(world);
    expect(await find('turk')).toEqual(['claim a', 'paragraph doc']);
    expect(await find('turk spies')).toEqual(['claim a', 'paragraph doc']);
    expect(await find('words of e')).toEqual(['evidence e']);
    expect(await find('fourati')).toEqual(['paragraph doc', 'party sami']);
    expect(await find('fouratti')).toEqual(['paragraph doc', 'party sami']);
    expect(await find('nothing like it')).toEqual([]);
    expect(await find('E-01')).toContain('evidence e');
  });

  it('says where a paragraph stands', async () => {
    const fake = fakePort();
    const client = createSearchClient(fake.port);
    const world = new ArticleWorld();
    const text = 'First line.\r\n\r\nقال أبو حجر شيئا\nLast.';
    client.update({ state: world.state, texts: new Map([['doc', text]]) });
    const [hit] = await client.search('ابو');
    expect(text.slice(hit?.start ?? 0, hit?.end ?? 0)).toBe('قال أبو حجر شيئا');
  });

  it('finds our sources by their code name only', async () => {
    const world = new ArticleWorld();
    world.person('src', 'True Name', { parts: ['our source'], codeName: 'Falcon' });
    const { find, asked } = searchOver(world);
    expect(await find('falcon')).toEqual(['party src']);
    expect(await find('true')).toEqual([]);
    expect(JSON.stringify(asked)).not.toContain('True Name');
  });

  it('follows every change and is told no more than what changed', async () => {
    const world = new ArticleWorld();
    world.claim('a', 'leaders fled');
    world.claim('b', 'spies went to Turkey');
    const { client, find, asked } = searchOver(world);
    client.update(seen(world));
    expect(asked).toHaveLength(1);
    world.run(editClaim, { claimId: 'a', fields: { statement: 'Commanders left.' } });
    client.update(seen(world));
    expect(asked.at(-1)).toMatchObject({ changes: { put: [{ itemId: 'a' }], drop: [] } });
    expect(await find('commanders')).toEqual(['claim a']);
    world.run(mergeClaims, { keepId: 'a', mergeIds: ['b'] });
    client.update(seen(world));
    expect(await find('turkey')).toEqual(['claim a', 'paragraph doc']);
    world.run(deleteClaim, { claimId: 'a' });
    world.run(removeDocument, { documentId: 'doc' });
    client.update(seen(world));
    expect(await find('turkey')).toEqual([]);
  });

  it('rejects what is asked of a worker that failed or was closed', async () => {
    const { client, fail, port } = searchOver(new ArticleWorld());
    const asked = client.search('x');
    fail('out of memory');
    await expect(asked).rejects.toThrow('out of memory');
    await expect(client.search('x')).rejects.toThrow('out of memory');
    client.close();
    expect(port.terminated).toBe(true);
    const other = searchOver(new ArticleWorld());
    const waiting = other.client.search('x');
    other.client.close();
    await expect(waiting).rejects.toThrow('closed');
  });
});

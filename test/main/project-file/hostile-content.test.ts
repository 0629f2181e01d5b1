import { randomBytes } from 'node:crypto';
import sodium from 'sodium-native';
import { beforeAll, describe, expect, it } from 'vitest';
import { signedChains } from '#core/exchange/project-file/chains-file.ts';
import { journalLine } from '#core/exchange/project-file/journal-line.ts';
import type { Body, Entry, Header } from '#core/journal/entry.ts';
import type { EntityName } from '#core/model/entities.ts';
import { canonicalJson } from '#core/journal/canonical-json.ts';
import { hashBody, hashHeader } from '#core/journal/hash.ts';
import { startTrial } from './hostile.ts';
import { ageSealer, changed, type Files, membersOf, zipOf } from './hostile-zip.ts';
import { actorId, chainOf, linesOf } from '../../support/project-content.ts';
import {
  bagOf,
  CASE_ID,
  DOCUMENT_ID,
  evidenceOf,
  fileOf,
  projectFile,
  sampleContent,
  smallCase,
  verify,
} from './support.ts';

const photo = evidenceOf(randomBytes(5000));
let entries: Entry[];
let files: Files;
let seal: (plain: Buffer) => Buffer;
beforeAll(async () => {
  files = await bagOf(await projectFile(sampleContent([photo])));
  seal = await ageSealer();
  entries = chainOf(1, smallCase([photo]));
});

type Changes = Parameters<typeof changed>[1];
const rebuilt = (changes: Changes): Buffer => seal(zipOf(membersOf(changed(files, changes))));
const textAt = (path: string): string => files.get(path)?.toString('utf8') ?? '';
const headsOf = (held: readonly Entry[]) => [
  ...new Map(
    held.map(({ header }) => [
      header.actor,
      { actor: header.actor, seq: header.seq, hash: hashHeader(header) },
    ]),
  ).values(),
];
const chainsOf = (held: readonly Entry[], signature: unknown = null): string =>
  `${canonicalJson({ heads: headsOf(held), signature })}\n`;
/** The bag with this journal, its chain ends made to fit. */
const withJournal = (held: readonly Entry[]): Buffer =>
  rebuilt({ 'data/journal.jsonl': linesOf(held), 'data/chains.json': chainsOf(held) });
const withLines = (lines: string): Buffer => rebuilt({ 'data/journal.jsonl': lines });

/** The chain from `at` on, written anew so that every hash fits: only the author could do that. */
function rewritten(
  at: number,
  change: { header?: Partial<Header>; body?: Record<string, unknown> },
): Entry[] {
  const next: Entry[] = entries.slice(0, at);
  for (const [index, entry] of entries.slice(at).entries()) {
    const body = { ...entry.body, ...(index === 0 ? change.body : {}) } as Body;
    const before = next.at(-1);
    const header: Header = {
      ...entry.header,
      prev: before ? hashHeader(before.header) : null,
      bodyHash: hashBody(body),
      ...(index === 0 ? change.header : {}),
    };
    next.push({ header, body });
  }
  return next;
}

describe('the bag', () => {
  it('is taken when rebuilt soundly, so that a refusal says something', async () => {
    await expect(verify(fileOf(withJournal(entries)))).resolves.toMatchObject({ entries: 6 });
    await expect(verify(fileOf(withJournal(rewritten(2, {}))))).resolves.toMatchObject({ entries: 6 });
  });

  it('is refused when a file is missing, added, unlisted or not the one listed', async () => {
    const trial = startTrial();
    for (const path of files.keys()) {
      const less = new Map<string, Buffer>(files);
      less.delete(path);
      await trial.refuse(`${path} missing`, seal(zipOf(membersOf(less))), 'bag-file-missing');
      const other = new Map<string, Buffer>(files).set(
        path,
        Buffer.concat([files.get(path) ?? Buffer.alloc(0), Buffer.from(' ')]),
      );
      await trial.refuse(`${path} lengthened`, seal(zipOf(membersOf(other))));
    }
    for (const path of files.keys()) {
      const wrong = textAt('manifest-sha256.txt').replace(
        new RegExp(`^.*${path}$`, 'm'),
        `${'0'.repeat(64)}  ${path}`,
      );
      if (path.startsWith('data/')) {
        await trial.refuse(
          `wrong hash of ${path}`,
          rebuilt({ 'manifest-sha256.txt': wrong }),
          'bag-checksum-differs',
        );
        const without = textAt('manifest-sha256.txt').replace(new RegExp(`^.*${path}\n`, 'm'), '');
        await trial.refuse(
          `${path} not listed`,
          rebuilt({ 'manifest-sha256.txt': without }),
          'bag-file-unlisted',
        );
      } else if (path !== 'tagmanifest-sha256.txt') {
        const tags = textAt('tagmanifest-sha256.txt').replace(
          new RegExp(`^.*${path}$`, 'm'),
          `${'0'.repeat(64)}  ${path}`,
        );
        await trial.refuse(
          `wrong hash of ${path}`,
          rebuilt({ 'tagmanifest-sha256.txt': tags }),
          'bag-checksum-differs',
        );
      }
    }
    expect(trial.wrong()).toEqual([]);
  });

  it('is refused when its lists or its declaration cannot be read one way only', async () => {
    const trial = startTrial();
    const manifest = textAt('manifest-sha256.txt');
    const [first = ''] = manifest.split('\n');
    const lists = [
      ['a line twice', `${manifest}${first}\n`],
      ['a line of words', `${manifest}hello\n`],
      ['an empty line', `${manifest}\n`],
      ['a short hash', manifest.replace(/^[0-9a-f]/, '')],
      ['a file that is not there', `${manifest}${'0'.repeat(64)}  data/none.txt\n`],
      ['a file outside', `${manifest}${'0'.repeat(64)}  ../../etc/passwd\n`],
      ['a tag file', `${manifest}${'0'.repeat(64)}  bagit.txt\n`],
      ['nothing', ''],
    ] as const;
    for (const [what, text] of lists)
      await trial.refuse(`manifest with ${what}`, rebuilt({ 'manifest-sha256.txt': text }));
    for (const text of [
      '',
      'BagIt-Version: 0.97\nTag-File-Character-Encoding: UTF-8\n',
      'BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-16\n',
      'BagIt-Version: 1.0\n',
      '\ufeffBagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n',
      'BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\nX: y\n',
    ])
      await trial.refuse(
        `declaration ${JSON.stringify(text)}`,
        rebuilt({ 'bagit.txt': text }),
        'bag-bad-declaration',
      );
    await trial.refuse(
      'wrong Payload-Oxum',
      rebuilt({ 'bag-info.txt': 'Payload-Oxum: 1.1\n' }),
      'bag-bad-manifest',
    );
    await trial.refuse(
      'manifest not in UTF-8',
      rebuilt({ 'manifest-sha256.txt': Buffer.from([0xff, 0xfe, 0x41]) }),
      'bag-bad-manifest',
    );
    expect(trial.wrong()).toEqual([]);
  });
});

describe('case.json', () => {
  it('of a newer version is refused by name, whatever else is in it', async () => {
    const trial = startTrial();
    for (const version of [2, 3, 99, 1_000_000]) {
      const text = JSON.stringify({ format: 'touchstone', formatVersion: version, something: 'new' });
      await trial.refuse(`version ${version}`, rebuilt({ 'data/case.json': text }), 'case-newer-version');
      await trial.refuse(
        `version ${version} and a new file`,
        rebuilt({ 'data/case.json': text, 'data/journal.jsonl': 'new kind of journal\n' }),
        'case-newer-version',
      );
    }
    expect(trial.wrong()).toEqual([]);
  });

  it('is refused when a field is missing, of another type, or made to hurt', async () => {
    const trial = startTrial();
    const sound: Record<string, unknown> = JSON.parse(textAt('data/case.json'));
    const tries: Array<readonly [string, string]> = [];
    for (const field of Object.keys(sound)) {
      const { [field]: _left, ...rest } = sound;
      tries.push([`without ${field}`, JSON.stringify(rest)]);
      for (const value of [
        null,
        0,
        -1,
        1e300,
        true,
        [],
        {},
        '',
        'x'.repeat(70_000),
        '\ud800',
        ['__proto__'],
        { constructor: 1 },
      ]) {
        // A title may be empty.
        if (!(field === 'title' && value === ''))
          tries.push([
            `${field} = ${JSON.stringify(value).slice(0, 40)}`,
            JSON.stringify({ ...sound, [field]: value }),
          ]);
      }
    }
    const json = textAt('data/case.json');
    tries.push(
      ['prototype pollution', json.replace('{', '{"__proto__":{"polluted":true},')],
      ['constructor', json.replace('{', '{"constructor":{"prototype":{"polluted":true}},')],
      ['deep nesting', json.replace('{', `{"x":${'['.repeat(20_000)}${']'.repeat(20_000)},`)],
      ['no JSON', json.slice(0, -5)],
      ['an array', '[]'],
      ['nothing', ''],
      ['another format', json.replace('"touchstone"', '"other"')],
      ['infinity', json.replace('"formatVersion":1', '"formatVersion":1e999')],
      ['half a version', json.replace('"formatVersion":1', '"formatVersion":1.5')],
      ['version 0', json.replace('"formatVersion":1', '"formatVersion":0')],
    );
    for (const [what, text] of tries) await trial.refuse(what, rebuilt({ 'data/case.json': text }));
    expect(trial.wrong()).toEqual([]);
    expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
  });
});

describe('the journal', () => {
  it('is refused when a line is not exactly as it must be', async () => {
    const trial = startTrial();
    const lines = linesOf(entries).trimEnd().split('\n');
    const line = lines[1] ?? '';
    const put = (text: string): string => `${[lines[0], text, ...lines.slice(2)].join('\n')}\n`;
    const deep = `${'['.repeat(100_000)}${']'.repeat(100_000)}`;
    const tries: Array<readonly [string, string, ...string[]]> = [
      ['a space', line.replace('{', '{ '), 'journal-not-canonical'],
      [
        'keys in another order',
        `{"header":${canonicalJson(entries[1]?.header)},"body":${canonicalJson(entries[1]?.body)}}`,
        'journal-not-canonical',
      ],
      ['a key twice', line.replace('{"body"', '{"body":null,"body"'), 'journal-not-canonical'],
      ['a needless escape', line.replace('Bridge', '\\u0042ridge'), 'journal-not-canonical'],
      ['a carriage return', `${line}\r`, 'journal-not-canonical'],
      ['a number written long', line.replace('"seq":2', '"seq":2.0'), 'journal-not-canonical'],
      ['an exponent', line.replace('"seq":2', '"seq":2e0'), 'journal-not-canonical'],
      [
        'a huge number',
        line.replace('"seq":2', `"seq":1${'0'.repeat(400)}`),
        'journal-not-json',
        'journal-bad-entry',
      ],
      ['a huge length', line.replace(/"length":\d+/, '"length":1e+308')],
      ['a number beyond exactness', line.replace(/"length":\d+/, '"length":9007199254740993')],
      ['half a character', line.replace('Bridge', '\\ud800'), 'journal-not-json'],
      ['a poisoned field', line.replace('"patch":{', '"patch":{"__proto__":{"x":1},'), 'journal-not-json'],
      [
        'a poisoned field inside',
        line.replace('"patch":{', '"patch":{"a":{"constructor":1},'),
        'journal-not-json',
      ],
      ['a field that is no name', line.replace('"patch":{', '"patch":{"../x":1,'), 'journal-bad-entry'],
      ['deep nesting', line.replace('"patch":{', `"patch":{"a":${deep},`), 'journal-not-json'],
      ['another field', line.replace('{"body"', '{"aaa":1,"body"'), 'journal-bad-entry'],
      ['nothing', '', 'journal-not-json'],
      ['null', 'null', 'journal-bad-entry'],
      ['a list', '[]', 'journal-bad-entry'],
      ['words', 'hello', 'journal-not-json'],
      ['a line of 5 MB', line.replace('Bridge', 'x'.repeat(5_000_000)), 'journal-line-too-long'],
      ['a byte order mark', `\ufeff${line}`, 'journal-not-json'],
    ];
    for (const [what, text, ...codes] of tries) await trial.refuse(what, withLines(put(text)), ...codes);
    await trial.refuse('no end of line', withLines(linesOf(entries).trimEnd()), 'journal-not-json');
    const bytes = Buffer.from(linesOf(entries));
    bytes[40] = 0xff;
    await trial.refuse(
      'bytes that are no UTF-8',
      rebuilt({ 'data/journal.jsonl': bytes }),
      'journal-not-utf8',
    );
    expect(trial.wrong()).toEqual([]);
  });

  it('is refused when an entry says what no entry can, even by who could write it anew', async () => {
    const trial = startTrial();
    const bodies: Array<readonly [string, Record<string, unknown>, string]> = [
      ['an unknown kind of item', { entity: 'weapon' }, 'journal-unknown-entity'],
      ['a kind named like a part of every record', { entity: 'toString' }, 'journal-unknown-entity'],
      ['an unknown operation', { op: 'replace' }, 'journal-bad-entry'],
      ['an id that is a path', { entityId: '../../x' }, 'journal-bad-entry'],
      ['an id as long as a book', { entityId: 'x'.repeat(5000) }, 'journal-bad-entry'],
      ['a patch that is a list', { patch: [1] }, 'journal-bad-entry'],
      ['a patch that is a word', { patch: 'x' }, 'journal-bad-entry'],
      ['no salt', { salt: '' }, 'journal-bad-entry'],
      ['a field of its own', { extra: 1 }, 'journal-bad-entry'],
      ['a reason that is a number', { reason: 1 }, 'journal-bad-entry'],
    ];
    for (const [what, body, code] of bodies)
      await trial.refuse(what, withJournal(rewritten(3, { body })), code);
    const other = actorId(9);
    const headers: Array<readonly [string, Partial<Header>, ...string[]]> = [
      ['a clock that is none', { at: 'yesterday' }, 'journal-bad-entry'],
      ['a number of nothing', { seq: 0 }, 'journal-bad-entry'],
      ['a number below nothing', { seq: -1 }, 'journal-bad-entry'],
      ['half a number', { seq: 3.5 }, 'journal-bad-entry'],
      ['an actor that is a path', { actor: '../x' }, 'journal-bad-entry'],
      ['having seen its own future', { seen: { [actorId(1)]: 9 } }, 'chain-order-altered'],
      ['not having seen its own past', { seen: {} }, 'chain-order-altered'],
      [
        'having seen who is not here',
        { seen: { [actorId(1)]: 3, [other]: 5 } },
        'chain-order-altered',
        'chain-missing',
      ],
      ['an earlier time', { at: '000000000000001-000000' }, 'chain-order-altered'],
      ['another predecessor', { prev: '0'.repeat(64) }, 'chain-header-altered'],
      ['no predecessor', { prev: null }, 'chain-header-altered'],
      ['another body', { bodyHash: '0'.repeat(64) }, 'chain-body-altered'],
    ];
    for (const [what, header, ...codes] of headers)
      await trial.refuse(what, withJournal(rewritten(3, { header })), ...codes);
    expect(trial.wrong()).toEqual([]);
  });

  it('is refused when a field holds what no screen could show, even by who could write it anew', async () => {
    const trial = startTrial();
    const patches: Array<readonly [EntityName, Record<string, unknown>]> = [
      ['claim', { statement: { $$typeof: 'x' } }],
      ['claim', { anchors: 'none' }],
      ['claim', { anchors: [null] }],
      ['claim', { finding: { status: 'true' } }],
      ['claim', { priority: 'toString' }],
      ['party', { names: [{ text: ['Sami'] }] }],
      ['evidence', { file: { sha256: photo.sha256, crc32: 1, size: 5000 } }],
      ['document', { pages: [0.5] }],
      ['passage', { ladder: [{}] }],
      ['case', { title: ['a'] }],
      ['actor', { alias: 7 }],
      ['purge', { places: [['a', 1]] }],
      ['release', { claims: {} }],
    ];
    for (const [entity, patch] of patches) {
      const body = { entity, patch };
      const what = JSON.stringify(body);
      await trial.refuse(what, withJournal(rewritten(3, { body })), 'journal-bad-value');
    }
    expect(trial.wrong()).toEqual([]);
  });

  it('is refused when a chain was cut, reordered, forked, or a word of it changed', async () => {
    const trial = startTrial();
    for (let at = 0; at < entries.length; at++) {
      const less = entries.filter((_, index) => index !== at);
      await trial.refuse(`entry ${at + 1} left out, ends kept`, withLines(linesOf(less)));
      if (at < entries.length - 1)
        await trial.refuse(`entry ${at + 1} left out`, withJournal(less), 'chain-missing');
      const entry = entries[at];
      if (!entry?.body) continue;
      const twice = entries.toSpliced(at, 0, entry);
      await trial.refuse(`entry ${at + 1} twice`, withJournal(twice), 'chain-twice');
      const body = { ...entry.body, entityId: 'other' };
      await trial.refuse(
        `body ${at + 1} changed`,
        withJournal(entries.with(at, { ...entry, body })),
        'chain-body-altered',
      );
      const header = { ...entry.header, batch: '0190a000-0000-7000-8000-0000000000ff' };
      await trial.refuse(
        `header ${at + 1} changed`,
        withLines(linesOf(entries.with(at, { ...entry, header }))),
        'chain-header-altered',
        'chains-differ',
      );
      for (let other = at + 1; other < entries.length; other++) {
        const swapped = entries.with(at, entries[other] ?? entry).with(other, entry);
        await trial.refuse(`${at + 1} and ${other + 1} swapped`, withJournal(swapped));
      }
    }
    const second = chainOf(2, [{ entity: 'note', entityId: 'n', op: 'create', patch: { text: 'x' } }]);
    await trial.refuse('actors out of order', withJournal([...second, ...entries]), 'journal-bad-order');
    await trial.refuse(
      'an actor in two places',
      withJournal([...entries.slice(0, 2), ...second, ...entries.slice(2)]),
    );
    expect(trial.wrong()).toEqual([]);
  });

  it('with a word changed anywhere in a body is refused', async () => {
    const trial = startTrial();
    const text = linesOf(entries);
    const letters = [...text.matchAll(/[a-z](?=[a-z])/g)].map(({ index }) => index);
    for (const at of letters) {
      const turned = text[at] === 'x' ? 'y' : 'x';
      await trial.refuse(`letter ${at}`, withLines(`${text.slice(0, at)}${turned}${text.slice(at + 1)}`));
    }
    expect(trial.wrong()).toEqual([]);
    expect(trial.tried()).toBeGreaterThan(500);
  }, 60_000);
});

describe('the chain ends and their signature', () => {
  const keys = { public: Buffer.alloc(32), secret: Buffer.alloc(64) };
  sodium.crypto_sign_keypair(keys.public, keys.secret);
  const publicKey = keys.public.toString('base64');
  const signed = (caseId: string, heads: ReturnType<typeof headsOf>): string => {
    const value = Buffer.alloc(64);
    sodium.crypto_sign_detached(value, Buffer.from(signedChains(caseId, heads)), keys.secret);
    return value.toString('base64');
  };
  const caseJson = (key: string | null, actor = actorId(1)): string => {
    const sound = JSON.parse(textAt('data/case.json'));
    return canonicalJson({ ...sound, savedBy: { actor, alias: 'Rima', publicKey: key } });
  };
  const file = (signature: unknown, json = caseJson(publicKey)): Buffer =>
    rebuilt({ 'data/chains.json': chainsOf(entries, signature), 'data/case.json': json });

  it('are taken with the signature of who saved it', async () => {
    const signature = { actor: actorId(1), publicKey, value: signed(CASE_ID, headsOf(entries)) };
    await expect(verify(fileOf(file(signature)))).resolves.toMatchObject({ signature: 'valid' });
  });

  it('are refused when forged: other words, other case, other key, other person', async () => {
    const trial = startTrial();
    const heads = headsOf(entries);
    const value = signed(CASE_ID, heads);
    const signature = { actor: actorId(1), publicKey, value };
    const invalid = 'signature-invalid';
    const other = { ...keys, public: Buffer.alloc(32), secret: Buffer.alloc(64) };
    sodium.crypto_sign_keypair(other.public, other.secret);
    await trial.refuse(
      'of another case',
      file({ ...signature, value: signed('99999999-2222-4333-8444-555555555555', heads) }),
      invalid,
    );
    await trial.refuse('of other ends', file({ ...signature, value: signed(CASE_ID, []) }), invalid);
    await trial.refuse(
      'by another key',
      file({ ...signature, publicKey: other.public.toString('base64') }),
      invalid,
    );
    await trial.refuse('by a key nobody named', file(signature, caseJson(null)), invalid);
    await trial.refuse('by another person', file({ ...signature, actor: actorId(2) }), invalid);
    for (let at = 0; at < 64; at++) {
      const bytes = Buffer.from(value, 'base64');
      bytes[at] = (bytes[at] ?? 0) ^ 1;
      await trial.refuse(
        `byte ${at} turned`,
        file({ ...signature, value: bytes.toString('base64') }),
        invalid,
      );
    }
    for (const bad of [
      {},
      [],
      'x',
      { ...signature, value: 'x' },
      { ...signature, extra: 1 },
      { ...signature, publicKey: 1 },
    ])
      await trial.refuse(`no signature: ${JSON.stringify(bad).slice(0, 40)}`, file(bad), 'chains-bad');
    expect(trial.wrong()).toEqual([]);
  });

  it('must be those of the journal', async () => {
    const trial = startTrial();
    const put = (heads: unknown): Buffer =>
      rebuilt({ 'data/chains.json': canonicalJson({ heads, signature: null }) });
    const [head] = headsOf(entries);
    const extra = { actor: actorId(7), seq: 1, hash: '0'.repeat(64) };
    await trial.refuse('none', put([]), 'chains-differ');
    await trial.refuse('another hash', put([{ ...head, hash: '0'.repeat(64) }]), 'chains-differ');
    await trial.refuse('another number', put([{ ...head, seq: 99 }]), 'chains-differ');
    await trial.refuse('one too many', put([head, extra]), 'chains-differ');
    await trial.refuse('one twice', put([head, head]), 'chains-bad');
    for (const bad of [null, {}, 'x', [1], [{ ...head, seq: '6' }], [{ ...head, more: 1 }]])
      await trial.refuse('odd', put(bad), 'chains-bad');
    expect(trial.wrong()).toEqual([]);
  });
});

describe('texts and evidence', () => {
  it('must be those that the history names', async () => {
    const trial = startTrial();
    const text = `data/documents/${DOCUMENT_ID}.txt`;
    const evidence = `data/evidence/${photo.sha256}.jpg`;
    const bytes = files.get(evidence) ?? Buffer.alloc(0);
    await trial.refuse('another text', rebuilt({ [text]: 'Another text.' }), 'document-differs');
    await trial.refuse(
      'a text nobody named',
      rebuilt({ 'data/documents/other.txt': 'x' }),
      'document-unlisted',
    );
    await trial.refuse(
      'evidence under a wrong name',
      rebuilt({ [evidence]: Buffer.concat([bytes, bytes]) }),
      'evidence-differs',
    );
    const stranger = evidenceOf(randomBytes(10));
    await trial.refuse(
      'evidence nobody named',
      rebuilt({ [`data/evidence/${evidenceOf(Buffer.from('x')).sha256}.bin`]: 'x' }),
      'evidence-unlisted',
    );
    await trial.refuse(
      'evidence under another ending too',
      rebuilt({ [`data/evidence/${stranger.sha256}.jpg`]: bytes }),
      'evidence-differs',
    );
    expect(trial.wrong()).toEqual([]);
  });

  it('may be missing, and the summary says so', async () => {
    const less = rebuilt({
      [`data/documents/${DOCUMENT_ID}.txt`]: null,
      [`data/evidence/${photo.sha256}.jpg`]: null,
    });
    await expect(verify(fileOf(less))).resolves.toMatchObject({
      missing: { documents: [DOCUMENT_ID], evidence: [photo.sha256] },
    });
    expect(journalLine({ ...(entries[0] as Entry), body: null })).toContain('"body":null');
  });

  it('of withheld entries are not asked for', async () => {
    const withheld = entries.map((entry) =>
      entry.body?.entity === 'evidence' ? { ...entry, body: null } : entry,
    );
    const less = { [`data/evidence/${photo.sha256}.jpg`]: null, 'data/journal.jsonl': linesOf(withheld) };
    await expect(verify(fileOf(rebuilt(less)))).resolves.toMatchObject({
      withheld: 1,
      missing: { evidence: [] },
    });
  });
});

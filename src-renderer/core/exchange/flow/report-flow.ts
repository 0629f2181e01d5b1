import type { Labelled, ReportClaim, ReportEvidence, ReportModel } from '../../report/report-model.ts';
import type { Block, Flow } from './block.ts';

const heading = (level: 1 | 2 | 3, text: string): Block => ({ kind: 'heading', level, text });
const words = (text: string, look?: Extract<Block, { kind: 'paragraph' }>['look']): Block[] =>
  text.trim() === '' ? [] : [{ kind: 'paragraph', text, ...(look ? { look } : {}) }];
const list = (items: readonly string[]): Block[] => (items.length === 0 ? [] : [{ kind: 'list', items }]);
const pairs = (labelled: readonly Labelled[]): string[] =>
  labelled.map(({ label, text }) => `${label}: ${text}`);

/** A heading, and what stands under it where there is anything. */
const part = (title: string, blocks: readonly Block[]): Block[] =>
  blocks.length === 0 ? [] : [heading(3, title), ...blocks];

/** A hash proves possession of a file: it is no business of a file that leaves for anybody. */
const noHash = (fact: string): boolean => !/\b[0-9a-f]{64}\b/.test(fact);

const evidenceRow = ({ ref, title, facts, note, url, words: said }: ReportEvidence): string[] => [
  ref,
  [title, url, said].filter((text) => text !== '').join('\n'),
  facts.filter(noHash).join(' · '),
  note,
];

function claimBlocks(claim: ReportClaim, { labels }: ReportModel): Block[] {
  const { quotations, ladder, evidence } = claim;
  const table: Block[] =
    evidence.length === 0
      ? words(labels.noEvidence)
      : [
          {
            kind: 'table',
            caption: `${labels.evidence}: ${claim.ref}`,
            head: [labels.claim, labels.statement, labels.status, labels.notes],
            rows: evidence.map(evidenceRow),
          },
        ];
  return [
    heading(2, `${claim.ref} ${claim.statement}`),
    ...words(
      [claim.status, claim.priority, claim.stage, claim.accuses].filter((text) => text !== '').join(' · '),
      'status',
    ),
    ...quotations.flatMap(({ document, before, exact, after }) =>
      words(`${document}: ${before}«${exact}»${after}`, 'quote'),
    ),
    ...list(pairs(claim.wording)),
    ...part(labels.according, [
      ...list(ladder.map(({ name, details }) => (details === '' ? name : `${name} (${details})`))),
      ...words(claim.voice),
    ]),
    ...part(labels.finding, [...words(claim.rationale), ...list(pairs(claim.finding))]),
    ...part(labels.conflict, list(claim.conflict)),
    ...part(labels.secondReads, list(claim.secondReads)),
    ...part(labels.warnings, list(claim.warnings)),
    ...part(labels.earlier, list(claim.earlier)),
    ...part(labels.evidence, [...words(claim.origins), ...table]),
    ...part(labels.checks, list(claim.checks)),
    ...part(
      labels.relations,
      list(claim.relations.map(({ kind, ref, statement }) => `${kind} ${ref}: ${statement}`)),
    ),
    ...part(labels.questions, list(pairs(claim.questions))),
    ...part(labels.notes, list(pairs(claim.notes))),
  ];
}

/** The report as headings, paragraphs, lists and tables, for formats that lay themselves out. */
export function reportFlow(model: ReportModel): Flow {
  const { labels, documents, claims } = model;
  const blocks: Block[] = [
    heading(1, model.title),
    ...words([labels.kind, model.asOfWords, model.author].filter((text) => text !== '').join(' · '), 'soft'),
    heading(2, labels.summary),
    {
      kind: 'table',
      caption: labels.chart,
      head: [labels.status, labels.count],
      rows: model.summary.map(({ label, count }) => [label, String(count)]),
    },
    ...model.remarks.flatMap((remark) => words(remark, 'warning')),
    heading(2, labels.documents),
    ...documents.flatMap(({ ref, title, facts, defects }) => [
      ...words(`${ref} ${title}`),
      ...list(pairs(facts)),
      ...part(labels.defects, list(defects)),
    ]),
    heading(2, labels.table),
    {
      kind: 'table',
      caption: labels.table,
      head: [labels.claim, labels.statement, labels.status, labels.speaker],
      rows: claims.map(({ ref, statement, status, speaker }) => [ref, statement, status, speaker]),
    },
    ...claims.flatMap((claim) => claimBlocks(claim, model)),
    ...(model.method.length > 0 ? [heading(2, labels.method)] : []),
    ...model.method.flatMap((text) => words(text)),
  ];
  return { title: model.title, language: model.language, blocks };
}

import type {
  Labelled,
  ReportClaim,
  ReportEvidence,
  ReportModel,
  ReportQuotation,
} from '#core/report/report-model.ts';

const FACES: readonly (readonly [string, string, string, string])[] = [
  ['Source Serif 4', '400', 'normal', 'SourceSerif4-Regular'],
  ['Source Serif 4', '600', 'normal', 'SourceSerif4-SemiBold'],
  ['Source Serif 4', '400', 'italic', 'SourceSerif4-Italic'],
  ['Amiri', '400', 'normal', 'Amiri-Regular'],
  ['Amiri', '700', 'normal', 'Amiri-Bold'],
  ['Inter', '400', 'normal', 'Inter-Regular'],
  ['Inter', '500', 'normal', 'Inter-Medium'],
  ['Inter', '600', 'normal', 'Inter-SemiBold'],
  ['Noto Emoji', '400', 'normal', 'NotoEmoji-Regular'],
];

const faces = (fonts: string): string =>
  FACES.map(
    ([family, weight, style, file]) =>
      `@font-face{font-family:"${family}";font-weight:${weight};font-style:${style};src:url("${fonts}/${file}.ttf")}`,
  ).join('\n');

/** The measures of resources/report, as a careful person would write them for the browser's printing. */
const STYLE = `
@page{size:A4;margin:27mm 25mm 25mm}
body{margin:0;font:10.2pt/1.33 "Source Serif 4","Amiri","Noto Emoji",serif;color:#1d1d1b;overflow-wrap:anywhere}
h1,h2,h3,th,.label,table.facts td:first-child{font-family:"Inter","Amiri",sans-serif}
h1{font-size:25pt;line-height:1.1}h2{font-size:15pt;margin:24pt 0 10pt;break-after:avoid}
h3{font-size:11.4pt;margin:27pt 0 13pt;break-after:avoid}h4{font:600 8pt "Inter";color:#5f5e59;margin:12pt 0 6pt;break-after:avoid}
.label{font-size:8pt;color:#5f5e59}.soft{color:#5f5e59}a{color:#2b5c8a;text-decoration:none}
table{border-collapse:collapse;width:100%}th{font-size:7.6pt;text-align:start;color:#5f5e59}
.lined td,.lined th{border-bottom:.4pt solid #d8d5cc;padding:4.6pt 4pt;vertical-align:top;font-size:8.8pt;line-height:1.17}
.lined td:first-child,.lined td:last-child,th{white-space:nowrap}
.facts td{padding:0 10pt 6.5pt 0;vertical-align:top}.facts td:first-child{width:92pt;font-size:8pt;color:#5f5e59}
.mark{display:inline-block;width:6pt;height:6pt;border:1pt solid #66645e;border-radius:50%;margin-inline-end:5pt}
.corroborated{background:#24754a;border-color:#24754a}.disputed{background:#b23a22;border-color:#b23a22;border-radius:0;transform:rotate(45deg)}
.nothing{border:1pt dashed #8f6400}.unclear{border-color:#8f6400;border-radius:0}
.pill{background:#eceae3;border-radius:2.5pt;padding:3.6pt 6pt}
blockquote{margin:7pt 0;padding:1pt 10pt;border-inline-start:1.6pt solid #d8d5cc;font-size:9.4pt;color:#5f5e59}

.said{font-style:italic}mark{background:#fbf1cf;color:#1d1d1b}.bar{height:7pt;background:#66645e}
.answered{overflow:hidden}.warnings{float:inline-end;width:136pt;margin-inline-start:14pt;background:#f8ecce;border-radius:3pt;padding:7pt;font-size:8.6pt}
.pictured{overflow:hidden}.pictured img{float:inline-start;margin-inline-end:11pt;width:64pt;height:50pt;object-fit:contain;border:.4pt solid #d8d5cc}
ul,ol{margin:0;padding-inline-start:14pt}li{margin-bottom:2pt}p{margin:0 0 5pt}.facts p{margin:0}.claims{break-before:page}
`;

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');

const all = <T>(list: readonly T[], made: (item: T) => string): string => list.map(made).join('');
const isolated = (text: string): string => `<bdi>${escaped(text)}</bdi>`;
const passage = (text: string): string =>
  all(
    text.split('\n').filter((line) => line.trim() !== ''),
    (line) => `<p dir="auto">${escaped(line)}</p>`,
  );
const sign = (mark: string): string => `<span class="mark ${mark}" aria-hidden="true"></span>`;
const bullets = (lines: readonly string[]): string =>
  `<ul>${all(lines, (line) => `<li>${isolated(line)}</li>`)}</ul>`;
const section = (title: string, body: string): string =>
  body === '' ? '' : `<h4>${escaped(title)}</h4>${body}`;
const list = (title: string, lines: readonly string[]): string =>
  section(title, lines.length > 0 ? bullets(lines) : '');
const facts = (lines: readonly Labelled[]): string =>
  lines.length === 0
    ? ''
    : `<table class="facts" role="presentation">${all(lines, ({ label, text }) => `<tr><td>${escaped(label)}</td><td>${passage(text)}</td></tr>`)}</table>`;
const linked = (key: string, ref: string): string =>
  key === '' ? escaped(ref) : `<a href="#claim-${key}">${escaped(ref)}</a>`;

const quotation = ({ document, before, exact, after }: ReportQuotation): string =>
  `<blockquote dir="auto"><span class="label">${escaped(document)}</span> ${escaped(before)}<mark>${escaped(exact)}</mark>${escaped(after)}</blockquote>`;

function evidence(item: ReportEvidence, sources: ReadonlyMap<string, string>): string {
  const [stance = '', ...rest] = item.facts;
  const body = `<div><p><b class="label">${escaped(item.ref)}</b> <b>${isolated(item.title)}</b></p>
<p class="label"><span class="pill">${escaped(stance)}</span> ${rest.map(isolated).join(' · ')}</p>${passage(item.note)}
${item.words === '' ? '' : `<blockquote class="said">${passage(item.words)}</blockquote>`}${item.url === '' ? '' : `<p class="label" dir="ltr">${escaped(item.url)}</p>`}</div>`;
  const source = sources.get(item.picture);
  return source === undefined
    ? body
    : `<div class="pictured"><img src="${source}" alt="${escaped(item.alt)}">${body}</div>`;
}

function finding(
  { rationale, warnings, finding: lines }: ReportClaim,
  labels: ReportModel['labels'],
): string {
  const beside = `<div class="warnings"><b class="label">${escaped(labels.warnings)}</b>${bullets(warnings)}</div>`;
  const said =
    warnings.length === 0 ? passage(rationale) : `<div class="answered">${beside}${passage(rationale)}</div>`;
  return section(labels.finding, said + facts(lines));
}

function sheet(claim: ReportClaim, { labels }: ReportModel, sources: ReadonlyMap<string, string>): string {
  const items = all(claim.evidence, (item) => evidence(item, sources));
  const origins = claim.origins === '' ? '' : `<p class="label">${escaped(claim.origins)}</p>`;
  const rungs = all(
    claim.ladder,
    ({ name, details }) => `<li>${isolated(name)} <span class="label">${isolated(details)}</span></li>`,
  );
  return `<section><h3 id="claim-${claim.key}"><span class="soft">${escaped(claim.ref)}</span> ${isolated(claim.statement)}</h3>
<p><span class="label pill">${sign(claim.mark)}${isolated(claim.status)}</span> <span class="label">${escaped(claim.priority)} ${escaped(claim.accuses)}</span></p>
${all(claim.quotations, quotation)}${facts(claim.wording)}
<h4>${escaped(labels.according)}</h4>${rungs === '' ? escaped(labels.nobody) : `<ol>${rungs}</ol>`}${claim.voice === '' ? '' : passage(claim.voice)}
${finding(claim, labels)}${list(labels.conflict, claim.conflict)}
<h4>${escaped(labels.evidence)}</h4>${origins}${items === '' ? escaped(labels.noEvidence) : items}
${list(labels.gaps, claim.gaps)}${list(labels.checks, claim.checks)}
${section(labels.relations, claim.relations.length === 0 ? '' : `<ul>${all(claim.relations, ({ kind, key, ref, statement }) => `<li>${escaped(kind)} ${linked(key, ref)}: ${isolated(statement)}</li>`)}</ul>`)}
${list(
  labels.questions,
  claim.questions.map(({ label, text }) => (text === '' ? label : `${label} → ${text}`)),
)}
${section(labels.notes, facts(claim.notes))}${list(labels.earlier, claim.earlier)}</section>`;
}

function summary({ labels, summary: groups, total, remarks }: ReportModel): string {
  const most = Math.max(1, ...groups.map(({ count }) => count));
  const rows = all(
    groups,
    ({ mark, label, count }) =>
      `<tr><td>${sign(mark)}${escaped(label)}</td><td><div class="bar" style="width:${(100 * count) / most}%"></div></td><td>${count}</td></tr>`,
  );
  return `<h2>${escaped(labels.summary)}</h2><table class="lined"><thead><tr><th>${escaped(labels.status)}</th><th>${escaped(labels.chart)}</th><th>${escaped(labels.count)}</th></tr></thead>
<tbody>${rows}</tbody><tfoot><tr><td colspan="2">${escaped(labels.claims)}</td><td>${total}</td></tr></tfoot></table>${all(remarks, passage)}`;
}

const glance = ({ labels, claims }: ReportModel): string =>
  `<h2>${escaped(labels.table)}</h2><table class="lined"><thead><tr>${all(
    [labels.claim, labels.statement, labels.speaker, labels.status, labels.priority],
    (head) => `<th>${escaped(head)}</th>`,
  )}</tr></thead><tbody>${all(
    claims,
    ({ key, ref, statement, speaker, mark, status, priority }) =>
      `<tr><td>${linked(key, ref)}</td><td>${isolated(statement)}</td><td>${isolated(speaker)}</td><td>${sign(mark)}${isolated(status)}</td><td>${escaped(priority)}</td></tr>`,
  )}</tbody></table>`;

/**
 * The same report for Chromium's printing: the same texts, headings, tables, links and pictures.
 * `fonts`: address of their folder; `sources`: addresses of the pictures by name.
 */
export function reportHtml(model: ReportModel, fonts: string, sources: ReadonlyMap<string, string>): string {
  const { labels, language } = model;
  const documents = all(
    model.documents,
    (each) =>
      `<h3>${escaped(each.ref)} ${isolated(each.title)}</h3>${facts(each.facts)}${list(labels.defects, each.defects)}`,
  );
  return `<!doctype html><html lang="${language}" dir="${model.rtl ? 'rtl' : 'ltr'}"><meta charset="utf-8"><title>${escaped(model.title)}</title>
<style>${faces(fonts)}${STYLE}</style><p class="label">${escaped(labels.kind)}</p><h1>${isolated(model.title)}</h1>
<p class="label">${escaped(model.asOfWords)} · ${isolated(model.author)}</p>${summary(model)}<h2>${escaped(labels.documents)}</h2>${documents}
<h2>${escaped(labels.method)}</h2>${all(model.method, passage)}${glance(model)}
<h2 class="claims">${escaped(labels.claims)}</h2>${all(model.claims, (claim) => sheet(claim, model, sources))}</html>`;
}

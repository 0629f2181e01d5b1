/** The page's own look: light and dark, for screens, paper and both directions of writing. */
export const PAGE_STYLE = `:root{color-scheme:light dark;--ink:#1c1f24;--soft:#555c66;--line:#d5d9df;--page:#fff;--warn:#7a4b00;--warn-bg:#fff5e0}
@media (prefers-color-scheme:dark){:root{--ink:#e7e9ec;--soft:#aab1bb;--line:#3b424c;--page:#16191d;--warn:#ffd48a;--warn-bg:#33270f}}
body{margin:0 auto;padding:24px;max-width:60rem;background:var(--page);color:var(--ink);font:16px/1.5 system-ui,"Noto Sans","Noto Naskh Arabic",sans-serif;overflow-wrap:anywhere}
h1{font-size:1.7rem;line-height:1.25}
h2{font-size:1.2rem;margin-block:2rem .4rem;padding-block-start:.6rem;border-block-start:1px solid var(--line)}
h3{font-size:1rem;margin-block:1rem .2rem}
p{margin-block:.4rem}
.soft{color:var(--soft)}
.status{font-weight:600}
.quote{border-inline-start:4px solid var(--line);padding-inline-start:12px}
.warning{color:var(--warn);background:var(--warn-bg);padding:6px 10px}
table{border-collapse:collapse;width:100%;margin-block:.6rem}
caption{text-align:start;color:var(--soft);font-size:.9rem}
th,td{border:1px solid var(--line);padding:4px 8px;text-align:start;vertical-align:top;white-space:pre-line}
footer{margin-block-start:3rem;border-block-start:2px solid var(--ink);padding-block-start:1rem;font-size:.9rem}
#check{font-weight:600;padding:8px 12px;border:2px solid var(--line)}
#check[data-state=altered]{border-style:dashed;color:var(--warn);background:var(--warn-bg)}
code{overflow-wrap:anywhere}
@media print{body{max-width:none;padding:0}h2,h3{break-after:avoid}tr,.quote{break-inside:avoid}thead{display:table-header-group}}`;

/**
 * The look of the printed briefing. Paper is always light, ink nearly black; colour only where a black-and-white copy loses nothing.
 * On paper the left margin of the page is narrow and the text padded instead, because print cuts off what hangs into a page margin.
 */
const SCREEN = `
:root{color-scheme:light;--ink:oklch(0.235 0.012 245);--ink-2:oklch(0.405 0.013 240);--ink-3:oklch(0.495 0.013 240);--line:oklch(0.80 0.010 230);--line-2:oklch(0.585 0.014 235);--sans:"Inter Variable",Inter,"Segoe UI","Noto Sans","Noto Naskh Arabic Variable","Noto Naskh Arabic","Noto Sans Arabic","Noto Serif SC","Noto Sans CJK SC","DejaVu Sans",system-ui,sans-serif,"Noto Emoji","Noto Color Emoji";--serif:"Source Serif 4 Variable","Source Serif 4","Source Serif Pro","Noto Serif","Noto Naskh Arabic Variable","Noto Naskh Arabic","Noto Serif SC","Noto Serif CJK SC","DejaVu Serif",Georgia,serif,"Noto Emoji","Noto Color Emoji"}
*{box-sizing:border-box}
html{background:oklch(0.940 0.004 220);-webkit-text-size-adjust:100%}
body{margin:0;font:10pt/15pt var(--serif);color:var(--ink);font-optical-sizing:auto;overflow-wrap:anywhere}
h1,h2,h3,p,ol,ul{margin:0;padding:0;font:inherit}
ol,ul{list-style:none}
a{color:inherit;text-decoration:none}
a:focus-visible{outline:2px solid oklch(0.50 0.086 225);outline-offset:1px}
:target{background:oklch(0.972 0.035 98)}
.pg{max-width:210mm;margin:24px auto;background:#fff;padding:9mm 22mm 9mm 4mm;box-shadow:0 6px 20px oklch(0.3 0.02 240/.16),0 1px 3px oklch(0.3 0.02 240/.1)}
.tx{padding-left:18mm}
.mk{text-align:center;font:600 8.5pt/11pt var(--sans);letter-spacing:.06em;padding-left:18mm}
.mk b{font-weight:600;background:#000;color:#ffc000;padding:1.2pt 6pt;-webkit-print-color-adjust:exact;print-color-adjust:exact;-webkit-box-decoration-break:clone;box-decoration-break:clone}
.mk b.tlp-red{color:#ff2b2b}.mk b.tlp-green{color:#33ff00}.mk b.tlp-clear,.mk b.other{color:#fff}
h1{font:600 21pt/25pt var(--serif);letter-spacing:-.012em;margin:13pt 0 3pt;text-wrap:balance}
.by{font:8.5pt/12pt var(--sans);color:var(--ink-2);margin-bottom:10pt}
h2{font:600 11.5pt/15pt var(--sans);margin:13pt 0 3pt;display:flex;gap:6pt;break-after:avoid}
h2>span:first-child,h3>span:first-child{color:var(--ink-3);font-weight:400}
.sn{display:grid;grid-template-columns:15mm 1fr;column-gap:4mm;margin-left:-19mm;padding:1.2pt 0;break-inside:avoid}
.sn>i{font:7.5pt/15pt var(--sans);color:var(--ink-3);text-align:right;overflow-wrap:normal}
.sn p{min-width:0;orphans:2;widows:2}
.sn.j p{border-left:1.5pt solid var(--ink);padding-left:6pt;margin-left:-7.5pt}
.sn.g p{font-style:italic}
.sn.g p:is(:lang(zh),:lang(ja),:lang(ko),:lang(ar),:lang(he)){font-style:normal;color:var(--ink-2)}
.sn small{font:8.5pt/12pt var(--sans);color:var(--ink-2)}
sup{font:600 6.8pt/0 var(--sans);vertical-align:3.6pt;padding-inline-start:1pt;white-space:nowrap}
.fn{margin-top:16pt;border-top:.5pt solid var(--line-2);padding-top:5pt;font:8pt/11pt var(--serif)}
.fn h2{font:600 8.5pt/12pt var(--sans);margin:0 0 3pt}
.fn li{display:grid;grid-template-columns:6mm 1fr;padding:1.1pt 0}
.fn li>b{font:600 7pt/11pt var(--sans)}
.fn li>div{min-width:0}
.fn q{quotes:none;white-space:pre-line}
.fn em{font:normal 7.5pt/11pt var(--sans);color:var(--ink-2)}
.fn em a{color:var(--ink-3);padding-left:2pt;white-space:nowrap}
.an{break-before:page}
.an>h2{font:600 16pt/20pt var(--serif);letter-spacing:-.008em;margin:26pt 0 3pt;display:block}
.an h3{font:600 11.5pt/15pt var(--sans);margin:13pt 0 3pt;display:flex;gap:6pt;break-after:avoid}
table{border-collapse:collapse;width:100%;table-layout:fixed;font:8pt/11pt var(--sans);font-variant-numeric:tabular-nums}
th{text-align:left;font-weight:600;font-size:7.5pt;border-bottom:.75pt solid var(--ink);padding:3pt 6pt 3pt 0;vertical-align:bottom}
td{border-bottom:.4pt solid var(--line);padding:3.2pt 6pt 3.2pt 0;vertical-align:top}
tr{break-inside:avoid}
td:last-child,th:last-child{padding-right:0}
.sh{color:var(--ink-2);font-size:7.5pt}
.hx{font:7pt/10pt var(--sans);color:var(--ink-2)}
.me{font:8.5pt/12.5pt var(--sans);color:var(--ink-2);margin-bottom:5pt}
`

const PRINT = `
@media print{html{background:#fff}.pg{max-width:none;margin:0;padding:0;box-shadow:none}:target{background:none}h1{margin-top:0}.an>h2{margin-top:0}}
`

/** The style sheet for a paper size. `paged`: printed with `printTemplates`, which bring marking and page numbers themselves. */
export function briefingStyle(paper: 'A4' | 'Letter', paged: boolean): string {
  const page = `@page{size:${paper};margin:29mm 22mm 28mm 4mm}`
  // Browsers that know margin boxes number the pages of a printed HTML file themselves.
  const boxes = paged
    ? ''
    : `@page{@bottom-right{content:"Page " counter(page) " of " counter(pages);font:8pt/11pt sans-serif;color:#444}}`
  return `${page}${boxes}${SCREEN}${PRINT}`
}

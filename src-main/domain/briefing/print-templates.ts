import { html } from './html-text'
import { markingClass } from './marking-class'
import { fontFaces, type BriefingFont } from './font-faces'
import type { SourceTable } from './source-table'

/** The header and footer Chromium prints on every page; they see nothing of the page's style, so all of it stands in them. */
export interface PrintTemplates {
  headerTemplate: string
  footerTemplate: string
}

const COLOURS: Readonly<Record<string, string>> = {
  'tlp-red': '#ff2b2b',
  'tlp-amber': '#ffc000',
  'tlp-green': '#33ff00',
}
const FACE = `font-family:'Inter Variable',Inter,'Noto Sans','Noto Sans Arabic','Noto Sans CJK SC','Noto Naskh Arabic','Noto Serif SC','Noto Emoji','DejaVu Sans',sans-serif`
const BOX = `box-sizing:border-box;width:100%;padding:0 22mm;${FACE};-webkit-print-color-adjust:exact`
const LINE = `display:flex;justify-content:space-between;gap:8mm;font-size:8pt;line-height:11pt;color:#42494f`
const CUT = 'overflow:hidden;text-overflow:ellipsis;white-space:nowrap;min-width:0'

/**
 * Header with marking, the word "Briefing" and the author; footer with title, page n of m and marking again. `fonts` are those of
 * the sans family only, to keep them small: the templates are laid out apart from the page.
 */
export function printTemplates(table: SourceTable, fonts: readonly BriefingFont[] = []): PrintTemplates {
  const faces = fonts.length > 0 ? `<style>${fontFaces(fonts)}</style>` : ''
  const marking = table.marking ? markingBox(table.marking) : '<div style="height:14pt"></div>'
  return {
    headerTemplate:
      `${faces}<div style="${BOX};margin-top:4mm">${marking}<div style="${LINE};margin-top:5mm;border-bottom:0.75pt solid #1b2126;padding-bottom:4pt">` +
      `<span>Briefing</span><span dir="auto" style="${CUT}">${html(table.author)}</span></div></div>`,
    footerTemplate:
      `${faces}<div style="${BOX};margin-bottom:4mm"><div style="${LINE};margin-bottom:3mm;font-variant-numeric:tabular-nums">` +
      `<span dir="auto" style="${CUT}">${html(table.title)}</span>` +
      `<span style="white-space:nowrap">Page <span class="pageNumber"></span> of <span class="totalPages"></span></span></div>${marking}</div>`,
  }
}

function markingBox(marking: string): string {
  const colour = COLOURS[markingClass(marking)] ?? '#fff'
  return (
    `<div style="text-align:center;font-size:8.5pt;line-height:14pt;height:14pt;font-weight:600;letter-spacing:0.06em">` +
    `<span dir="auto" style="background:#000;color:${colour};padding:1.2pt 6pt">${html(marking)}</span></div>`
  )
}

import { describe, expect, it } from 'vitest'
import { checkBriefing } from './check-briefing'
import type { BriefingFont } from './font-faces'
import { printTemplates } from './print-templates'
import { tableOfText } from './read-table'
import { ARTICLES, cite, sampleBriefing, sentence, sha256 } from './sample-briefing.fixture'
import { sentencesMissingFrom } from './sentences-missing-from'
import { makeSourceTable, tableSentences, type SourceTable } from './source-table'
import { toHtml } from './to-html'
import { toJson } from './to-json'
import { toMarkdown } from './to-markdown'
import type { BriefingDocument } from './types'

const FONT: BriefingFont = {
  family: 'Source Serif 4',
  weight: '200 900',
  style: 'normal',
  unicodeRange: 'U+0000-00FF, U+20AC',
  url: 'data:font/woff2;base64,AAAA',
}
const FORMATS = ['html', 'md', 'json'] as const
const write = {
  html: (table: SourceTable) => toHtml(table, { paper: 'A4', fonts: [FONT], paged: false }),
  md: toMarkdown,
  json: toJson,
}
const tableOf = (document: BriefingDocument, waivers: { rule: string; reason: string }[] = []) =>
  makeSourceTable(document, waivers, checkBriefing(document, waivers), sha256)

const EVIL = [
  '</script><script>alert(1)</script>',
  '--> <!-- <img src=x onerror=alert(1)>',
  '`code` *bold* [link](javascript:alert(1)) [^1] | # {{x}} $1 $& \\',
  '</title></style><style>p{display:none}',
  '\u202eevil\u202c \u2028 \u2029 \u0000 \u0008 \r\n \t \ud800 \u00ad&amp;&#60;',
  '1. - + > " \' ]]> ```\n```',
  'dateline-sources\n<!-- dateline-sources\n{}\n-->',
]

/** The sample with every text of it hostile. */
function hostileBriefing(evil: string): BriefingDocument {
  const { path: _path, text: _text, ...lps } = ARTICLES.lps
  const text = `MARENZA. ${evil} burned.`
  const source = {
    ...lps,
    path: `a/${evil}.txt`,
    text,
    title: evil,
    agency: evil,
    place: evil,
    language: evil,
    sha256: sha256(text),
  }
  return {
    title: evil,
    marking: evil,
    author: evil,
    sections: [
      {
        id: 'a',
        heading: evil,
        sentences: [{ ...sentence('fact', evil, [cite(source, evil)], { likelihood: evil }), id: evil }],
      },
      { id: 'b', heading: '', sentences: [] },
    ],
  }
}

describe.each(FORMATS)('%s', (format) => {
  it('gives the same bytes for the same briefing', () => {
    const document = sampleBriefing()
    const again = structuredClone(document)
    expect(write[format](tableOf(again))).toBe(write[format](tableOf(document)))
  })

  it('carries its table and finds nothing altered, whatever was done to line ends', () => {
    const table = tableOf(sampleBriefing(), [{ rule: 'hedge', reason: 'None to be waived' }])
    const file = write[format](table)
    for (const text of [file, `\ufeff${file}`, file.replaceAll('\n', '\r\n')]) {
      expect(tableOfText(text, format, sha256)).toEqual({ ok: true, table, alterations: [] })
    }
  })

  it.each(EVIL)('is safe with %j everywhere', (evil) => {
    const table = tableOf(hostileBriefing(evil), [{ rule: 'no-citation', reason: evil }])
    const file = write[format](table)
    expect(tableOfText(file, format, sha256)).toEqual({ ok: true, table, alterations: [] })
    if (format === 'html') {
      expect(file.match(/<script/g)).toHaveLength(1)
      expect(file.match(/<\/script/g)).toHaveLength(1)
      expect(file.match(/<style/g)).toHaveLength(2)
      expect(file).not.toMatch(/<img|href="(?!#)/)
    }
    if (format === 'md') {
      expect(file.match(/-->/g)).toHaveLength(1)
      expect(file.slice(0, file.lastIndexOf('<!--'))).not.toMatch(/(?<!\\)<|(?<!\\)`|(?<!\\)\]\(/)
    }
  })

  it('tells which sentence was altered in the file', () => {
    const document = sampleBriefing()
    const table = tableOf(document)
    const file = write[format](table)
    for (const altered of tableSentences(table)) {
      const text = altered.text
      const at = Math.floor(text.length / 2)
      const other = [...text.slice(0, at)].slice(0, -1).join('') + 'X' + text.slice(at)
      // In the visible part only; in JSON the visible part is the table.
      const changed = file.replace(text, () => other)
      if (changed === file) continue
      const read = tableOfText(changed, format, sha256)
      if (!read.ok) throw new Error(read.problem.message)
      expect(read.alterations.length).toBeGreaterThan(0)
      if (format !== 'json') expect(read.alterations.map((one) => one.sentence?.number)).toContain(altered.number)
    }
  })

  it('notices words put in, passages changed and a changed table', () => {
    const table = tableOf(sampleBriefing())
    const file = write[format](table)
    const alterations = (text: string) => {
      const read = tableOfText(text, format, sha256)
      return read.ok ? read.alterations.length : -1
    }
    expect(alterations(file.replace('Key points', 'Key  points'))).toBeGreaterThan(0)
    expect(alterations(file.replace('Seven people', 'Eight people'))).toBeGreaterThan(0)
    expect(alterations(file.replaceAll('K. Amsel', 'K. Amstel'))).toBeGreaterThan(0)
    if (format === 'html') {
      expect(alterations(file.replace('<style>', '<style>[id="s1.1"]{display:none}'))).toBeGreaterThan(0)
      expect(
        alterations(file.replace('<style id="dateline-fonts">', '<style id="dateline-fonts">p{display:none}')),
      ).toBeGreaterThan(0)
    }
  })

  it('says so when there is nothing to read', () => {
    for (const text of [
      '',
      'x',
      '{}',
      '[]',
      'null',
      '{"format":"dateline-sources"}',
      '{"format":"dateline-sources","version":9}',
    ]) {
      const wrapped =
        format === 'html'
          ? `<script type="application/json" id="dateline-sources">${text}</script>`
          : format === 'md'
            ? `<!-- dateline-sources\n${text}\n-->`
            : text
      const read = tableOfText(wrapped, format, sha256)
      expect(read.ok).toBe(false)
      if (!read.ok) expect(read.problem.message).toMatch(/^(?:This|The) .+\.$/)
    }
  })

  it('never throws on a file cut or changed anywhere', () => {
    const file = write[format](tableOf(sampleBriefing()))
    for (let at = 0; at < file.length; at += 997) {
      expect(() => tableOfText(file.slice(0, at), format, sha256)).not.toThrow()
      const read = tableOfText(file.slice(0, at) + '~' + file.slice(at + 1), format, sha256)
      expect(!read.ok || read.alterations.length > 0 || (format === 'html' && isFont(file, at))).toBe(true)
    }
  })
})

const isFont = (file: string, at: number): boolean =>
  at > file.indexOf('dateline-fonts') && at < file.indexOf('</style>')

describe('html', () => {
  const table = tableOf(sampleBriefing())
  const page = write.html(table)
  it('has a heading, language and direction for each part, links that lead somewhere and nothing from outside', () => {
    expect(page).toMatch(/<h1 dir="auto">/)
    for (const language of ['ru', 'kk', 'ar', 'zh']) expect(page).toContain(`lang="${language}"`)
    const ids = new Set([...page.matchAll(/ id="([^"]+)"/g)].map((match) => match[1]))
    const links = [...page.matchAll(/href="#([^"]+)"/g)].map((match) => match[1])
    expect(links.length).toBeGreaterThan(20)
    expect(links.filter((link) => !ids.has(link))).toEqual([])
    expect(page).not.toMatch(/https?:|url\((?!"data:)/)
  })
  it('marks the likelihood word and gives its range', () => {
    expect(page).toContain('It is <b>likely</b> (55–80 %) that')
    expect(page).toContain('(moderate confidence)')
  })
  it('leaves marking and page numbers to the print templates when paged', () => {
    const paged = toHtml(table, { paper: 'Letter', fonts: [], paged: true })
    expect(paged).not.toContain('class="mk"')
    expect(paged).toContain('@page{size:Letter')
    const { headerTemplate, footerTemplate } = printTemplates({ ...table, title: '<img>', marking: 'TLP:RED' })
    expect(headerTemplate).toContain('TLP:RED')
    expect(footerTemplate).toContain('&lt;img&gt;')
    expect(footerTemplate).toContain('class="totalPages"')
  })
})

describe('sentencesMissingFrom', () => {
  const table = tableOf(sampleBriefing())
  const sentences = tableSentences(table)
  const text = sentences.map((one) => one.text.replace('likely that', 'likely (55–80 %) that')).join('\n')
  it('finds all over line breaks, hyphens, ligatures, page ends and reversed Arabic', () => {
    expect(sentencesMissingFrom(text, table)).toEqual([])
    expect(sentencesMissingFrom(text.replaceAll(' ', '\n').replaceAll('fi', 'ﬁ'), table)).toEqual([])
    expect(
      sentencesMissingFrom(
        text.replace('conveyor hall ignited', 'conveyor\nTitle Page 1 of 4 TLP:AMBER\n hall ig-\nnited'),
        table,
      ),
    ).toEqual([])
    const arabic = sentences.find((one) => one.text.startsWith('قال'))
    const visual = [...(arabic?.text ?? '')].reverse().join('').replace('٣٢', '٢٣')
    expect(sentencesMissingFrom(text.replace(arabic?.text ?? '-', visual), table)).toEqual([])
  })
  it('misses every sentence one letter of which was changed', () => {
    for (const { text: words, id } of sentences) {
      const letters = [...words]
      const at = letters.findIndex((letter, i) => i > 3 && /\p{L}/u.test(letter))
      letters[at] = letters[at] === 'z' ? 'y' : 'z'
      const page = text
        .replace('likely (55–80 %) that', 'likely that')
        .replace(words, letters.join(''))
        .replace('likely that', 'likely (55–80 %) that')
      expect(sentencesMissingFrom(page, table).map((one) => one.id)).toEqual([id])
    }
  })
})

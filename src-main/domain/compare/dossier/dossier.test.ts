import { describe, expect, it } from 'vitest'
import { readDocument } from '../../extract/document'
import type { Entity, Extraction } from '../../extract/types'
import { spanOf } from '../../text/span'
import { dossierMarkdown } from './dossier-markdown'
import { type DossierArticle, makeDossier, type Subject } from './make-dossier'

interface Given {
  path: string
  date: string | null
  text: string
  origin?: string | null
  names: [name: string, type: Entity['type'], roles?: string[]][]
  quotes?: [words: string, speaker: string][]
  figures?: string[]
}

function article({ path, date, text, origin = path, names, quotes = [], figures = [] }: Given): DossierArticle {
  const span = (words: string) => spanOf(text, text.indexOf(words), text.indexOf(words) + words.length)
  const extraction: Extraction = {
    language: 'en',
    sentences: readDocument(text, 'en').sentences,
    entities: names.map(([name, type, roles = []]) => ({
      id: name,
      type,
      name,
      aliases: [],
      roles,
      mentions: [...text.matchAll(new RegExp(name, 'gu'))].map(({ index }) => ({
        ...spanOf(text, index, index + name.length),
        form: 'name' as const,
      })),
    })),
    attributions: quotes.map(([words, speaker]) => ({
      content: [span(words)],
      source: { entityId: speaker, text: speaker, start: null, end: null },
      cue: null,
      kind: 'direct',
    })),
    figures: figures.map((words) => ({
      ...span(words),
      value: 7,
      unit: null,
      what: null,
      subject: null,
      period: null,
    })),
    dates: [],
  }
  return { path, date, text, extraction, origin }
}

const lps: Given = {
  path: 'lps',
  date: '2019-03-12',
  origin: 'one',
  text: 'Seven people died, Ilse Darvan of the Port Authority said. “The port will open again by Friday,” she said.',
  names: [['Ilse Darvan', 'person', ['director']], ['Port Authority', 'organization']],
  quotes: [['The port will open again by Friday', 'Ilse Darvan']],
  figures: ['Seven'],
} // prettier-ignore
const copy: Given = { ...lps, path: 'copy', date: '2019-03-13' }
const other: Given = {
  path: 'other',
  date: '2019-03-20',
  text: '“Ilse Darvan knew nothing,” Dario Pelk said. The harbour master Ilse Darvan left. Nine boats came.',
  names: [['Ilse Darvan', 'person', ['harbour master', 'director']], ['Dario Pelk', 'person']],
  quotes: [['Ilse Darvan knew nothing', 'Dario Pelk']],
  figures: ['Nine'],
} // prettier-ignore
const stranger: Given = { path: 'x', date: null, text: 'Ilse Darvan is a ship.', names: [['Ilse Darvan', 'work']] }

const subject: Subject = { name: 'Ilse Darvan', type: 'person', aliases: ['Darvan'], keys: new Set(['ilse darvan']) }
const make = (...given: Given[]) => makeDossier(subject, given.map(article), { entries: 100 })

describe('makeDossier', () => {
  const dossier = make(other, copy, lps, stranger)
  it('counts a dispatch once, and nothing of another kind with the same name', () => {
    expect(dossier).toMatchObject({ articles: 3, origins: 2, mentions: 4, first: '2019-03-12', last: '2019-03-20' })
    expect(make({ ...lps, origin: null }).origins).toBeNull()
  })
  it('follows roles through time', () => {
    expect(dossier.roles).toEqual([
      { role: 'director', articles: 3, first: '2019-03-12', last: '2019-03-20' },
      { role: 'harbour master', articles: 1, first: '2019-03-20', last: '2019-03-20' },
    ])
  })
  it('tells quotes by and about apart, each once with those who carry it', () => {
    expect(dossier.quotesBy).toMatchObject([{ path: 'copy', carriedBy: ['lps'], speaker: 'Ilse Darvan' }])
    expect(dossier.quotesAbout).toMatchObject([{ path: 'other', speaker: 'Dario Pelk', carriedBy: [] }])
  })
  it('takes figures of its sentences only', () => {
    expect(dossier.figures.map(({ text, path, carriedBy }) => [text, path, carriedBy])).toEqual([
      ['Seven', 'copy', ['lps']],
    ])
  })
  it('shows by which sentences others are named with it', () => {
    expect(
      dossier.together.map(({ name, sentences, articles, origins }) => [name, sentences, articles, origins]),
    ).toEqual([
      ['Port Authority', 2, 2, 1],
      ['Dario Pelk', 1, 1, 1],
    ])
    for (const { name, evidence } of dossier.together) for (const { text } of evidence) expect(text).toContain(name)
  })
  it('keeps the words around each mention as they stand', () => {
    expect(dossier.contexts).toHaveLength(4)
    for (const { path, before, text, after } of dossier.contexts) {
      const whole = [other, copy, lps].find((one) => one.path === path)?.text
      expect(whole).toContain(before + text + after)
    }
  })
})

describe('dossierMarkdown', () => {
  it('names a file on every line and lets no words be markup', () => {
    const hostile = make({ ...other, path: 'a_b*c.txt', text: other.text.replace('Nine', '<b>Nine</b>') })
    const text = dossierMarkdown({ ...hostile, name: '# <script>' })
    expect(text).not.toMatch(/(?<!\\)</u)
    expect(text.split('\n')[0]).toBe('# \\# \\<script\\>')
    const rows = text.split('\n').filter((line) => line.startsWith('- “') || line.startsWith('- …'))
    expect(rows.length).toBeGreaterThan(1)
    for (const row of rows) expect(row).toContain('a\\_b\\*c.txt')
  })
})

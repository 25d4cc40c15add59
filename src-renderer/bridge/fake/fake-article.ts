import type { ArticleView } from '@contract/article'
import { readHeader } from '@domain/article/header'
import type { Entity, EntityType, Extraction } from '@domain/extract/types'
import { splitBlocks } from '@domain/text/blocks'
import { splitSentences } from '@domain/text/sentences'
import { spanOf, type Span } from '@domain/text/span'

/** A name the fake knows wherever it is printed: type, canonical name, aliases, roles. */
export type KnownName = [type: EntityType, name: string, aliases?: string[], roles?: string[]]

export interface FakeArticle {
  path: string
  text: string
  language?: string
  title?: string
  read?: boolean
  starred?: boolean
  analysed?: boolean
}

const LETTER = /[\p{L}\p{N}]/u

/** Every place where `words` stands as whole words. */
function occurrences(text: string, words: string): Span[] {
  const spans: Span[] = []
  for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + 1)) {
    const end = at + words.length
    if (!LETTER.test(text[at - 1] ?? '') && !LETTER.test(text[end] ?? '')) spans.push(spanOf(text, at, end))
  }
  return spans
}

function entityOf(text: string, id: string, [type, name, aliases = [], roles = []]: KnownName): Entity | null {
  const named = [name, ...aliases].flatMap((form) =>
    occurrences(text, form).map((span) => ({ ...span, form: 'name' as const })),
  )
  const called = roles.flatMap((role) => occurrences(text, role).map((span) => ({ ...span, form: 'role' as const })))
  if (named.length === 0) return null
  const mentions = [...named, ...called].sort((a, b) => a.start - b.start || b.end - a.end)
  const kept = mentions.filter(
    (mention, i) => i === 0 || mentions.slice(0, i).every((earlier) => earlier.end <= mention.start),
  )
  const printed = new Set(kept.map((mention) => mention.text))
  return {
    id,
    type,
    name,
    aliases: aliases.filter((alias) => printed.has(alias)),
    roles: roles.filter((role) => printed.has(role)),
    mentions: kept.map((mention) => ({ ...mention, why: 'known name', confidence: 0.9 })),
  }
}

function attributionsOf(text: string, entities: Entity[]): Extraction['attributions'] {
  const people = entities.filter((entity) => entity.type === 'person')
  return [...text.matchAll(/["“«]([^"”»]{12,600})["”»]/gu)].map((match) => {
    const start = match.index + 1
    const content = spanOf(text, start, start + (match[1] ?? '').length)
    const near = people
      .flatMap((person) => person.mentions.map((mention) => ({ person, mention })))
      .sort((a, b) => Math.abs(a.mention.start - content.end) - Math.abs(b.mention.start - content.end))[0]
    const close = near && Math.abs(near.mention.start - content.end) < 200 ? near : undefined
    const cue = /\b(said|told|added|wrote)\b|сказал|заявила?|قالت?|说/u.exec(text.slice(content.end, content.end + 80))
    const cueStart = cue ? content.end + cue.index : 0
    return {
      content: [content],
      source: {
        entityId: close?.person.id ?? null,
        text: close?.mention.text ?? null,
        start: close?.mention.start ?? null,
        end: close?.mention.end ?? null,
      },
      cue: cue ? spanOf(text, cueStart, cueStart + cue[0].length) : null,
      kind: 'direct' as const,
      why: 'quotation marks',
      confidence: 0.95,
    }
  })
}

const NUMBER =
  /\b\d[\d,.]*\d?(?:\s(?:million|percent|crowns|tonnes|people|agreements|bln))*|\b(?:seven|nine|two|five|four)\b(?=\s\p{Ll})/gu

function figuresOf(text: string, from: number): Extraction['figures'] {
  return [...text.matchAll(NUMBER)]
    .filter((match) => match.index >= from && !/^\d{4}$/u.test(match[0]))
    .map((match) => {
      const words = match[0]
      const end = match.index + words.length
      const value = Number.parseFloat(words.replaceAll(',', ''))
      return {
        ...spanOf(text, match.index, end),
        value: Number.isNaN(value) ? null : words.includes('million') ? value * 1e6 : value,
        unit: /(percent|crowns|tonnes)/u.exec(words)?.[1] ?? null,
        what: /^\s(\p{L}+)/u.exec(text.slice(end))?.[1] ?? null,
        subject: null,
        period: /nine months/u.test(text.slice(end, end + 60)) ? 'first nine months' : null,
        why: 'number with a counted noun',
        confidence: 0.8,
      }
    })
}

/** A stable stand-in for the sha256 of an article's bytes. */
export function fakeId(path: string): string {
  let hash = 2166136261
  let id = ''
  for (let round = 0; id.length < 64; round++) {
    for (const letter of `${path}#${round}`) hash = Math.imul(hash ^ (letter.codePointAt(0) ?? 0), 16777619)
    id += (hash >>> 0).toString(16).padStart(8, '0')
  }
  return id.slice(0, 64)
}

/** An article as the engine would show it, with marks good enough to look at. */
export function fakeArticleView(article: FakeArticle, names: readonly KnownName[]): ArticleView {
  const { path, text } = article
  const stated = article.title === undefined ? {} : { meta: { title: article.title } }
  const header = readHeader({ text, path, ...stated })
  const blocks = splitBlocks(text)
  const entities = names.flatMap((known, i) => entityOf(text, `e${i + 1}`, known) ?? [])
  const extraction: Extraction = {
    language: article.language ?? 'en',
    sentences: splitSentences(text),
    entities,
    attributions: attributionsOf(text, entities),
    figures: figuresOf(text, header.bodyStart),
    dates: [],
  }
  return {
    id: fakeId(path),
    path,
    paths: [path],
    copies: 0,
    title: header.title,
    lead: text.slice(header.bodyStart, header.bodyStart + 160).trim(),
    date: header.date,
    dateOrigin: header.dateOrigin,
    place: header.dateline?.place ?? null,
    agency: header.dateline?.agency ?? null,
    language: article.language ?? 'en',
    format: path.split('.').pop() ?? 'txt',
    words: text.split(/\s+/u).length,
    read: article.read ?? false,
    starred: article.starred ?? false,
    analysed: article.analysed ?? true,
    notes: 0,
    text,
    header,
    blocks,
    state: 'indexed',
    reason: null,
    encoding: 'utf-8',
    encodingConfidence: 1,
    encodingChosen: false,
    extraction: article.analysed === false ? null : extraction,
  }
}

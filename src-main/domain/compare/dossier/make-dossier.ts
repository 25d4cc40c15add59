import type { Attribution, Entity, EntityType, Extraction, Mention } from '../../extract/types'
import { fold } from '../../text/normalise'
import { overlap, type Range, type Span, spanOf } from '../../text/span'
import type { Companion, Context, Dossier, DossierFigure, DossierQuote, DossierRole, Place } from './dossier'

/** An article as a dossier reads it. */
export interface DossierArticle extends Place {
  text: string
  extraction: Extraction
  /** Wire family or, outside of one, the article itself; null while families are not known. */
  origin: string | null
}

/** Whom the dossier is about: its folded names, under which articles may know it. */
export interface Subject {
  name: string
  type: EntityType
  aliases: readonly string[]
  keys: ReadonlySet<string>
}

/** Code units of context on each side of a mention. */
const AROUND = 80
const SENTENCES_SHOWN = 20
/** How many of each a dossier holds; all of them are counted. */
export interface Limits {
  entries: number
}

/** Gathers what a folder says of one entity. `articles` are those that may name it, newest first. */
export function makeDossier(subject: Subject, articles: Iterable<DossierArticle>, { entries }: Limits): Dossier {
  const roles = new Map<string, DossierRole>()
  const aliases = new Map(subject.aliases.map((alias) => [fold(alias), alias]))
  const together = new Map<string, Companion & { found: Set<string>; by: Set<string> }>()
  const quotesBy = new Gathered<DossierQuote>(quoteKey)
  const quotesAbout = new Gathered<DossierQuote>(quoteKey)
  const figures = new Gathered<DossierFigure>(
    ({ sentence, start }) => `${start - sentence.start} ${fold(sentence.text)}`,
  )
  const contexts: Context[] = []
  const origins = new Set<string | null>()
  const dates: string[] = []
  const count = { mentions: 0, articles: 0 }

  for (const article of articles) {
    const { path, date, text, extraction, origin } = article
    const own = extraction.entities.filter((entity) => isSubject(entity, subject))
    const mentions = own.flatMap((entity) => entity.mentions).sort((a, b) => a.start - b.start)
    if (mentions.length === 0) continue
    const place = { path, date }
    count.articles += 1
    count.mentions += mentions.length
    origins.add(origin)
    if (date) dates.push(date)
    for (const name of own.flatMap((entity) => [entity.name, ...entity.aliases]))
      if (fold(name) !== fold(subject.name)) aliases.set(fold(name), aliases.get(fold(name)) ?? name)
    for (const role of new Set(own.flatMap((entity) => entity.roles))) addRole(roles, role, date)
    contexts.push(...mentions.map((mention) => contextOf(text, mention, place)))

    const ids = new Set(own.map(({ id }) => id))
    for (const attribution of extraction.attributions) {
      const by = attribution.source.entityId !== null && ids.has(attribution.source.entityId)
      const about = attribution.content.some((span) => mentions.some((mention) => overlap(span, mention) > 0))
      if (by || about) (by ? quotesBy : quotesAbout).add(quoteOf(attribution, extraction, place))
    }
    const named = mentions.filter(({ form }) => form !== 'pronoun')
    const sentences = extraction.sentences.filter((one) => named.some((mention) => overlap(one, mention) > 0))
    for (const sentence of sentences) {
      const span = spanOf(text, sentence.start, sentence.end)
      for (const figure of extraction.figures.filter((one) => overlap(one, sentence) > 0)) {
        const { start, end, value, unit, what, subject: of, period } = figure
        figures.add({ ...place, ...spanOf(text, start, end), value, unit, what, subject: of, period, sentence: span, carriedBy: [] })
      } // prettier-ignore
      for (const entity of extraction.entities)
        if (!ids.has(entity.id) && standsIn(entity, sentence)) addCompanion(together, entity, { ...span, ...place }, origin)
    } // prettier-ignore
  }
  dates.sort()
  const known = !origins.has(null)
  return {
    name: subject.name,
    type: subject.type,
    aliases: [...aliases.values()].sort(),
    roles: [...roles.values()].sort((a, b) => b.articles - a.articles || (a.role < b.role ? -1 : 1)),
    ...count,
    origins: known ? origins.size : null,
    first: dates[0] ?? null,
    last: dates.at(-1) ?? null,
    contexts: contexts.slice(0, entries),
    quotesBy: quotesBy.list(entries),
    quotesAbout: quotesAbout.list(entries),
    figures: figures.list(entries),
    together: [...together.values()]
      .map(({ found, by, ...companion }) => ({
        ...companion,
        articles: found.size,
        origins: known ? by.size : null,
      }))
      .sort((a, b) => b.sentences - a.sentences || b.articles - a.articles || (a.name < b.name ? -1 : 1))
      .slice(0, entries),
  }
}

/** Entries told once however many articles carry the same words; the first stands, the others are named by it. */
class Gathered<T extends Place & { carriedBy: string[] }> {
  private readonly byKey = new Map<string, T>()

  constructor(private readonly keyOf: (entry: T) => string) {}

  add(entry: T): void {
    const known = this.byKey.get(this.keyOf(entry))
    if (!known) this.byKey.set(this.keyOf(entry), entry)
    else if (known.path !== entry.path && !known.carriedBy.includes(entry.path)) known.carriedBy.push(entry.path)
  }

  list(most: number): T[] {
    return [...this.byKey.values()].slice(0, most)
  }
}

const isSubject = ({ type, name }: Entity, subject: Subject): boolean =>
  type === subject.type && subject.keys.has(fold(name))

const quoteKey = ({ content }: DossierQuote): string =>
  fold(content.map(({ text }) => text).join(' ')).replace(/[^\p{L}\p{N}]+/gu, ' ')

function quoteOf({ content, kind, source }: Attribution, { entities }: Extraction, place: Place): DossierQuote {
  const speaker = entities.find(({ id }) => id === source.entityId)?.name ?? source.text
  return { ...place, content: content.map(({ start, end, text }) => ({ start, end, text })), kind, speaker, carriedBy: [] }
} // prettier-ignore

function contextOf(text: string, { start, end, form }: Mention, place: Place): Context {
  const before = text.slice(Math.max(0, start - AROUND), start)
  const after = text.slice(end, end + AROUND)
  return { ...place, ...spanOf(text, start, end), form, before, after }
}

function addRole(roles: Map<string, DossierRole>, role: string, date: string | null): void {
  const known = roles.get(fold(role)) ?? { role, articles: 0, first: date, last: date }
  known.articles += 1
  if (date !== null && (known.first === null || date < known.first)) known.first = date
  if (date !== null && (known.last === null || date > known.last)) known.last = date
  roles.set(fold(role), known)
}

const standsIn = ({ mentions }: Entity, sentence: Range): boolean =>
  mentions.some((mention) => mention.form === 'name' && overlap(mention, sentence) > 0)

function addCompanion(
  together: Map<string, Companion & { found: Set<string>; by: Set<string> }>,
  { type, name }: Entity,
  sentence: Span & Place,
  origin: string | null,
): void {
  const key = `${type} ${fold(name)}`
  const known = together.get(key) ?? {
    name,
    type,
    sentences: 0,
    articles: 0,
    origins: null,
    evidence: [],
    found: new Set<string>(),
    by: new Set<string>(),
  }
  known.sentences += 1
  known.found.add(sentence.path)
  if (origin !== null) known.by.add(origin)
  if (known.evidence.length < SENTENCES_SHOWN) known.evidence.push(sentence)
  together.set(key, known)
}

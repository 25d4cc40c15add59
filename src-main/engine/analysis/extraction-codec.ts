import {
  ENTITY_TYPES,
  type Attribution,
  type DateMention,
  type Entity,
  type Extraction,
  type Figure,
  type Mention,
  type MentionForm,
  type Reason,
} from '../../domain/extract/types'
import { splitSentences } from '../../domain/text/sentences'
import type { Range, Span } from '../../domain/text/span'
import { ByteReader, ByteWriter } from './bytes'

const FORMS: readonly MentionForm[] = ['name', 'role', 'pronoun']
const KINDS: readonly Attribution['kind'][] = ['direct', 'indirect', 'mixed']
const DIRECTIONS = [undefined, null, 'up', 'down'] as const
/** Optional words of a figure, in the order they are written. */
const FIGURE_WORDS = ['unit', 'what', 'subject', 'period', 'approximator', 'base'] as const satisfies (keyof Figure)[]

/**
 * Packs an extraction for the database into about a third of a byte per character of text. What can be had from the text again
 * is left out: the words of spans, the sentences, and why things are claimed (`explainMention` asks the extraction itself).
 */
export function packExtraction(extraction: Extraction, text: string): Uint8Array {
  const out = new ByteWriter(text)
  const { language, entities, attributions, figures, dates } = extraction
  out.words(language)
  const numbers = new Map(entities.map((entity, i) => [entity.id, i]))
  list(out, entities, (entity) => packEntity(out, entity, numbers.get(entity.id) ?? 0))
  list(out, attributions, (attribution) => packAttribution(out, attribution, numbers))
  list(out, figures, (figure) => packFigure(out, figure))
  list(out, dates, (date) => {
    packSpan(out, date)
    packIso(out, date.iso)
    packConfidence(out, date)
  })
  return out.finish()
}

/** The extraction that was packed, its spans filled with the words of `text`. Throws when the bytes are of another text. */
export function unpackExtraction(data: Uint8Array, text: string): Extraction {
  return { ...unpackClaims(data, text), sentences: splitSentences(text) }
}

/** The same without the sentences, whose cutting costs more than all the rest: for looking through many articles. */
export function unpackClaims(data: Uint8Array, text: string): Omit<Extraction, 'sentences'> {
  const bytes = new ByteReader(data, text)
  const span = (): Span => {
    const start = bytes.uint()
    const end = start + bytes.uint()
    return { start, end, text: text.slice(start, end) }
  }
  const language = bytes.words()
  const entities: Entity[] = []
  for (let left = bytes.uint(); left > 0; left--) entities.push(unpackEntity(bytes, text, entities.length))
  return {
    language,
    entities,
    attributions: bytes.list(() => unpackAttribution(bytes, span, entities)),
    figures: bytes.list(() => unpackFigure(bytes, span)),
    dates: bytes.list((): DateMention => ({ ...span(), iso: unpackIso(bytes), ...unpackConfidence(bytes) })),
  }
}

function list<T>(out: ByteWriter, items: readonly T[], write: (item: T) => void): void {
  out.uint(items.length)
  for (const item of items) write(item)
}

function packSpan(out: ByteWriter, { start, end }: Range): void {
  out.uint(start)
  out.uint(end - start)
}

/** Ids are nearly always numbered through, and then need not be written. */
const numberedId = (number: number) => `e${number + 1}`

function packEntity(out: ByteWriter, entity: Entity, number: number): void {
  const { id, type, name, aliases, roles, mentions } = entity
  out.words(id === numberedId(number) ? null : id)
  out.uint(ENTITY_TYPES.indexOf(type))
  out.words(name)
  list(out, aliases, (alias) => out.words(alias))
  list(out, roles, (role) => out.words(role))
  let last = 0
  list(out, mentions, (mention) => {
    out.int(mention.start - last)
    out.uint(mention.end - mention.start)
    out.uint(FORMS.indexOf(mention.form))
    packConfidence(out, mention)
    last = mention.start
  })
}

function unpackEntity(bytes: ByteReader, text: string, number: number): Entity {
  const id = bytes.words() ?? numberedId(number)
  const type = ENTITY_TYPES[bytes.uint()] ?? 'other'
  const name = bytes.words() ?? ''
  const aliases = bytes.list(() => bytes.words() ?? '')
  const roles = bytes.list(() => bytes.words() ?? '')
  let last = 0
  const mentions = bytes.list((): Mention => {
    const start = last + bytes.int()
    const end = start + bytes.uint()
    last = start
    return { start, end, text: text.slice(start, end), form: FORMS[bytes.uint()] ?? 'name', ...unpackConfidence(bytes) }
  })
  return { id, type, name, aliases, roles, mentions }
}

function packAttribution(out: ByteWriter, attribution: Attribution, numbers: ReadonlyMap<string, number>): void {
  const { content, source, cue, kind } = attribution
  list(out, content, (span) => packSpan(out, span))
  out.uint(source.entityId === null ? 0 : (numbers.get(source.entityId) ?? -1) + 1)
  out.words(source.text)
  packOptional(out, source.start === null || source.end === null ? null : { start: source.start, end: source.end })
  packOptional(out, cue)
  out.uint(KINDS.indexOf(kind))
  packConfidence(out, attribution)
}

function unpackAttribution(bytes: ByteReader, span: () => Span, entities: readonly Entity[]): Attribution {
  const content = bytes.list(span)
  const entityId = entities[bytes.uint() - 1]?.id ?? null
  const text = bytes.words()
  const place = bytes.uint() === 0 ? null : span()
  const cue = bytes.uint() === 0 ? null : span()
  const kind = KINDS[bytes.uint()] ?? 'direct'
  const source = { entityId, text, start: place?.start ?? null, end: place?.end ?? null }
  return { content, source, cue, kind, ...unpackConfidence(bytes) }
}

function packFigure(out: ByteWriter, figure: Figure): void {
  packSpan(out, figure)
  packNumber(out, figure.value)
  packNumber(out, figure.valueTo)
  // Words that are absent are told from words that are null by one bit each.
  out.uint(FIGURE_WORDS.reduce((bits, field, i) => (figure[field] === undefined ? bits : bits | (1 << i)), 0))
  for (const field of FIGURE_WORDS) {
    const words = figure[field]
    if (words !== undefined) out.words(words)
  }
  out.uint(DIRECTIONS.indexOf(figure.direction))
  packConfidence(out, figure)
}

function unpackFigure(bytes: ByteReader, span: () => Span): Figure {
  const place = span()
  const value = unpackNumber(bytes) ?? null
  const valueTo = unpackNumber(bytes)
  const bits = bytes.uint()
  const words = new Map<string, string | null>()
  FIGURE_WORDS.forEach((field, i) => {
    if ((bits & (1 << i)) !== 0) words.set(field, bytes.words())
  })
  const direction = DIRECTIONS[bytes.uint()]
  return {
    ...place,
    value,
    unit: words.get('unit') ?? null,
    what: words.get('what') ?? null,
    subject: words.get('subject') ?? null,
    period: words.get('period') ?? null,
    ...(valueTo === undefined ? {} : { valueTo }),
    ...(words.has('approximator') ? { approximator: words.get('approximator') ?? null } : {}),
    ...(words.has('base') ? { base: words.get('base') ?? null } : {}),
    ...(direction === undefined ? {} : { direction }),
    ...unpackConfidence(bytes),
  }
}

const DAY = 86_400_000
const EPOCH = Date.UTC(1600, 0, 1)

/** A day as its number; everything else as it is written. */
function packIso(out: ByteWriter, iso: string | null): void {
  const time = iso !== null && /^\d{4}-\d\d-\d\d$/.test(iso) ? Date.parse(iso) : NaN
  const day = (time - EPOCH) / DAY
  const numbered = day >= 0 && isoOfDay(day) === iso
  out.uint(numbered ? day + 1 : 0)
  if (!numbered) out.words(iso)
}

function unpackIso(bytes: ByteReader): string | null {
  const day = bytes.uint()
  return day > 0 ? isoOfDay(day - 1) : bytes.words()
}

const isoOfDay = (day: number) => new Date(EPOCH + day * DAY).toISOString().slice(0, 10)

function packOptional(out: ByteWriter, range: Range | null): void {
  out.uint(range ? 1 : 0)
  if (range) packSpan(out, range)
}

/** Absent, null, a whole number, or any other. */
function packNumber(out: ByteWriter, value: number | null | undefined): void {
  if (value === undefined) out.uint(0)
  else if (value === null) out.uint(1)
  else if (Number.isInteger(value) && Math.abs(value) < 2 ** 50 && !Object.is(value, -0)) {
    out.uint(2)
    out.int(value)
  } else {
    out.uint(3)
    out.double(value)
  }
}

function unpackNumber(bytes: ByteReader): number | null | undefined {
  const kind = bytes.uint()
  if (kind === 0) return undefined
  if (kind === 1) return null
  return kind === 2 ? bytes.int() : bytes.double()
}

/** In hundredths; 0 where there is none. */
function packConfidence(out: ByteWriter, { confidence }: Partial<Reason>): void {
  out.uint(confidence === undefined ? 0 : Math.round(confidence * 100) + 1)
}

function unpackConfidence(bytes: ByteReader): Partial<Reason> {
  const stored = bytes.uint()
  return stored === 0 ? {} : { confidence: (stored - 1) / 100 }
}

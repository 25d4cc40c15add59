import { deflateRawSync, inflateRawSync } from 'node:zlib'
import {
  ENTITY_TYPES,
  type Attribution,
  type Extraction,
  type MentionForm,
  type Reason,
} from '../../domain/extract/types'
import type { Span } from '../../domain/text/span'

/** An extraction with lists for objects and without the words its spans quote: they stand in the article's text. */
type Packed = [
  language: string | null,
  sentences: number[],
  entities: [id: string, type: number, name: string, aliases: string[], roles: string[], mentions: PackedMention[]][],
  attributions: PackedAttribution[],
  figures: [start: number, end: number, fields: object][],
  dates: [start: number, end: number, iso: string | null, ...PackedReason][],
]
type PackedReason = [] | [why: string | null, confidence: number | null]
type PackedMention = [start: number, end: number, form: number, ...PackedReason]
type PackedAttribution = [
  content: [number, number][],
  source: [entityId: string | null, text: string | null, start: number | null, end: number | null],
  cue: [number, number] | null,
  kind: number,
  ...PackedReason,
]

const FORMS: readonly MentionForm[] = ['name', 'role', 'pronoun']
const KINDS: readonly Attribution['kind'][] = ['direct', 'indirect', 'mixed']

/** Packs an extraction for the database: about a sixth of its JSON. */
export function packExtraction(extraction: Extraction): Uint8Array {
  const packed: Packed = [
    extraction.language,
    deltas(extraction.sentences.flatMap(({ start, end }) => [start, end])),
    extraction.entities.map(({ id, type, name, aliases, roles, mentions }) => [
      id,
      ENTITY_TYPES.indexOf(type),
      name,
      aliases,
      roles,
      mentions.map((mention): PackedMention => [
        mention.start,
        mention.end,
        FORMS.indexOf(mention.form),
        ...packReason(mention),
      ]),
    ]),
    extraction.attributions.map((attribution): PackedAttribution => {
      const { content, source, cue, kind } = attribution
      return [
        content.map(({ start, end }) => [start, end]),
        [source.entityId, source.text, source.start, source.end],
        cue && [cue.start, cue.end],
        KINDS.indexOf(kind),
        ...packReason(attribution),
      ]
    }),
    extraction.figures.map(({ start, end, text: _text, ...fields }) => [start, end, fields]),
    extraction.dates.map((date) => [date.start, date.end, date.iso, ...packReason(date)]),
  ]
  return deflateRawSync(Buffer.from(JSON.stringify(packed), 'utf8'), { level: 6 })
}

/** The extraction that was packed, its spans filled with the words of `text`. */
export function unpackExtraction(data: Uint8Array, text: string): Extraction {
  const [language, ends, entities, attributions, figures, dates] = JSON.parse(
    inflateRawSync(data).toString('utf8'),
  ) as Packed
  const span = (start: number, end: number): Span => ({ start, end, text: text.slice(start, end) })
  const offsets = sums(ends)
  return {
    language,
    sentences: Array.from({ length: offsets.length / 2 }, (_, i) => ({
      start: offsets[2 * i] ?? 0,
      end: offsets[2 * i + 1] ?? 0,
    })),
    entities: entities.map(([id, type, name, aliases, roles, mentions]) => ({
      id,
      type: ENTITY_TYPES[type] ?? 'other',
      name,
      aliases,
      roles,
      mentions: mentions.map(([start, end, form, ...reason]) => ({
        ...span(start, end),
        form: FORMS[form] ?? 'name',
        ...unpackReason(reason),
      })),
    })),
    attributions: attributions.map(([content, [entityId, words, start, end], cue, kind, ...reason]) => ({
      content: content.map(([from, to]) => span(from, to)),
      source: { entityId, text: words, start, end },
      cue: cue && span(...cue),
      kind: KINDS[kind] ?? 'direct',
      ...unpackReason(reason),
    })),
    figures: figures.map(
      ([start, end, fields]) => ({ ...span(start, end), ...fields }) as Extraction['figures'][number],
    ),
    dates: dates.map(([start, end, iso, ...reason]) => ({ ...span(start, end), iso, ...unpackReason(reason) })),
  }
}

function packReason({ why, confidence }: Partial<Reason>): PackedReason {
  if (why === undefined && confidence === undefined) return []
  return [why ?? null, confidence === undefined ? null : Math.round(confidence * 1000) / 1000]
}

function unpackReason([why, confidence]: PackedReason): Partial<Reason> {
  return {
    ...(why === undefined || why === null ? {} : { why }),
    ...(confidence === undefined || confidence === null ? {} : { confidence }),
  }
}

function deltas(values: number[]): number[] {
  return values.map((value, i) => value - (values[i - 1] ?? 0))
}

function sums(steps: number[]): number[] {
  let sum = 0
  return steps.map((step) => (sum += step))
}

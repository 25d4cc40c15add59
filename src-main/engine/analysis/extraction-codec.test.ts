import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ENTITY_TYPES, type Extraction } from '../../domain/extract/types'
import { readHeader } from '../../domain/article/header'
import { splitSentences } from '../../domain/text/sentences'
import { analyse } from './analyse'
import { packExtraction, unpackExtraction } from './extraction-codec'

const TEXT = 'On Friday, Nursultan Nazarbayev said 31 percent of Kazakhstan’s trade grew. «Да», сказал он. '.repeat(3)

const range = fc
  .tuple(fc.nat(TEXT.length), fc.nat(TEXT.length))
  .map(([a, b]) => ({ start: Math.min(a, b), end: Math.max(a, b) }))
const span = range.map(({ start, end }) => ({ start, end, text: TEXT.slice(start, end) }))
const words = fc.oneof(fc.constantFrom('Nazarbayev', 'percent', '', 'KZT'), fc.string({ unit: 'grapheme' }))
const orNull = <T>(value: fc.Arbitrary<T>) => fc.option(value)
const confidence = fc.oneof(
  fc.constant({}),
  fc.integer({ min: 0, max: 100 }).map((n) => ({ confidence: n / 100 })),
)
const spread = <T extends object, U extends object>(base: fc.Arbitrary<T>, more: fc.Arbitrary<U>) =>
  fc.tuple(base, more).map(([a, b]) => ({ ...a, ...b }))

const mention = spread(spread(span, fc.record({ form: fc.constantFrom('name', 'role', 'pronoun') })), confidence)
const entities = fc
  .array(
    fc.record({
      type: fc.constantFrom(...ENTITY_TYPES),
      name: words,
      aliases: fc.array(words),
      roles: fc.array(words),
      mentions: fc.array(mention),
    }),
  )
  .map((list) => list.map((entity, i) => ({ id: i === 3 ? 'x' : `e${i + 1}`, ...entity })))
const number = fc.oneof(fc.integer(), fc.double({ noNaN: true, noDefaultInfinity: true }))
const figure = spread(
  spread(
    span,
    fc.record(
      {
        value: orNull(number), valueTo: orNull(number), unit: orNull(words), what: orNull(words), subject: orNull(words),
        period: orNull(words), approximator: orNull(words), direction: fc.constantFrom('up', 'down', null), base: orNull(words),
      },
      { requiredKeys: ['value', 'unit', 'what', 'subject', 'period'] },
    ), // prettier-ignore
  ),
  confidence,
)
const iso = orNull(
  fc.oneof(
    fc.constantFrom('2017-11-09', '2017-11', '2017', '2017-02-09/2017-11-09', '0001-02-03', '2017-02-31'),
    words,
  ),
)
const extraction = entities.chain((known) =>
  fc.record({
    language: fc.constantFrom('en', null),
    sentences: fc.constant(splitSentences(TEXT)),
    entities: fc.constant(known),
    attributions: fc.array(
      spread(
        fc.record({
          content: fc.array(span),
          source: fc
            .tuple(fc.constantFrom(null, ...known.map((entity) => entity.id)), orNull(words), orNull(range))
            .map(([entityId, text, place]) => ({
              entityId,
              text,
              start: place?.start ?? null,
              end: place?.end ?? null,
            })),
          cue: orNull(span),
          kind: fc.constantFrom('direct', 'indirect', 'mixed'),
        }),
        confidence,
      ),
    ),
    figures: fc.array(figure),
    dates: fc.array(spread(spread(span, fc.record({ iso })), confidence)),
  }),
)

describe('the packed extraction', () => {
  it('gives back what went in, for anything extraction may find', () => {
    fc.assert(
      fc.property(extraction, (found) => {
        const one = found as Extraction
        expect(unpackExtraction(packExtraction(one, TEXT), TEXT)).toEqual(one)
      }),
      { seed: 1 },
    )
  })

  it('keeps all of the founding document but the reasons, in less room than its text', async () => {
    const text = readFileSync(new URL('../../../seeds/000_1e54385107a71e68.txt', import.meta.url), 'utf8')
    const found = await analyse(text, readHeader({ text }), 'en')
    const packed = packExtraction(found, text)
    const bare: unknown = JSON.parse(
      JSON.stringify(found, (key, value: unknown) =>
        key === 'why' ? undefined : key === 'confidence' ? Math.round(Number(value) * 100) / 100 : value,
      ),
    )
    expect(unpackExtraction(packed, text)).toEqual(bare)
    expect(packed.length).toBeLessThan(text.length / 2)
  })
})

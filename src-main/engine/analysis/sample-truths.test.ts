import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { offeredFor } from '../../domain/extract/offered'
import type { Attribution, Entity, Figure } from '../../domain/extract/types'
import { readSource } from '../read/read-source'
import { extractArticle, type Extracted } from './extract-file'

const SEEDS = resolve(import.meta.dirname, '../../../seeds')

interface Span {
  start: number
  end: number
  text: string
}
/** A span of a truth: of a plain text by offsets, of HTML and Markdown by its words alone. */
type TrueSpan = Partial<Span> & { text: string }
interface Truth {
  path: string
  sha256: string
  language: string
  header: {
    date: string | null
    time: string | null
    place: string | null
    agency: string | null
    title: string | null
  }
  entities: { type: string; name: string; as: string; aliases: string[]; roles: string[] }[]
  quotes: { kind: string; speaker: string | null; content: TrueSpan[] }[]
  figures: (TrueSpan & { value: number | null; unit: string | null })[]
  optionalFigures?: TrueSpan[]
}

const { articles } = JSON.parse(readFileSync(join(SEEDS, 'truths.json'), 'utf8')) as { articles: Truth[] }
const inputOf = ({ path }: Truth) => ({ folder: SEEDS, path, pathBytes: null, shown: path })
const extracted = Promise.all(articles.map(async (truth) => [truth, await extractArticle(inputOf(truth))] as const))

describe('headers of the sample corpus', () => {
  it.each(articles.map((truth) => [truth.path, truth] as const))('%s', async (_path, truth) => {
    const outcome = await readSource(SEEDS, inputOf(truth))
    const source = outcome.state === 'vanished' ? null : outcome.source
    const header = source?.header
    const date = header?.dateOrigin === 'file-time' ? null : (header?.date ?? null)
    const found = {
      date: date?.slice(0, 10) ?? null,
      time: /T(\d\d:\d\d)/u.exec(date ?? '')?.[1] ?? null,
      place: header?.dateline?.place ?? null,
      agency: header?.dateline?.agency ?? null,
      title: header?.title ?? null,
    }
    const { date: day, time, place, agency, title } = truth.header
    expect(found).toEqual({ date: day, time, place, agency, title })
    expect(source?.hash).toBe(truth.sha256)
  })
})

/** Counts of one measure over all articles of a language. */
interface Tally {
  right: number
  found: number
  wanted: number
}
const MEASURES = ['names', 'quotes', 'speakers', 'figures'] as const
type Score = Record<(typeof MEASURES)[number], Tally>

const blank = (): Score => ({
  names: { right: 0, found: 0, wanted: 0 },
  quotes: { right: 0, found: 0, wanted: 0 },
  speakers: { right: 0, found: 0, wanted: 0 },
  figures: { right: 0, found: 0, wanted: 0 },
})

const share = (part: number, whole: number) => (whole === 0 ? 1 : part / whole)
const f1 = ({ right, found, wanted }: Tally) => share(2 * right, found + wanted)
const overlap = (a: Span, b: Span) => Math.max(0, Math.min(a.end, b.end) - Math.max(a.start, b.start))

/** Truths with all offsets: each span known by its words alone is looked for after the one before it, from the start of the text if need be. */
function placed<T extends TrueSpan>(spans: readonly T[], text: string): (T & Span)[] {
  let from = 0
  return spans.map((span) => {
    if (span.start !== undefined && span.end !== undefined) return { ...span, start: span.start, end: span.end }
    const after = text.indexOf(span.text, from)
    const start = after < 0 ? text.indexOf(span.text) : after
    from = start + 1
    return { ...span, start, end: start < 0 ? start : start + span.text.length }
  })
}
const NAMED = new Set(['person', 'organization', 'place', 'event'])

const namesOf = (entity: { name: string; aliases: readonly string[] }) => [entity.name, ...entity.aliases]
const isSame = (entity: Entity, truth: Truth['entities'][number]) =>
  entity.type === truth.type && namesOf(entity).some((name) => [truth.as, ...namesOf(truth)].includes(name))

/** Whether two quotes share more than half of the letters of both. */
function isSameQuote(quote: Attribution, content: readonly Span[]): boolean {
  let common = 0
  for (const a of quote.content) for (const b of content) common += overlap(a, b)
  const length = (spans: readonly Span[]) => spans.reduce((sum, { start, end }) => sum + end - start, 0)
  return common > length(quote.content) / 2 && common > length(content) / 2
}

function isSpeaker(quote: Attribution, speaker: string | null, { entities }: Extracted, truth: Truth): boolean {
  const named = entities.find(({ id }) => id === quote.source.entityId)
  if (!named || speaker === null) return !named && speaker === null
  const person = truth.entities.find(({ name }) => name === speaker)
  return person ? isSame(named, person) : namesOf(named).includes(speaker)
}

const isSameFigure = (figure: Figure, truth: Span & { value: number | null }) =>
  overlap(figure, truth) > 0 && figure.value === truth.value

function add(score: Score, truth: Truth, got: Extracted): void {
  const named = got.entities.filter(({ type }) => NAMED.has(type))
  const wantedNames = truth.entities.filter(({ type }) => NAMED.has(type))
  score.names.wanted += wantedNames.length
  score.names.found += named.length
  score.names.right += wantedNames.filter((one) => named.some((entity) => isSame(entity, one))).length
  // Indirect speech has no marks to stand between, and is measured on the annotated sets.
  const wantedQuotes = truth.quotes.filter(({ kind }) => kind !== 'indirect')
  const quotes = got.attributions.filter(({ kind }) => kind !== 'indirect')
  score.quotes.wanted += wantedQuotes.length
  score.quotes.found += quotes.length
  for (const wanted of wantedQuotes) {
    const content = placed(wanted.content, got.text)
    const quote = quotes.find((one) => isSameQuote(one, content))
    score.speakers.wanted++
    if (!quote) continue
    score.quotes.right++
    score.speakers.found++
    if (isSpeaker(quote, wanted.speaker, got, truth)) score.speakers.right++
  }
  const figures = placed(truth.figures, got.text)
  const mayBe = placed(truth.optionalFigures ?? [], got.text)
  const optional = (figure: Figure) => mayBe.some((one) => overlap(one, figure) > 0)
  score.figures.wanted += truth.figures.length
  score.figures.found += got.figures.filter((figure) => !optional(figure)).length
  score.figures.right += figures.filter((one) => got.figures.some((figure) => isSameFigure(figure, one))).length
}

/**
 * F1 reached today, a little below; a better extraction raises them. English: 80.9, 95.9, 89.0, 97.6 of 100. The rules of the other
 * languages were written with these texts at hand, so their numbers say that nothing broke, not how they do elsewhere.
 */
const FLOORS: Record<string, Record<keyof Score, number>> = {
  en: { names: 0.8, quotes: 0.95, speakers: 0.88, figures: 0.965 },
  ru: { names: 0.83, quotes: 1, speakers: 1, figures: 0.94 },
  kk: { names: 0.62, quotes: 1, speakers: 0.8, figures: 1 },
  fr: { names: 0.63, quotes: 0.87, speakers: 0.87, figures: 0.87 },
  ar: { names: 0, quotes: 1, speakers: 0, figures: 0.94 },
  zh: { names: 0, quotes: 0.75, speakers: 0, figures: 0.96 },
}

describe('what is found in the sample corpus, against its truths', async () => {
  const scores = new Map<string, Score>()
  for (const [truth, got] of await extracted) {
    const score = scores.get(truth.language) ?? blank()
    add(score, truth, got)
    scores.set(truth.language, score)
  }
  const table = [...scores].map(([language, score]) => ({
    language,
    ...Object.fromEntries(MEASURES.map((measure) => [measure, Number((100 * f1(score[measure])).toFixed(1))])),
  }))
  console.table(table)

  it.each(
    Object.entries(FLOORS).flatMap(([language, floors]) => MEASURES.map((m) => [language, m, floors[m]] as const)),
  )('%s: %s at least %d', (language, measure, floor) => {
    expect(f1((scores.get(language) ?? blank())[measure])).toBeGreaterThanOrEqual(floor)
  })

  it.each([...scores])('%s: nothing is claimed where nothing is offered', (language, score) => {
    const { names, attributions, figures } = offeredFor(language)
    expect(score.names.found > 0).toBe(names !== 'none')
    expect(score.quotes.found > 0).toBe(attributions)
    expect(score.figures.found > 0).toBe(figures)
  })

  it('every span is the slice of the text at its offsets', async () => {
    for (const [, got] of await extracted) {
      const spans = [
        ...got.entities.flatMap(({ mentions }) => mentions),
        ...got.attributions.flatMap(({ content }) => content),
        ...got.figures,
      ]
      for (const { start, end, text } of spans) expect(text).toBe(got.text.slice(start, end))
    }
  })
})

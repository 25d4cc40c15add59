import type { Entity } from '../extract/types'
import { fold } from '../text/normalise'
import { overlap, type Range, type Span, spanOf } from '../text/span'
import { alignSentences, type AlignedPair } from './align'
import type { Comparable } from './comparable'
import type { ClaimArticle } from './conflicts/conflict'
import { quotedSentences, quoteLikeness } from './conflicts/quote-drift'
import { changesBetween } from './word-changes'

/** What an article does with a fact: tells it, leaves it out, tells it though the first telling does not, or tells it otherwise. */
export type FactState = 'carries' | 'omits' | 'adds' | 'changes'

export interface FactCell {
  state: FactState
  /** Where the article tells it, in its own words; null where it leaves it out. */
  span: Span | null
}

/** One fact and what each article of a family does with it, in the order of the articles. */
export interface FactRow {
  kind: 'quote' | 'figure' | 'name'
  /** As the first article to tell it puts it. */
  label: string
  cells: FactCell[]
}

/** Quotes alike from this on are the same words; below the second one they are different quotes. */
const SAME_QUOTE = 0.97
const ONE_QUOTE = 0.6

interface Fact extends Span {
  kind: FactRow['kind']
  label: string
  /** What makes two facts the same: folded names, value with unit; quotes are compared by their words. */
  keys: readonly string[]
}

interface Told {
  article: ClaimArticle
  facts: readonly Fact[]
  /** Alignment from the first article; empty for that one. */
  pairs: readonly AlignedPair[]
}

/**
 * Quotes, figures and names × members of a wire family; `articles` in the order in which they were told. Facts of the first article
 * come first, in its order, then what others add.
 */
export function omissionMatrix(articles: readonly ClaimArticle[]): FactRow[] {
  const [first] = articles
  if (!first) return []
  const tellers = articles.map((article, i) => ({
    told: {
      article,
      facts: factsOf(article),
      pairs: i === 0 ? [] : alignSentences(first.comparable, article.comparable),
    },
    accounted: new Set<Fact>(),
  }))
  return tellers.flatMap(({ told: teller, accounted: known }, from) =>
    teller.facts.flatMap((fact): FactRow[] => {
      if (known.has(fact)) return []
      const cells = tellers.map(({ told, accounted }, to): FactCell => {
        if (to < from) return { state: 'omits', span: null }
        if (to === from) return { state: from > 0 ? 'adds' : 'carries', span: spanIn(fact) }
        const found = counterpart(fact, from === 0 ? first : null, told, accounted)
        if (!found) return { state: 'omits', span: null }
        if (found.fact) accounted.add(found.fact)
        return { state: found.same ? (from > 0 ? 'adds' : 'carries') : 'changes', span: found.span }
      })
      return [{ kind: fact.kind, label: fact.label, cells }]
    }),
  )
}

const spanIn = ({ start, end, text }: Span): Span => ({ start, end, text })

interface Counterpart {
  /** Null where what stands there was not read as a fact of its own. */
  fact: Fact | null
  span: Span
  same: boolean
}

/** What an article has in the place of a fact; `first` is where sentences are aligned from, null for facts that are not from there. */
function counterpart(
  fact: Fact,
  first: ClaimArticle | null,
  other: Told,
  taken: ReadonlySet<Fact>,
): Counterpart | null {
  const free = other.facts.filter((one) => one.kind === fact.kind && !taken.has(one))
  const known = (one: Fact, same: boolean): Counterpart => ({ fact: one, span: spanIn(one), same })
  if (fact.kind === 'quote') {
    const [best] = free
      .map((one) => ({ one, likeness: quoteLikeness(fact.text, one.text) }))
      .sort((x, y) => y.likeness - x.likeness)
    return best && best.likeness >= ONE_QUOTE ? known(best.one, best.likeness >= SAME_QUOTE) : null
  }
  const equal = free.filter((one) => one.keys.some((key) => fact.keys.includes(key)))
  const change = first && changeAt(fact, first.comparable, other)
  // Where the sentence was told again with another value, that is what became of this fact, even if the value stands elsewhere too.
  if (change && !equal.some((one) => overlap(one, change.sentence) > 0)) {
    const replaced = free.find((one) => overlap(one, change.span) > 0)
    return replaced ? known(replaced, false) : { fact: null, span: change.span, same: false }
  }
  return equal[0] ? known(equal[0], true) : null
}

/** What stands in the other article in the place of a figure or name; null where it was not replaced. */
function changeAt(fact: Fact, first: Comparable, other: Told): { span: Span; sentence: Range } | null {
  const at = first.sentences.findIndex(({ start, end }) => start <= fact.start && fact.end <= end)
  const pair = other.pairs.find(({ a }) => a === at)
  const { comparable } = other.article
  const left = first.sentences[at]
  const right = pair?.b === null || pair?.b === undefined ? undefined : comparable.sentences[pair.b]
  if (!left || !right || pair?.relation === 'same') return null
  const kind = fact.kind === 'figure' ? 'number' : 'name'
  const change = changesBetween(first, comparable, left, right).find(
    (one) => one.kind === kind && one.a !== null && one.b !== null && overlap(one.a, fact) > 0,
  )
  return change?.b ? { span: change.b, sentence: right } : null
}

/** Quotes, figures and names of an article, each once, in text order. */
function factsOf(article: ClaimArticle): Fact[] {
  const { text } = article.comparable
  const quotes = quotedSentences(article).map(({ span, speaker }): Fact => ({
    ...span,
    kind: 'quote',
    label: `${speaker ? `${speaker}: ` : ''}“${oneLine(span.text)}”`,
    keys: [],
  }))
  const figures = article.comparable.figures.flatMap(({ start, end, value, unit }): Fact[] =>
    value === null
      ? []
      : [
          {
            ...spanOf(text, start, end),
            kind: 'figure',
            label: figureLabel(article, { start, end }),
            keys: [`${value} ${unit ?? ''}`],
          },
        ],
  )
  const names = article.extraction.entities.flatMap((entity) => nameFact(entity))
  const seen = new Set<string>()
  return [...quotes, ...figures, ...names]
    .sort((a, b) => a.start - b.start || a.end - b.end)
    .filter(({ kind, keys, label }) => {
      const key = `${kind} ${keys[0] ?? label}`
      if (seen.has(key)) return false
      seen.add(key)
      return true
    })
}

function nameFact({ type, name, aliases, mentions }: Entity): Fact[] {
  const first = mentions.find(({ form }) => form === 'name')
  if (!first || type === 'other') return []
  const { start, end, text } = first
  return [{ start, end, text, kind: 'name', label: name, keys: [name, ...aliases].map(fold) }]
}

/** A figure with the words it stands among. */
function figureLabel({ comparable: { text, sentences } }: ClaimArticle, { start, end }: Range): string {
  const sentence = sentences.find((one) => one.start <= start && end <= one.end)
  const after = text.slice(end, Math.min(sentence?.end ?? end, end + 40)).replace(/[.,;:!?"”)].*$/su, '')
  const words = after.trim().split(/\s+/u).slice(0, 4).join(' ')
  return oneLine(`${text.slice(start, end)} ${words}`).trim()
}

const oneLine = (text: string): string => text.replace(/\s+/gu, ' ')

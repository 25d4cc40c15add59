import type { Figure } from '../../extract/types'
import { stemEnglish } from '../../search/stem'
import { STOP_WORDS } from '../../search/stop-words'
import type { ComparableSentence, Word } from '../comparable'
import { countedClass, scopeOf } from './claim-kinds'
import type { ClaimArticle } from './conflict'

/** A figure with what stands around it, ready to be held against others. */
export interface FigureClaim {
  article: ClaimArticle
  figure: Figure & { value: number }
  sentence: ComparableSentence
  /** Stems near the figure with their nearness (1 beside it, falling with distance). */
  around: ReadonlyMap<string, number>
  /** What is counted, by class ("deaths"); null outside the classes. */
  counted: string | null
  /** Number of its sentence in the article, from 0. */
  order: number
  /** Keys of names within the sentence. */
  names: ReadonlySet<string>
  scopes: ReadonlySet<string>
}

const REACH = 9
const INSIDE = 1.5
/** "Two of our five berths", "four of them": a part of something, which no other count of it contradicts. */
const PART = /^\s+of (?:the|them|us|these|those|its|our|their|his|her)\b/u
/** Numbers about which nothing can be contradicted: spans of time inside other claims, and ordinals of lists. */
const NO_CLAIM = /^(?:second|minute|hour|day|week|month|decade|century)$/u

/** The claims of an article's figures, in text order. Values of null and figures outside of sentences are none. */
export function figureClaims(article: ClaimArticle): FigureClaim[] {
  const { comparable } = article
  return comparable.figures.flatMap((figure) => {
    const { value } = figure
    if (value === null || NO_CLAIM.test(figure.unit ?? '')) return []
    if (
      (figure.unit === null || figure.unit === 'people') &&
      PART.test(comparable.text.slice(figure.end, figure.end + 12))
    )
      return []
    const sentence = comparable.sentences.find(({ start, end }) => start <= figure.start && figure.end <= end)
    return sentence ? [claimOf(article, { ...figure, value }, sentence)] : []
  })
}

function claimOf(article: ClaimArticle, figure: FigureClaim['figure'], sentence: ComparableSentence): FigureClaim {
  const { words } = sentence
  const first = words.findIndex((word) => word.end > figure.start)
  const last = words.findLastIndex((word) => word.start < figure.end)
  const around = new Map<string, number>()
  const scopes = new Set<string>()
  words.forEach((word, i) => {
    const distance = i < first ? first - i : i > last ? i - last : 0
    if (distance > REACH) return
    const scope = scopeOf(word.key)
    if (scope) scopes.add(scope)
    if (word.kind === 'number' || word.key.length < 2 || STOP_WORDS.has(word.key)) return
    const stem = stemOf(word)
    // What is counted stands in the figure itself ("12 agreements").
    const near = distance === 0 ? INSIDE : 1 / (1 + (distance - 1) / 4)
    around.set(stem, Math.max(around.get(stem) ?? 0, near))
  })
  return {
    article,
    figure,
    sentence,
    around,
    counted: countsOf(figure, classNear(words, first, last)),
    order: article.comparable.sentences.indexOf(sentence),
    names: new Set(words.filter(({ kind }) => kind === 'name').map(({ key }) => key)),
    scopes,
  }
}

/** Other forms of a name and a counted thing share a stem; class words share their class. */
function stemOf(word: Word): string {
  return countedClass(word.key) ?? (word.kind === 'name' ? word.key : stemEnglish(word.key))
}

/** People are counted with or without the word, turnout in per cent; money near the word "dead" is no toll. */
function countsOf({ unit, text }: FigureClaim['figure'], counted: string | null): string | null {
  if (counted === 'turnout') return unit === 'percent' ? counted : null
  const people = unit === 'people' || (unit === null && /^[\p{L}\p{N}.,'-]+$/u.test(text))
  return people ? counted : null
}

/**
 * The class of the nearest class word. One before the figure belongs to it only when nothing parts them ("killing seven people and
 * injuring 23", but "four have died and 1,200 have been moved"), and none does across another number.
 */
function classNear(words: readonly Word[], first: number, last: number): string | null {
  let best: { counted: string; distance: number } | null = null
  const all = new Set<string>()
  words.forEach(({ key }, i) => {
    const counted = countedClass(key)
    if (!counted) return
    all.add(counted)
    const between = i < first ? words.slice(i + 1, first) : words.slice(last + 1, i)
    if (between.some((word) => word.kind === 'number' || word.key === 'and')) return
    const distance = i < first ? first - i : i - last
    if (!best || distance < best.distance) best = { counted, distance }
  })
  const found = best as { counted: string; distance: number } | null
  if (found && found.distance <= 6) return found.counted
  return all.size === 1 ? ([...all][0] ?? null) : null
}

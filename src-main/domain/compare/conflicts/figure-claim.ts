import type { Figure } from '../../extract/types'
import { stemEnglish } from '../../search/stem'
import { STOP_WORDS } from '../../search/stop-words'
import type { ComparableSentence, Word } from '../comparable'
import { countedClass, PARTS, scopeOf, WHOLES } from './claim-kinds'
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
const OPENING = 5
/** "… that auditors could not find at the bank's head office": a scope may stand at the end of what is counted. */
const SCOPE_REACH = 12
const NUMERALS = new Set(
  'one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred thousand million billion trillion dozen half quarter percent per cent'.split(
    ' ',
  ),
)
const isNumeral = (key: string): boolean => /\d/u.test(key) || NUMERALS.has(key)
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
  // "In the constituency of Alvor North, where …": what opens a sentence holds for all of it.
  for (const [i, word] of words.slice(0, OPENING).entries()) {
    const scope = scopeOf(word.key, words[i - 1]?.key)
    if (scope && words[0]?.key === 'in') scopes.add(scope)
  }
  words.forEach((word, i) => {
    const distance = i < first ? first - i : i > last ? i - last : 0
    const scope = distance <= SCOPE_REACH ? scopeOf(word.key, words[i - 1]?.key) : null
    if (scope) scopes.add(scope)
    if (distance > REACH) return
    if (distance > 0 ? word.kind === 'number' : !namesWhat(figure.unit, word.key)) return
    if (word.key.length < 2 || STOP_WORDS.has(word.key) || isNumeral(word.key)) return
    const stem = classAt(words, i) ?? (word.kind === 'name' ? word.key : stemEnglish(word.key))
    // What is counted stands in the figure itself ("12 agreements").
    const near = distance === 0 ? INSIDE : 1 / (1 + (distance - 1) / 4)
    around.set(stem, Math.max(around.get(stem) ?? 0, near))
  })
  // "In the Ust-Voln district of Kestrin province": the narrower one is meant.
  if (PARTS.some((part) => scopes.has(part))) for (const whole of WHOLES) scopes.delete(whole)
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

/** Whether a word inside a figure says what is counted ("12 agreements", "seven dockers"), and not only in what unit. */
const namesWhat = (unit: string | null, key: string): boolean =>
  unit === null || (unit === 'people' && key !== 'people' && key !== 'persons')

/** People are counted with or without the word, turnout in per cent; money near the word "dead" is no toll. */
function countsOf({ unit, text }: FigureClaim['figure'], counted: string | null): string | null {
  if (counted === 'turnout') return unit === 'percent' ? counted : null
  const people = unit === 'people' || (unit === null && /^[\p{L}\p{N}.,'-]+$/u.test(text))
  return people ? counted : null
}

const LEAVES = /^(?:left|leave|leaves|leaving|fled|flee|fleeing|abandoned|forced)$/u

/** The class of a word where it stands: who has "left their homes" was moved, wherever the homes are. */
function classAt(words: readonly Word[], i: number): string | null {
  const key = words[i]?.key ?? ''
  if (/^homes?$/u.test(key) && words.slice(Math.max(0, i - 3), i).some((word) => LEAVES.test(word.key)))
    return 'evacuees'
  return countedClass(key)
}

/**
 * The class of the nearest class word. One before the figure belongs to it only when nothing parts them ("killing seven people and
 * injuring 23", but "four have died and 1,200 have been moved"), and none does across another number.
 */
function classNear(words: readonly Word[], first: number, last: number): string | null {
  let best: { counted: string; distance: number } | null = null
  const all = new Set<string>()
  words.forEach((_word, i) => {
    const counted = classAt(words, i)
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

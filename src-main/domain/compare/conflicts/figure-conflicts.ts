import { isGrowing, SO_FAR } from './claim-kinds'
import type { ClaimArticle, ConflictKind } from './conflict'
import type { FigureClaim } from './figure-claim'

/** Two figures of one key. `kind` is null where they agree. */
export interface FigureMeeting {
  a: FigureClaim
  b: FigureClaim
  kind: ConflictKind | null
  likeness: number
}

/** Weighted Jaccard likeness of the words around two figures from which they count the same thing; set on the sample corpus. */
const SAME_THING = 0.2
/** With a class of their own ("deaths") less has to be alike, and nothing more where both stand in the first sentences. */
const SAME_CLASS = 0.12
const LEAD = 4

export interface StoryFacts {
  /** Inverse document frequency of a stem, 0 to 1. */
  rarity: (stem: string) => number
  /** When an article's dispatch was first told: a copy is as old as its origin. ISO date, '' where unknown. */
  told: (article: ClaimArticle) => string
}

/**
 * The figures of two articles of one story that count the same thing, each figure with its best counterpart. */
export function figureMeetings(
  left: readonly FigureClaim[],
  right: readonly FigureClaim[],
  { rarity, told }: StoryFacts,
): FigureMeeting[] {
  const scored = left.flatMap((a) =>
    right.flatMap((b) => {
      if (!sameUnit(a, b) || (a.counted !== b.counted && a.counted !== null && b.counted !== null)) return []
      const score = likenessAround(a, b, rarity)
      const classed = a.counted !== null && a.counted === b.counted
      const leads = classed && a.order < LEAD && b.order < LEAD
      return leads || score >= (classed ? SAME_CLASS : SAME_THING) ? [{ a, b, score: score + (classed ? 0.5 : 0) }] : []
    }),
  )
  const taken = new Set<FigureClaim>()
  const meetings: FigureMeeting[] = []
  // Equal values first: a figure that stands on both sides is not set against another one.
  scored.sort((x, y) => Number(agree(y.a, y.b)) - Number(agree(x.a, x.b)) || y.score - x.score)
  for (const { a, b, score } of scored) {
    if (taken.has(a) || taken.has(b)) continue
    taken.add(a)
    taken.add(b)
    const kind = agree(a, b) ? null : kindOf(a, b, told)
    if (kind !== 'none') meetings.push({ a, b, kind, likeness: score })
  }
  return meetings
}

const agree = (a: FigureClaim, b: FigureClaim): boolean => a.figure.value === b.figure.value

/** A count of people may be told without "people"; anything else must have the same unit. */
function sameUnit(a: FigureClaim, b: FigureClaim): boolean {
  const [x, y] = [a.figure.unit, b.figure.unit]
  if (x === y) return true
  const people = (unit: string | null) => unit === 'people' || unit === null
  return people(x) && people(y) && a.counted !== null && a.counted === b.counted
}

/**
 * What a correction puts in the place of an earlier article's figure: where it names that figure again, its other figures of the same
 * class are the mended ones. The figure it takes back is no claim of its own.
 */
export function corrections(earlier: readonly FigureClaim[], mending: readonly FigureClaim[]): FigureMeeting[] {
  return earlier.flatMap((a) => {
    const again = mending.find((claim) => claim.counted !== null && claim.counted === a.counted && agree(claim, a))
    const mended = mending.find((claim) => again && claim.counted === again.counted && !agree(claim, again))
    return mended ? [{ a, b: mended, kind: 'correction' as const, likeness: 1 }] : []
  })
}

function likenessAround(a: FigureClaim, b: FigureClaim, rarity: (stem: string) => number): number {
  let shared = 0
  let all = 0
  for (const stem of new Set([...a.around.keys(), ...b.around.keys()])) {
    const [x, y] = [a.around.get(stem) ?? 0, b.around.get(stem) ?? 0]
    const weight = rarity(stem)
    // Near in one and farther off in the other is still the same word: the geometric mean of the two.
    shared += weight * Math.sqrt(x * y)
    all += weight * Math.max(x, y)
  }
  return all === 0 ? 0 : shared / all
}

function kindOf(a: FigureClaim, b: FigureClaim, told: StoryFacts['told']): ConflictKind | 'none' {
  if (isRounding(a, b)) return 'rounding'
  if (otherPeriod(a, b)) return 'none'
  if (otherScope(a, b)) return 'scope'
  if (grows(a, b, told)) return 'update'
  return 'contradiction'
}

/** Whether one value is the other with fewer figures ("4.2 million" for 4,187,000; "48" for 48.2), as its printed precision allows. */
function isRounding(a: FigureClaim, b: FigureClaim): boolean {
  const [x, y] = [a.figure.value, b.figure.value]
  return roundsTo(x, y) || roundsTo(y, x)
}

function roundsTo(exact: number, rounded: number): boolean {
  if (rounded === 0 || Math.abs(exact - rounded) / Math.abs(rounded) > 0.05) return false
  const digits = significant(rounded)
  return significant(exact) > digits && Number(exact.toPrecision(digits)) === rounded
}

/** Significant digits of a value as it is written without trailing zeros: 2 for 4,200,000, 4 for 4,187,000. */
function significant(value: number): number {
  return value.toExponential().replace(/e.*$/u, '').replace(/[-.]/gu, '').length
}

const sentenceText = ({ article, sentence }: FigureClaim): string =>
  article.comparable.text.slice(sentence.start, sentence.end)

/** Whether an article as a whole is a correction. */
export function isCorrection({ title, comparable }: ClaimArticle): boolean {
  return (
    /^\W*(?:correct(?:ion|s|ed)|clarification|rectificatif|исправлен|تصحيح|更正)/iu.test(title ?? '') ||
    /\((?:corrects|refiles|repeats)\b/iu.test(comparable.text.slice(0, 400))
  )
}

/** Spans of business time that cannot be held against each other: another year, season or quarter. */
function otherPeriod(a: FigureClaim, b: FigureClaim): boolean {
  const [x, y] = [spanOfTime(a), spanOfTime(b)]
  return x !== null && y !== null && x !== y
}

const SPAN =
  /\b(?:(first|second|third|fourth|last|this|next|previous) (?:quarter|year|season|half|month)|(season|year|quarter) (?:before|earlier)|(?:19|20)\d\d)\b/iu

function spanOfTime(claim: FigureClaim): string | null {
  const text = claim.article.comparable.text
  const { figure, sentence } = claim
  const near = text.slice(Math.max(sentence.start, figure.start - 90), Math.min(sentence.end, figure.end + 90))
  return SPAN.exec(near)?.[0].toLowerCase() ?? null
}

function otherScope(a: FigureClaim, b: FigureClaim): boolean {
  const onlyIn = (x: FigureClaim, y: FigureClaim) => [...x.scopes].some((scope) => !y.scopes.has(scope))
  // One side that says how far it reaches and another that says otherwise; silence is no scope.
  if (a.scopes.size > 0 && b.scopes.size > 0) return onlyIn(a, b) && onlyIn(b, a)
  const narrow = ['constituency', 'district', 'head office']
  return [a, b].some((claim) => [...claim.scopes].some((scope) => narrow.includes(scope)))
}

/** Whether a running count was told twice, the later time with more. */
function grows(a: FigureClaim, b: FigureClaim, told: StoryFacts['told']): boolean {
  if (!isGrowing(a.counted ?? b.counted) && soFar(a) === null && soFar(b) === null) return false
  const [x, y] = [told(a.article), told(b.article)]
  const [atA, atB] = [soFar(a), soFar(b)]
  if (atA !== null && atA === atB) return false
  if (x === y) {
    // Of two told at once the one that says how far the count had come ("by evening") is the later; if both do, they differ in that.
    if (atA === null && atB === null) return false
    return atA !== null && atB !== null ? true : (atA !== null) === a.figure.value > b.figure.value
  }
  const [early, late] = x < y ? [a, b] : [b, a]
  if (early.figure.value >= late.figure.value) return false
  // The same day's stories contradict each other unless one says that it counts later.
  return x.slice(0, 10) !== y.slice(0, 10) || soFar(late) !== null || soFar(early) !== null
}

/** The words that say how far a count had come ("by tuesday evening"); null without any. */
const soFar = (claim: FigureClaim): string | null => SO_FAR.exec(sentenceText(claim))?.[0].toLowerCase() ?? null

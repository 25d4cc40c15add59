import { isGrowing, PARTS, SO_FAR, WHOLES } from './claim-kinds'
import type { ClaimArticle, ConflictKind } from './conflict'
import { isDigitSlip } from './digit-slip'
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
/**
 * Two values of which one is the other with fewer digits are seldom so by chance: little else need be alike. Percentages and plain
 * counts are small numbers that round to each other easily, and need more.
 */
const ROUNDED_MEASURE = 0.03
const ROUNDED_SHARE = 0.06
/** A part and the whole are told in different sentences. */
const SCOPED = 0.12
const SCOPED_CLASS = 0.05
/** Sentences apart at most within which one article tells a part and the whole. */
const NEARBY = 4
/** Nor are values of one unit with the same digits in another order or with a zero more: a slip of whoever copied them. */
const SLIPPED = 0.1

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
      return leads || score >= leastLikeness(a, b, classed) ? [{ a, b, score: score + (classed ? 0.5 : 0) }] : []
    }),
  )
  const taken = new Set<FigureClaim>()
  const meetings: FigureMeeting[] = []
  // Equal values first, then rounded ones: a figure that stands on both sides is not set against another one.
  const sameness = ({ a, b }: { a: FigureClaim; b: FigureClaim }) => (agree(a, b) ? 2 : isRounding(a, b) ? 1 : 0)
  scored.sort((x, y) => sameness(y) - sameness(x) || y.score - x.score)
  for (const { a, b, score } of scored) {
    const kind = agree(a, b) ? null : kindOf(a, b, told)
    // A part and the whole may both have other counterparts: a figure of another scope takes none away.
    if (taken.has(a) && (kind !== 'scope' || taken.has(b))) continue
    if (taken.has(b) && kind !== 'scope') continue
    if (kind !== 'scope') {
      taken.add(a)
      taken.add(b)
    }
    if (kind !== 'none') meetings.push({ a, b, kind, likeness: score })
  }
  return meetings
}

function leastLikeness(a: FigureClaim, b: FigureClaim, classed: boolean): number {
  if (classed) return otherScope(a, b) ? SCOPED_CLASS : SAME_CLASS
  if (agree(a, b)) return SAME_THING
  const { unit } = a.figure
  const measured = unit !== null && unit !== 'percent' && unit !== 'people'
  if (isRounding(a, b)) return measured ? ROUNDED_MEASURE : ROUNDED_SHARE
  if (unit !== null && otherScope(a, b)) return SCOPED
  return unit !== null && isDigitSlip(a.figure.value, b.figure.value) ? SLIPPED : SAME_THING
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

/** Whether one figure says that it counts a part and the other, larger one that it counts the whole. */
function isPartOf(part: FigureClaim, whole: FigureClaim): boolean {
  const says = (claim: FigureClaim, scopes: readonly string[]) => scopes.some((scope) => claim.scopes.has(scope))
  return says(part, PARTS) && says(whole, WHOLES) && !says(part, WHOLES) && part.figure.value < whole.figure.value
}

/** Figures of one article that count a part and the whole of one thing: of one unit of money or measure, a few sentences apart. */
export function partsAndWholes(claims: readonly FigureClaim[]): FigureMeeting[] {
  return claims.flatMap((a) => {
    const { unit } = a.figure
    if (unit === null || unit === 'percent' || unit === 'people') return []
    return claims
      .filter((b) => b.figure.unit === unit && Math.abs(a.order - b.order) <= NEARBY && isPartOf(a, b))
      .map((b) => ({ a, b, kind: 'scope' as const, likeness: 1 }))
  })
}

function otherScope(a: FigureClaim, b: FigureClaim): boolean {
  const onlyIn = (x: FigureClaim, y: FigureClaim) => [...x.scopes].some((scope) => !y.scopes.has(scope))
  // One side that says how far it reaches and another that says otherwise; silence is no scope.
  if (a.scopes.size > 0 && b.scopes.size > 0) return onlyIn(a, b) && onlyIn(b, a)
  return [a, b].some((claim) => [...claim.scopes].some((scope) => PARTS.includes(scope)))
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

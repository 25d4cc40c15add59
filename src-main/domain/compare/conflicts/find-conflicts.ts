import { stemEnglish } from '../../search/stem'
import { type Range, spanOf } from '../../text/span'
import { countedClass } from './claim-kinds'
import {
  type ClaimArticle,
  type Conflict,
  CONFLICT_KINDS,
  type ConflictKind,
  type ConflictSide,
  type Evidence,
} from './conflict'
import { clausesOf, type Denial, denials, disputes } from './denials'
import { type FigureClaim, figureClaims } from './figure-claim'
import {
  corrections,
  type FigureMeeting,
  figureMeetings,
  isCorrection,
  partsAndWholes,
  type StoryFacts,
} from './figure-conflicts'
import { type Drift, quotedSentences, quoteDrifts } from './quote-drift'
import { sameStoryPairs } from './same-story'

/**
 * What the articles of a folder say about one thing and do not agree on: figures of one key with different values, quotes that changed
 * on the way, statements that another denies. Only `pairs` are held against each other, by default those of one story. Sorted by weight: kind, then how
 * many origins stand behind it, then path.
 */
export function findConflicts(
  articles: readonly ClaimArticle[],
  pairs: readonly (readonly [ClaimArticle, ClaimArticle])[] = sameStoryPairs(articles),
): Conflict[] {
  const rarity = rarityIn(articles)
  const once = <T>(make: (article: ClaimArticle) => T) => {
    const made = new Map<ClaimArticle, T>()
    return (article: ClaimArticle): T => {
      const known = made.get(article)
      if (known !== undefined) return known
      const value = make(article)
      made.set(article, value)
      return value
    }
  }
  const claims = once((article) => leadingClaims(article, figureClaims(article)))
  const quotes = once(quotedSentences)
  const clauses = once(clausesOf)
  const meetings: FigureMeeting[] = []
  const drifts: Drift[] = []
  const denied: Denial[] = []
  for (const article of articles) {
    denied.push(...disputes(clauses(article), rarity))
    meetings.push(...partsAndWholes(claims(article)))
  }
  const facts = { rarity, told: firstTold(articles) }
  for (const [a, b] of pairs) {
    meetings.push(...meetingsOf(claims(a), claims(b), facts, a, b))
    drifts.push(...quoteDrifts(quotes(a), quotes(b)))
    denied.push(...denials(clauses(a), clauses(b), rarity))
  }
  const found = [...figureConflicts(meetings, claims), ...driftConflicts(drifts), ...denialConflicts(denied)]
  const weight = ({ kind, sides }: Conflict) =>
    CONFLICT_KINDS.indexOf(kind) * 1000 - sides.reduce((sum, { origins }) => sum + origins, 0)
  const first = ({ sides }: Conflict) => `${sides[0]?.evidence[0]?.path ?? ''} ${sides[0]?.evidence[0]?.start ?? 0}`
  return found.sort((x, y) => weight(x) - weight(y) || (first(x) < first(y) ? -1 : 1))
}

function meetingsOf(
  left: readonly FigureClaim[],
  right: readonly FigureClaim[],
  facts: StoryFacts,
  a: ClaimArticle,
  b: ClaimArticle,
): FigureMeeting[] {
  if (isCorrection(a) === isCorrection(b)) return figureMeetings(left, right, facts)
  const [earlier, mending] = isCorrection(b) ? [left, right] : [right, left]
  const takenBack = (claim: FigureClaim) =>
    earlier.some(
      ({ counted, figure }) => counted !== null && counted === claim.counted && figure.value === claim.figure.value,
    )
  const own = mending.filter((claim) => !takenBack(claim))
  const mended = corrections(earlier, mending)
  const isMended = (meeting: FigureMeeting) => mended.some((one) => one.a === meeting.a && one.b === meeting.b)
  return [...figureMeetings(earlier, own, facts).filter((meeting) => !isMended(meeting)), ...mended]
}

/** When an article's dispatch was first told: the earliest date of its origin. */
function firstTold(articles: readonly ClaimArticle[]): StoryFacts['told'] {
  const first = new Map<string, string>()
  for (const { origin, date } of articles) {
    const known = first.get(origin)
    if (date && (known === undefined || date < known)) first.set(origin, date)
  }
  return ({ origin, date }) => first.get(origin) ?? date ?? ''
}

/** Inverse document frequency of a stem over its maximum; a folder of a handful counts as fifty, so that its words still tell things apart. */
function rarityIn(articles: readonly ClaimArticle[]): (stem: string) => number {
  const holders = new Map<string, number>()
  for (const { comparable } of articles) {
    const stems = new Set(
      comparable.sentences.flatMap(({ words }) =>
        words.map(({ key, kind }) => countedClass(key) ?? (kind === 'name' ? key : stemEnglish(key))),
      ),
    )
    for (const stem of stems) holders.set(stem, (holders.get(stem) ?? 0) + 1)
  }
  const total = Math.max(articles.length, 50)
  return (stem) => Math.log((total + 1) / ((holders.get(stem) ?? 0) + 0.5)) / Math.log(total + 1)
}

/** Of several counts of one class in an article the toll is the largest; the others count parts of it. A correction names both. */
function leadingClaims(article: ClaimArticle, claims: FigureClaim[]): FigureClaim[] {
  if (isCorrection(article)) return claims
  const largest = new Map<string, number>()
  for (const { counted, figure } of claims)
    if (counted) largest.set(counted, Math.max(largest.get(counted) ?? -Infinity, figure.value))
  return claims.filter(({ counted, figure }) => counted === null || figure.value === largest.get(counted))
}

function figureConflicts(
  meetings: readonly FigureMeeting[],
  claimsOf: (article: ClaimArticle) => readonly FigureClaim[],
): Conflict[] {
  const groupOf = new Map<FigureClaim, Set<FigureClaim>>()
  for (const { a, b } of meetings) {
    const [x, y] = [groupOf.get(a) ?? new Set([a]), groupOf.get(b) ?? new Set([b])]
    const joined = x === y ? x : new Set([...x, ...y])
    for (const claim of joined) groupOf.set(claim, joined)
  }
  const byGroup = new Map<Set<FigureClaim>, Map<ConflictKind, Set<number>>>()
  for (const { a, b, kind } of meetings) {
    if (kind === null) continue
    const group = groupOf.get(a) ?? new Set([a, b])
    const kinds = byGroup.get(group) ?? new Map<ConflictKind, Set<number>>()
    byGroup.set(group, kinds)
    const values = kinds.get(kind) ?? new Set<number>()
    kinds.set(kind, values.add(a.figure.value).add(b.figure.value))
  }
  return [...byGroup].flatMap(([group, kinds]) =>
    [...kinds].map(([kind, values]): Conflict => {
      const met = [...group].filter(({ figure }) => values.has(figure.value))
      const claims = inOrder([
        ...new Set([...met, ...met.flatMap((claim) => toldAgain(claim, claimsOf(claim.article)))]),
      ])
      const named = claims.find(({ figure }) => figure.what) ?? claims[0]!
      const { what, unit, subject, period } = named.figure
      return {
        kind,
        key: { what: named.counted ?? what, unit, subject, period },
        sides: sidesBy(
          claims,
          ({ figure }) => figure.value,
          ({ article, figure }) => evidence(article, figure),
        ),
      }
    }),
  )
}

/** Other places of an article that give the same count: its headline and its first sentence. */
function toldAgain(claim: FigureClaim, all: readonly FigureClaim[]): FigureClaim[] {
  if (claim.counted === null) return []
  return all.filter(({ counted, figure }) => counted === claim.counted && figure.value === claim.figure.value)
}

const inOrder = (claims: FigureClaim[]): FigureClaim[] =>
  claims.sort((x, y) =>
    x.article.path < y.article.path ? -1 : x.article.path > y.article.path ? 1 : x.figure.start - y.figure.start,
  )

const evidence = ({ path, comparable }: ClaimArticle, { start, end }: Range): Evidence => ({
  path,
  ...spanOf(comparable.text, start, end),
})

/** One side per value, in the order in which the values come. */
function sidesBy<T extends { article: ClaimArticle }>(
  claims: readonly T[],
  valueOf: (claim: T) => number | string,
  evidenceOf: (claim: T) => Evidence,
): ConflictSide[] {
  const sides = new Map<number | string, T[]>()
  for (const claim of claims) sides.set(valueOf(claim), [...(sides.get(valueOf(claim)) ?? []), claim])
  return [...sides].map(([value, members]) => ({
    value: typeof value === 'number' ? value : null,
    origins: new Set(members.map(({ article }) => article.origin)).size,
    evidence: members.map(evidenceOf),
  }))
}

/** One conflict per quote: all its versions as sides. */
function driftConflicts(drifts: readonly Drift[]): Conflict[] {
  const conflicts = new Map<string, Conflict & { versions: Map<string, Drift['a'][]> }>()
  for (const { a, b, changed } of drifts) {
    const what = changed
      ? `words changed: ${changed
          .map((words) => words || '(nothing)')
          .sort()
          .join(' / ')}`
      : `speaker changed: ${a.speaker} / ${b.speaker}`
    // The sentences of one quote change their speaker together.
    const key = changed ? what : `speaker ${[a.speaker, b.speaker].sort().join(' / ')}`
    const known = conflicts.get(key) ?? {
      kind: 'quote-drift' as const,
      key: { what, unit: null, subject: a.speaker ?? b.speaker, period: null },
      sides: [],
      versions: new Map<string, Drift['a'][]>(),
    }
    conflicts.set(key, known)
    for (const one of [a, b]) {
      const version = changed ? one.words.join(' ') : (one.speaker ?? '')
      const members = known.versions.get(version) ?? []
      known.versions.set(version, members)
      if (!members.some(({ article, span }) => article === one.article && span.start === one.span.start))
        members.push(one)
    }
  }
  return [...conflicts.values()].map(({ kind, key, versions }) => ({
    kind,
    key,
    sides: [...versions].flatMap(([version, members]) =>
      sidesBy(
        members,
        () => version,
        ({ article, span }) => evidence(article, span),
      ),
    ),
  }))
}

/** One conflict per denying sentence, with all that affirm what it denies. */
function denialConflicts(list: readonly Denial[]): Conflict[] {
  const byDenial = new Map<string, Denial[]>()
  for (const denial of list) {
    const words = denial.denies.article.comparable.text.slice(denial.denies.sentence.start, denial.denies.sentence.end)
    const key = `${denial.kind} ${words.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, ' ')}`
    byDenial.set(key, [...(byDenial.get(key) ?? []), denial])
  }
  return [...byDenial.values()].map((group) => {
    const side = (pick: (denial: Denial) => Denial['denies']) => {
      const seen = new Map(
        group.map((denial) => [`${pick(denial).article.path} ${pick(denial).sentence.start}`, pick(denial)]),
      )
      return sidesBy(
        [...seen.values()],
        () => 'side',
        ({ article, sentence }) => evidence(article, sentence),
      )
    }
    const { denies, kind } = group[0]!
    const shared = [...denies.stems].flatMap(([stem, word]) => (group[0]!.affirms.stems.has(stem) ? [word] : []))
    return {
      kind,
      key: { what: shared.join(' '), unit: null, subject: null, period: null },
      sides: [...side(({ affirms }) => affirms), ...side((denial) => denial.denies)],
    }
  })
}

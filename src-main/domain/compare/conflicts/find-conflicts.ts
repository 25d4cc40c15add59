import { type Range, spanOf } from '../../text/span'
import { type ClaimArticle, type Conflict, CONFLICT_KINDS, type Evidence } from './conflict'
import { sidesBy } from './conflict-sides'
import { type Clause, clausesOf, type Denial, denials, disputes } from './denials'
import { type FigureClaim, figureClaims } from './figure-claim'
import {
  corrections,
  type FigureMeeting,
  figureMeetings,
  isCorrection,
  partsAndWholes,
  type StoryFacts,
} from './figure-conflicts'
import { FigureGroups } from './figure-groups'
import { type Drift, quotedSentences, type QuotedSentence, quoteDrifts } from './quote-drift'
import { sameStoryPairs, type Story, storyOf } from './same-story'
import { StemCounter } from './stem-rarity'

const evidence = ({ path, comparable }: ClaimArticle, { start, end }: Range): Evidence => ({
  path,
  ...spanOf(comparable.text, start, end),
})

/** The articles of a folder, of which only the stories are kept at hand. */
export interface ConflictSource {
  stories: readonly Story[]
  /** The article of a story; may be read anew whenever it is asked for. */
  load: (story: Story) => ClaimArticle
  /** Inverse document frequency of a stem, 0 to 1. */
  rarity: (stem: string) => number
}

/** Articles whose claims are kept while their neighbours in time are held against them. */
const AT_HAND = 1500

/**
 * What articles say about one thing and do not agree on: figures of one key with different values, quotes that changed on the way,
 * statements that another denies. Only `pairs` are held against each other, by default those of one story. Sorted by weight: kind,
 * then how many origins stand behind it, then path.
 */
export function findConflicts(
  articles: readonly ClaimArticle[],
  pairs?: readonly (readonly [ClaimArticle, ClaimArticle])[],
): Conflict[] {
  const stems = new StemCounter()
  const byPath = new Map(articles.map((article) => [article.path, article]))
  const stories = new Map(articles.map((article) => [article, { ...storyOf(article), origin: article.origin }]))
  for (const { comparable } of articles) stems.add(comparable)
  const load = ({ path }: Story): ClaimArticle => {
    const article = byPath.get(path)
    if (!article) throw new Error(`There is no article ${path}`)
    return article
  }
  const chosen = pairs?.flatMap(([a, b]): [Story, Story][] => {
    const [x, y] = [stories.get(a), stories.get(b)]
    return x && y ? [[x, y]] : []
  })
  return conflictsIn({ stories: [...stories.values()], load, rarity: stems.rarity }, chosen)
}

/** The same for a folder that is too large to be at hand as a whole. */
export function conflictsIn(
  { stories, load, rarity }: ConflictSource,
  pairs: readonly (readonly [Story, Story])[] = sameStoryPairs(stories),
): Conflict[] {
  const recent = new Map<string, Claims>()
  const claims = (story: Story): Claims => {
    const known = recent.get(story.path) ?? claimsOf(load(story))
    recent.delete(story.path)
    recent.set(story.path, known)
    const [oldest] = recent.keys()
    if (recent.size > AT_HAND && oldest !== undefined) recent.delete(oldest)
    return known
  }
  const figures = new FigureGroups()
  const drifts: Drift[] = []
  const denied: Denial[] = []
  const facts = { rarity, told: firstTold(stories) }
  const partners = new Map<Story, Story[]>()
  for (const [a, b] of pairs) partners.set(a, [...(partners.get(a) ?? []), b])
  for (const story of stories) {
    const a = claims(story)
    denied.push(...disputes(a.clauses, rarity))
    figures.add(partsAndWholes(a.figures), a.figures, a.figures)
    for (const other of partners.get(story) ?? []) {
      const b = claims(other)
      figures.add(meetingsOf(a.figures, b.figures, facts, a.article, b.article), a.figures, b.figures)
      drifts.push(...quoteDrifts(a.quotes, b.quotes))
      denied.push(...denials(a.clauses, b.clauses, rarity))
    }
  }
  const found = [...figures.conflicts(), ...driftConflicts(drifts), ...denialConflicts(denied)]
  const weight = ({ kind, sides }: Conflict) =>
    CONFLICT_KINDS.indexOf(kind) * 1000 - sides.reduce((sum, { origins }) => sum + origins, 0)
  const first = ({ sides }: Conflict) => `${sides[0]?.evidence[0]?.path ?? ''} ${sides[0]?.evidence[0]?.start ?? 0}`
  return found.sort((x, y) => weight(x) - weight(y) || (first(x) < first(y) ? -1 : 1))
}

/** What an article claims, ready to be held against others. */
interface Claims {
  article: ClaimArticle
  figures: readonly FigureClaim[]
  quotes: readonly QuotedSentence[]
  clauses: readonly Clause[]
}

const claimsOf = (article: ClaimArticle): Claims => ({
  article,
  figures: leadingClaims(article, figureClaims(article)),
  quotes: quotedSentences(article),
  clauses: clausesOf(article),
})

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
function firstTold(stories: readonly Story[]): StoryFacts['told'] {
  const first = new Map<string, string>()
  for (const { origin, date } of stories) {
    const known = first.get(origin)
    if (date && (known === undefined || date < known)) first.set(origin, date)
  }
  return ({ origin, date }) => first.get(origin) ?? date ?? ''
}

/** Of several counts of one class in an article the toll is the largest; the others count parts of it. A correction names both. */
function leadingClaims(article: ClaimArticle, claims: FigureClaim[]): FigureClaim[] {
  if (isCorrection(article)) return claims
  const largest = new Map<string, number>()
  for (const { counted, figure } of claims)
    if (counted) largest.set(counted, Math.max(largest.get(counted) ?? -Infinity, figure.value))
  return claims.filter(({ counted, figure }) => counted === null || figure.value === largest.get(counted))
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
        ({ article }) => article.origin,
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
        ({ article }) => article.origin,
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

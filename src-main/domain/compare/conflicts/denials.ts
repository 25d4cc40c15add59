import { stemEnglish } from '../../search/stem'
import { STOP_WORDS } from '../../search/stop-words'
import { type ComparableSentence, negates, type Word } from '../comparable'
import { CORRECTS } from './claim-kinds'
import type { ClaimArticle } from './conflict'
import { isCorrection } from './figure-conflicts'

/** A clause with a negation, or one that may affirm what such a clause denies. */
export interface Clause {
  article: ClaimArticle
  sentence: ComparableSentence
  /** By stem, the word as it stands there. */
  stems: ReadonlyMap<string, string>
  negated: boolean
  /** The first word after the negation that says something: what is denied. Null where nothing is negated. */
  denied: string | null
}

export interface Denial {
  affirms: Clause
  denies: Clause
  kind: 'denial' | 'correction'
}

/** Share of a denying clause's weight that must stand in the affirming one. */
const COVERED = 0.6
/** Least weight of what both say: two words that few articles of the folder have, or more of common ones. */
const LEAST_SHARED = 1.15
/** A clause goes no farther than this from its negation. */
const REACH = 8
/** A correction says in its first sentences what it mends; the rest tells the story anew. */
const HEAD = 3

const PRONOUNS = new Set(['he', 'she', 'they'])

/** The names whom "he" or "she" at the start of a clause may mean: the last person named before it. */
function namesBefore({ comparable, extraction }: ClaimArticle, sentence: ComparableSentence): Word[] {
  const at = comparable.sentences.indexOf(sentence)
  for (const before of [comparable.sentences[at - 1], comparable.sentences[at - 2]]) {
    if (!before) continue
    const people = extraction.entities
      .filter(({ type }) => type === 'person')
      .flatMap(({ mentions }) => mentions.filter(({ form }) => form === 'name'))
      .filter(({ start, end }) => start >= before.start && end <= before.end)
      .sort((x, y) => x.start - y.start)
    const [first] = people
    if (first) return before.words.filter(({ start, end }) => start >= first.start && end <= first.end).slice(-1)
  }
  return []
}

/** Clauses of an article, by the commas and dashes of its sentences; `negated` where one holds a negation. */
export function clausesOf(article: ClaimArticle): Clause[] {
  return article.comparable.sentences.flatMap((sentence) =>
    clauses(article.comparable.text, sentence.words).map((own) => {
      const words = PRONOUNS.has(own[0]?.key ?? '') ? [...namesBefore(article, sentence), ...own] : own
      const at = words.findIndex(({ key }) => negates(key))
      const near = at < 0 ? words : words.slice(Math.max(0, at - REACH), at + REACH + 1)
      const denied = at < 0 ? null : ([...stemsOf(words.slice(at + 1)).keys()][0] ?? null)
      return { article, sentence, stems: stemsOf(near, article.comparable.text), negated: at >= 0, denied }
    }),
  )
}

function clauses(text: string, words: readonly Word[]): Word[][] {
  const all: Word[][] = [[]]
  words.forEach((word, i) => {
    const before = words[i - 1]
    const gap = before ? text.slice(before.end, word.start) : ''
    if (/[,;—–()]|[:.!?]\s|["“”]|، /u.test(gap) || word.key === 'but') all.push([])
    all.at(-1)!.push(word)
  })
  // "…was questioned and released, not arrested": a denial of one word speaks of what stands before it.
  for (let i = all.length - 1; i > 0; i--) {
    const clause = all[i] ?? []
    if (clause.some(({ key }) => negates(key)) && stemsOf(clause).size < 2)
      all.splice(i - 1, 2, [...(all[i - 1] ?? []), ...clause])
  }
  // "…, Hugo Anselme, …": a name set beside what it names belongs to it.
  for (let i = all.length - 1; i > 0; i--) {
    const clause = all[i] ?? []
    if (clause.length < 3 && clause.every(({ kind }) => kind === 'name'))
      all.splice(i - 1, 2, [...(all[i - 1] ?? []), ...clause])
  }
  return all.filter((clause) => clause.length >= 3)
}

function stemsOf(words: readonly Word[], text = ''): Map<string, string> {
  return new Map(
    words
      .filter(({ key }) => key.length > 1 && !STOP_WORDS.has(key) && !negates(key))
      .map(({ key, kind, start, end }) => [kind === 'name' ? key : stemEnglish(key), text.slice(start, end)]),
  )
}

/**
 * Clauses of two articles of one story of which one denies what the other says. `rarity` of a stem is its inverse document
 * frequency, 0 to 1.
 */
export function denials(left: readonly Clause[], right: readonly Clause[], rarity: (stem: string) => number): Denial[] {
  return [...oneWay(left, right, rarity), ...oneWay(right, left, rarity)]
}

/** Words by which somebody takes a stand against what somebody else said. */
const TAKES_A_STAND =
  /\b(?:den(?:y|ies|ied)|reject(?:s|ed)|dismiss(?:es|ed)|disput(?:es|ed)|refut(?:es|ed)|contradict(?:s|ed)|untrue|false claims?)\b/iu

/** Within one article only a stand against another's words is a dispute: reporters negate all the time without denying anything. */
export function disputes(clauses: readonly Clause[], rarity: (stem: string) => number): Denial[] {
  return oneWay(clauses, clauses, rarity).filter(({ affirms, denies }) => {
    const { text } = denies.article.comparable
    const near = text.slice(Math.max(0, denies.sentence.start - 160), denies.sentence.end)
    return affirms.sentence !== denies.sentence && TAKES_A_STAND.test(near)
  })
}

function oneWay(denying: readonly Clause[], affirming: readonly Clause[], rarity: (stem: string) => number): Denial[] {
  const holders = new Map<string, Clause[]>()
  for (const clause of affirming) {
    if (clause.negated) continue
    for (const stem of clause.stems.keys()) holders.set(stem, [...(holders.get(stem) ?? []), clause])
  }
  return denying.flatMap((denies) => {
    if (denies.denied === null || denies.stems.size < 2) return []
    const shared = new Map((holders.get(denies.denied) ?? []).map((clause) => [clause, 0]))
    let all = 0
    for (const stem of denies.stems.keys()) {
      all += rarity(stem)
      for (const clause of holders.get(stem) ?? [])
        if (shared.has(clause)) shared.set(clause, (shared.get(clause) ?? 0) + rarity(stem))
    }
    const [best] = [...shared].sort(([, x], [, y]) => y - x)
    if (!best || best[1] < LEAST_SHARED || best[1] < COVERED * all) return []
    // Two versions of one quote are no claim and denial: they stand among the quotes that drifted.
    if (denies.sentence.quoted > 0.4 && best[0].sentence.quoted > 0.4) return []
    const words = denies.article.comparable.text.slice(denies.sentence.start, denies.sentence.end)
    const inHead = denies.article.comparable.sentences.indexOf(denies.sentence) < HEAD
    const kind = CORRECTS.test(words) || (isCorrection(denies.article) && inHead) ? 'correction' : 'denial'
    return [{ affirms: best[0], denies, kind }]
  })
}

import { resolveAnchor } from '../evidence/resolve-anchor'
import { wellFormed } from '../evidence/well-formed'
import type { Alteration } from './read-table'
import { figureRules } from './rules/figure-rules'
import { quoteRules } from './rules/quote-rules'
import { RULES } from './rules/rule'
import { tableSentences, type SourceTable, type TableCitation, type TableSentence } from './source-table'
import type { BriefingCitation } from './types'

/** The file a citation leads to as it is now. */
export interface FoundSource {
  sha256: string
  path: string
  /** The article's text as it is indexed. */
  text: string
}

/** By hash first, wherever the file lies now, then by path; null when neither is there. */
export type SourceLookup = (citation: TableCitation) => FoundSource | null

export type SentenceState = 'verified' | 'changed' | 'missing' | 'uncited' | 'unsupported' | 'altered'

/** `VerifyReport.failed` of the machine interface, with more said. */
export interface FailedSentence {
  /** The sentence's text; '' where the failure is not one of a sentence. */
  sentence: string
  reason: string
  expected?: string
  found?: string
  state: Exclude<SentenceState, 'verified'>
  /** Number of the sentence in the briefing, "2.3". */
  number?: string
}

/** `VerifyReport` of the machine interface and what is worth knowing of sentences that are verified. */
export interface Verification {
  sentences: number
  verified: number
  failed: FailedSentence[]
  notes: { sentence: string; note: string }[]
}

const MUST_CITE = new Set(['fact', 'quote', 'figure'])

/**
 * Checks every sentence of a briefing against the sources: its passages must stand in the files word by word, and its quotes and
 * figures in its passages. A file whose bytes
 * changed but whose passage stands is verified, with a note. `alterations` are what `tableOfText` found in the briefing's own file.
 * Sentences that cite nothing are verified only when their type need not cite, or the briefing waived it.
 */
export function verifyTable(
  table: SourceTable,
  lookup: SourceLookup,
  alterations: readonly Alteration[] = [],
): Verification {
  const verdicts = table.citations.map((citation) => verdictOf(citation, lookup(citation)))
  const sentences = tableSentences(table)
  const result: Verification = { sentences: sentences.length, verified: 0, failed: [], notes: [] }
  for (const { sentence, reason } of alterations) {
    if (sentence === null) result.failed.push({ sentence: '', reason, state: 'altered' })
  }
  const altered = new Map(alterations.map((alteration) => [alteration.sentence?.number, alteration]))
  for (const sentence of sentences) {
    const failures = [
      ...alteredAs(sentence, altered.get(sentence.number)),
      ...uncited(sentence, table),
      ...unsupported(sentence, table),
      ...sentence.citations.flatMap((number) => verdicts[number - 1]?.failure ?? []),
    ]
    const { text, number } = sentence
    if (failures.length === 0) result.verified++
    result.failed.push(...failures.map((failure) => ({ ...failure, sentence: text, number })))
    for (const note of sentence.citations.flatMap((n) => verdicts[n - 1]?.note ?? [])) {
      result.notes.push({ sentence: text, note })
    }
  }
  return result
}

type Failure = Omit<FailedSentence, 'sentence' | 'number'>
interface Verdict {
  failure: Failure[]
  note: string[]
}

function alteredAs({ text }: TableSentence, alteration: Alteration | undefined): Failure[] {
  if (!alteration) return []
  const { reason, found } = alteration
  return [{ state: 'altered', reason, expected: text, ...(found === undefined ? {} : { found }) }]
}

function uncited({ type, citations }: TableSentence, table: SourceTable): Failure[] {
  if (citations.length > 0 || !MUST_CITE.has(type) || table.waivers.some(({ rule }) => rule === 'no-citation'))
    return []
  return [{ state: 'uncited', reason: `A ${type} that cites no passage cannot be checked.` }]
}

/** The quotes and figures of a sentence against the words it cites: a table that was made anew with other words fits its own digest. */
function unsupported(sentence: TableSentence, { citations, waivers }: SourceTable): Failure[] {
  const cited = sentence.citations.flatMap((number) => citations[number - 1] ?? []).map(asCitation)
  const asked = { ...sentence, citations: cited }
  return [...quoteRules(asked), ...figureRules(asked)]
    .filter(({ rule }) => RULES[rule].level === 'block' && !waivers.some((waiver) => waiver.rule === rule))
    .map(({ message }) => ({ state: 'unsupported', reason: message }))
}

function asCitation(citation: TableCitation): BriefingCitation {
  const { number, path, sha256, exact, start, end } = citation
  return {
    id: String(number),
    anchor: { ...citation, articleId: sha256, path },
    state: citation.state,
    changed: false,
    article: null,
    passage: { start, end, text: exact },
    figures: [],
  }
}

function verdictOf(citation: TableCitation, source: FoundSource | null): Verdict {
  const { number, path, exact, start, end, sha256 } = citation
  if (source === null) {
    return fails(
      'missing',
      `The file of source ${number}, ${path}, is not in the folder, under this or any other name.`,
      exact,
    )
  }
  const text = wellFormed(source.text)
  if (source.sha256 === sha256) {
    if (text.slice(start, end) === exact) return { failure: [], note: renamed(citation, source) }
    return fails(
      'changed',
      `Source ${number}: the file ${source.path} is the cited one, but its words at characters ${start} to ${end} are others.`,
      exact,
      text.slice(start, end),
    )
  }
  const { state, changed, ...place } = resolveAnchor({ ...citation, articleId: sha256 }, text, source.sha256)
  if (place.start !== null && place.end !== null && !changed) {
    const moved = state === 'exact' ? 'at the same place' : `now at characters ${place.start} to ${place.end}`
    return {
      failure: [],
      note: [`Source ${number}: ${source.path} was changed, the cited words stand unchanged, ${moved}.`],
    }
  }
  if (place.start !== null && place.end !== null) {
    return fails(
      'changed',
      `Source ${number}: ${source.path} was changed, and so were the cited words.`,
      exact,
      text.slice(place.start, place.end),
    )
  }
  const why = state === 'ambiguous' ? 'it cannot be told where the cited words stand' : 'the cited words are gone'
  return fails('changed', `Source ${number}: ${source.path} was changed, and ${why}.`, exact)
}

function renamed({ number, path }: TableCitation, source: FoundSource): string[] {
  return source.path === path ? [] : [`Source ${number}: the file ${path} is now ${source.path}, unchanged.`]
}

function fails(state: Failure['state'], reason: string, expected: string, found?: string): Verdict {
  return { failure: [{ state, reason, expected, ...(found === undefined ? {} : { found }) }], note: [] }
}

import type { AnchorState } from '../evidence/resolve-anchor'
import { wellFormed } from '../evidence/well-formed'
import { canonicalJson, type Json } from './canonical-json'
import { withoutReason } from './waived-message'
import type {
  BriefingCitation,
  BriefingDocument,
  BriefingSentence,
  Finding,
  SentenceType,
  SourceGrade,
  Waiver,
} from './types'

export const TABLE_FORMAT = 'dateline-sources'
export const TABLE_VERSION = 1

/** One cited passage, printed once however many sentences cite it. */
export type TableCitation = {
  /** From 1, in the order of first use. */
  number: number
  path: string
  /** sha256 of the bytes of the file the passage was found in. */
  sha256: string
  title: string | null
  date: string | null
  agency: string | null
  place: string | null
  language: string | null
  /** The encoding the bytes are read in where the analyst chose one; not there where they are read as detected. */
  encoding?: string
  /** How the analyst graded the source at the time of export; not there where it was not graded. */
  grade?: { scheme: string; reliability: string | null; credibility: string | null }
  /** UTF-16 offsets into the article's text. */
  start: number
  end: number
  exact: string
  prefix: string
  suffix: string
  /** As it was at the time of export; `ambiguous` and `lost` only leave by a waiver. */
  state: AnchorState
}

export type TableSentence = {
  id: string
  /** Section and place in it: "2.3". */
  number: string
  type: SentenceType
  text: string
  likelihood: string | null
  confidence: string | null
  /** Numbers of `TableCitation`. */
  citations: number[]
}

export type TableSection = { heading: string; sentences: TableSentence[] }

/** What the gate found and the analyst waived. */
export type TableWaived = { rule: string; sentence: string; message: string }

/** The machine-readable table every exported briefing carries; all formats are laid out from it alone. */
export type SourceTable = {
  format: typeof TABLE_FORMAT
  version: typeof TABLE_VERSION
  title: string
  marking: string
  author: string
  sections: TableSection[]
  citations: TableCitation[]
  waivers: { rule: string; reason: string }[]
  /** Findings the waivers let pass, `sentence` being its number ("" for the whole briefing). */
  waived: TableWaived[]
  /** sha256 of the canonical JSON of everything else: a changed table does not fit it any more. */
  digest: string
}

/** Hex sha256 of the UTF-8 bytes of a text; handed in because the domain has no crypto of its own. */
export type Sha256 = (text: string) => string

/**
 * The table of a briefing that passed the gate. Citations of one passage become one; waivers that met no finding are kept too, since
 * the analyst wrote them. Half surrogate pairs become U+FFFD, as in every file that is written.
 */
export function makeSourceTable(
  document: BriefingDocument,
  waivers: readonly Waiver[],
  findings: readonly Finding[],
  sha256: Sha256,
): SourceTable {
  const register = new CitationRegister()
  const sections = document.sections.map((section, s) => ({
    heading: wellFormed(section.heading).trim(),
    sentences: section.sentences.map((sentence, n) => tableSentence(sentence, `${s + 1}.${n + 1}`, register)),
  }))
  const numbers = new Map(sections.flatMap(({ sentences }) => sentences.map(({ id, number }) => [id, number] as const)))
  const table: Omit<SourceTable, 'digest'> = {
    format: TABLE_FORMAT,
    version: TABLE_VERSION,
    title: wellFormed(document.title).trim(),
    marking: wellFormed(document.marking).trim(),
    author: wellFormed(document.author).trim(),
    sections,
    citations: register.citations,
    waivers: waivers.map(({ rule, reason }) => ({ rule: wellFormed(rule), reason: wellFormed(reason).trim() })),
    waived: findings
      .filter(({ level }) => level === 'waived')
      .map(({ rule, sentenceId, message }) => ({
        rule,
        sentence: numbers.get(sentenceId) ?? '',
        message: wellFormed(withoutReason(message)),
      })),
  }
  return { ...table, digest: sha256(canonicalJson(table)) }
}

/** The digest a table must carry. */
export function digestOf(table: SourceTable, sha256: Sha256): string {
  const rest: Record<string, Json> = { ...table }
  delete rest['digest']
  return sha256(canonicalJson(rest))
}

/** The sentences of a table in order, with the number of their section from 1. */
export function tableSentences(table: SourceTable): TableSentence[] {
  return table.sections.flatMap(({ sentences }) => sentences)
}

function tableSentence(sentence: BriefingSentence, number: string, register: CitationRegister): TableSentence {
  return {
    id: wellFormed(sentence.id),
    number,
    type: sentence.type,
    text: wellFormed(sentence.text).trim(),
    likelihood: sentence.likelihood || null,
    confidence: sentence.confidence || null,
    citations: [...new Set(sentence.citations.map((citation) => register.numberOf(citation)))].sort((a, b) => a - b),
  }
}

class CitationRegister {
  readonly citations: TableCitation[] = []
  private readonly numbers = new Map<string, number>()

  numberOf(citation: BriefingCitation): number {
    const { anchor, article, passage, state } = citation
    const sha256 = article?.sha256 ?? anchor.articleId
    const start = passage?.start ?? anchor.start
    const end = passage?.end ?? anchor.end
    const exact = wellFormed(passage?.text ?? anchor.exact)
    const key = canonicalJson([sha256, start, end, exact])
    const known = this.numbers.get(key)
    if (known !== undefined) return known
    const number = this.citations.length + 1
    this.numbers.set(key, number)
    this.citations.push({
      number,
      path: wellFormed(article?.path ?? anchor.path),
      sha256,
      title: clean(article?.title),
      date: clean(article?.date),
      agency: clean(article?.agency),
      place: clean(article?.place),
      language: clean(article?.language),
      ...(article?.encoding ? { encoding: wellFormed(article.encoding) } : {}),
      ...(article?.grade ? { grade: tableGrade(article.grade) } : {}),
      start,
      end,
      exact,
      prefix: wellFormed(passage?.prefix ?? anchor.prefix),
      suffix: wellFormed(passage?.suffix ?? anchor.suffix),
      state,
    })
    return number
  }
}

const tableGrade = ({ scheme, reliability, credibility }: SourceGrade) => ({
  scheme: wellFormed(scheme),
  reliability: clean(reliability),
  credibility: clean(credibility),
})

const clean = (text: string | null | undefined): string | null => (text ? wellFormed(text).trim() || null : null)

import type { ConflictView, EvidenceView } from '../../contract/compare'
import type { Conflict, Evidence } from '../../domain/compare/conflicts/conflict'
import { judgementOf, type Judgement } from '../../domain/compare/conflicts/judgement'
import { spanOf, type Range } from '../../domain/text/span'
import type { IndexReader } from '../../sql/handle'
import { articleAtPath, articleFacts, articleText } from '../../sql/index/article'
import { packedExtraction } from '../../sql/index/extraction'
import { unpackExtraction } from '../analysis/extraction-codec'

/** Who tells something and when, with the first words where there is no title; `date` has the time where one is printed, and is null where only the file's own time is known. */
export interface Teller {
  articleId: string
  path: string
  title: string | null
  agency: string | null
  date: string | null
  words: number
}

/** The article at a path as those speak of it who name articles by path; null where it went meanwhile. */
export function tellerAt(index: IndexReader, path: string): Teller | null {
  const articleId = articleAtPath(index, path)
  const [facts] = articleId === null ? [] : articleFacts(index, [articleId])
  if (articleId === null || !facts) return null
  const { title, lead, agency, date, dateOrigin, words } = facts
  return {
    articleId,
    path,
    title: title ?? (lead || null),
    agency,
    date: dateOrigin === 'file-time' ? null : date,
    words,
  }
}

interface Read {
  text: string
  sentences: readonly Range[]
}

/** Puts conflicts into words for the screen; each article is read once however many passages it gives. */
export class ConflictDescriber {
  private readonly read = new Map<string, { teller: Teller; article: Read } | null>()

  constructor(
    private readonly index: IndexReader,
    private readonly log: readonly Judgement[],
  ) {}

  /** Null where an article went since the conflict was found and fewer than two sides are left. */
  describe(conflict: Conflict, rank: number): ConflictView | null {
    const { kind, key } = conflict
    const sides = conflict.sides
      .map(({ value, origins, evidence }) => ({
        value,
        origins,
        evidence: evidence.flatMap((one) => this.evidence(one) ?? []),
      }))
      .filter(({ evidence }) => evidence.length > 0)
    if (sides.length < 2) return null
    const judgement = judgementOf({ kind, sides }, this.log)
    return {
      rank,
      kind,
      key,
      sides,
      judgement: judgement && { verdict: judgement.verdict, note: judgement.note, madeAt: judgement.madeAt },
    }
  }

  private evidence({ path, start, end, text }: Evidence): EvidenceView | null {
    const known = this.open(path)
    // The file was changed since: its words are found again when it has been analysed.
    if (!known || known.article.text.slice(start, end) !== text) return null
    const { teller, article } = known
    const { articleId, title, agency, date } = teller
    const within = article.sentences.find((one) => one.start <= start && end <= one.end) ?? { start, end }
    const sentence = spanOf(article.text, within.start, within.end)
    return { articleId, path, title, agency, date, start, end, text, sentence }
  }

  private open(path: string): { teller: Teller; article: Read } | null {
    const known = this.read.get(path)
    if (known !== undefined) return known
    const teller = tellerAt(this.index, path)
    const text = teller && articleText(this.index, teller.articleId)
    const packed = teller && packedExtraction(this.index, teller.articleId)
    const found =
      teller && text !== null && packed
        ? { teller, article: { text, sentences: unpackExtraction(packed, text).sentences } }
        : null
    this.read.set(path, found)
    return found
  }
}

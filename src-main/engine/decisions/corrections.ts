import { corpusRules, type CorpusRules } from '../../domain/decisions/corpus-rules'
import { correctExtraction } from '../../domain/decisions/correct-extraction'
import { articleOf, type ActiveDecision, type Correction } from '../../domain/decisions/decision'
import type { Anchor } from '../../domain/evidence/anchor'
import { resolveAnchor } from '../../domain/evidence/resolve-anchor'
import type { Extraction } from '../../domain/extract/types'
import type { Range } from '../../domain/text/span'
import type { IndexReader } from '../../sql/handle'
import { pathsOf } from '../../sql/index/article'
import { copiedDecisions } from '../../sql/index/decision-copy'
import { readMeta } from '../../sql/index/meta'

/** The fact about the index that tells which decisions it has. */
export const DECISIONS_META = 'decisions'

/** The decisions that hold in a folder, ready to be applied. */
export interface Corrections {
  active: readonly ActiveDecision[]
  corpus: CorpusRules
  /** By the bytes of the article they were made on. */
  byArticle: ReadonlyMap<string, readonly ActiveDecision[]>
  /** Those whose article is not in the folder any more, by the path it had: the file may have been edited. */
  byPath: ReadonlyMap<string, readonly ActiveDecision[]>
}

const remembered = new WeakMap<IndexReader, { version: string | null; corrections: Corrections }>()

/** The decisions that the index has; read again when they changed. */
export function correctionsOf(index: IndexReader): Corrections {
  const version = readMeta(index, DECISIONS_META)
  const known = remembered.get(index)
  if (known?.version === version) return known.corrections
  const corrections = readCorrections(index)
  remembered.set(index, { version, corrections })
  return corrections
}

function readCorrections(index: IndexReader): Corrections {
  const active = copiedDecisions(index).map(({ content, ...rest }) => ({
    ...rest,
    content: JSON.parse(content) as Correction,
  }))
  const byArticle = new Map<string, ActiveDecision[]>()
  const byPath = new Map<string, ActiveDecision[]>()
  const put = (map: Map<string, ActiveDecision[]>, key: string, decision: ActiveDecision) =>
    map.set(key, [...(map.get(key) ?? []), decision])
  for (const decision of active) {
    const about = articleOf(decision.content)
    if (!about) continue
    put(byArticle, about.articleId, decision)
    put(byPath, about.path, decision)
  }
  return { active, corpus: corpusRules(active), byArticle, byPath }
}

/** The decisions on one article, in the order of the log: made on these bytes, or on earlier bytes of its file. */
export function ownDecisions(index: IndexReader, corrections: Corrections, hash: string): readonly ActiveDecision[] {
  const exact = corrections.byArticle.get(hash) ?? []
  if (corrections.byPath.size === 0) return exact
  const earlier = pathsOf(index, hash)
    .flatMap((path) => corrections.byPath.get(path) ?? [])
    .filter(({ content }) => {
      const made = articleOf(content)?.articleId
      return made !== undefined && made !== hash && pathsOf(index, made).length === 0
    })
  return [...exact, ...earlier].sort((a, b) => a.sequence - b.sequence)
}

/** Where an anchor's very words stand in a text now; null when they do not, or it cannot be told where. */
export function placeIn(anchor: Anchor, text: string, hash: string): Range | null {
  const { state, start, end, changed } = resolveAnchor(anchor, text, hash)
  const stands = (state === 'exact' || state === 'moved') && !changed
  return stands && start !== null && end !== null ? { start, end } : null
}

const NO_CORPUS: Omit<CorpusRules, 'words'> = { links: [], ruleOf: () => null, groupOf: (name) => name }

/**
 * An article's extraction as it was corrected. With `names: 'as analysed'` only what was said of places and words is applied, so that
 * its entities still have the names that decisions on all articles speak of.
 */
export function corrected(
  index: IndexReader,
  article: { hash: string; text: string; extraction: Extraction },
  names: 'as decided' | 'as analysed' = 'as decided',
): Extraction {
  const corrections = correctionsOf(index)
  if (corrections.active.length === 0) return article.extraction
  const { hash, text, extraction } = article
  const corpus = names === 'as decided' ? corrections.corpus : { ...NO_CORPUS, words: corrections.corpus.words }
  const own = ownDecisions(index, corrections, hash)
  return correctExtraction(extraction, text, { corpus, own, place: (anchor) => placeIn(anchor, text, hash) })
}

import type { CitedFigure } from '../../domain/briefing/types'
import type { Extraction } from '../../domain/extract/types'
import type { IndexReader } from '../../sql/handle'
import { readArticle } from '../../sql/index/article'
import { analyse } from '../analysis/analyse'
import { storedExtraction } from '../analysis/stored-extraction'
import { corrected } from '../decisions/corrections'

/** What the gate needs to know of a cited article besides its text. */
export interface ArticleClaims {
  /** With offsets into the article's text. */
  figures: readonly (CitedFigure & { start: number; end: number })[]
  /** Names and aliases of everyone and everything the article speaks of. */
  names: readonly string[]
}

/** Looks up claims by article id; null where the article is not there. */
export type ClaimsOf = (articleId: string) => Promise<ArticleClaims | null>

/** Claims as the index has them; an article that analysis has not reached yet is analysed for this call alone. */
export function indexedClaims(index: () => IndexReader): ClaimsOf {
  return async (articleId) => {
    const article = readArticle(index(), articleId)
    if (!article) return null
    const { text, header, facts } = article
    const stored = storedExtraction(index(), articleId, text)
    if (stored) return claimsOf(stored)
    const extraction = await analyse(text, header, facts.language)
    return claimsOf(corrected(index(), { hash: articleId, text, extraction }))
  }
}

function claimsOf({ figures, entities }: Extraction): ArticleClaims {
  return { figures, names: entities.flatMap(({ name, aliases }) => [name, ...aliases]) }
}

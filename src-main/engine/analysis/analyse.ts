import { extract } from '../../domain/extract/extract'
import type { ArticleHeader, Extraction } from '../../domain/extract/types'
import { packBlock } from '../../sql/index/block-codec'
import type { AnalysedArticle, AnalysedBatch, Unanalysed } from '../../sql/index/extraction'
import { entityCounts } from './entity-counts'
import { packExtraction } from './extraction-codec'
import { nameModel } from './name-model'

/**
 * Finds what a text says: who and what it names, who is quoted, which figures and dates it gives. `learned` is the file of what the
 * workspace learned from corrections, null for the shipped tagger.
 */
export async function analyse(
  text: string,
  header: ArticleHeader,
  language: string | null,
  learned: string | null = null,
): Promise<Extraction> {
  const known = language ?? (await guessLanguage(text))
  // What a text calls Friday is not to be reckoned from the day its file was copied.
  const dated = header.dateOrigin === 'file-time' ? { ...header, date: null } : header
  return extract(text, dated, { model: nameModel(learned), language: known })
}

/** A thorough guess for texts whose letters and short words did not tell; it takes half a millisecond. */
async function guessLanguage(text: string): Promise<string | null> {
  const { detect } = await import('tinyld')
  return detect(text.slice(0, 2000)) || null
}

/** Analyses articles for storing; one that fails is stored with its failure and does not stop the others. */
export async function analyseBatch(
  articles: readonly Unanalysed[],
  learned: string | null,
  onArticle: (index: number) => void,
): Promise<AnalysedBatch> {
  const batch: AnalysedArticle[] = []
  const packed: Uint8Array[] = []
  let start = 0
  for (const [index, { hash, text, header, language }] of articles.entries()) {
    onArticle(index)
    try {
      const extraction = await analyse(text, header, language, learned)
      const bytes = packExtraction(extraction, text)
      packed.push(bytes)
      const place = { start, length: bytes.length }
      start += bytes.length
      batch.push({ hash, place, failure: null, language: extraction.language, entities: entityCounts(extraction) })
    } catch (error) {
      const failure = error instanceof Error ? error.message : String(error)
      batch.push({ hash, place: null, failure, language, entities: [] })
    }
  }
  return { articles: batch, block: packBlock(Buffer.concat(packed), 'small') }
}

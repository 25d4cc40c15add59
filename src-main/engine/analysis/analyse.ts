import { readFileSync } from 'node:fs'
import { extract } from '../../domain/extract/extract'
import { loadNameModel, type NameModel } from '../../domain/extract/names/name-model'
import type { ArticleHeader, Extraction } from '../../domain/extract/types'
import type { AnalysedArticle, Unanalysed } from '../../sql/index/extraction'
import { resourceFile } from '../resources'
import { packExtraction } from './extraction-codec'

/**
 * Which code and model made the stored analyses; another number makes every article be analysed anew. Raise it with every
 * change to what extraction finds.
 */
export const EXTRACTION_VERSION = 1

/** Finds what a text says: who and what it names, who is quoted, which figures and dates it gives. */
export async function analyse(text: string, header: ArticleHeader, language: string | null): Promise<Extraction> {
  const known = language ?? (await guessLanguage(text))
  return extract(text, header, { model: nameModel(), language: known })
}

let model: NameModel | null | undefined

/** The trained name tagger, read once per thread; null where its file is missing, and then no names are found. */
function nameModel(): NameModel | null {
  if (model !== undefined) return model
  const file = resourceFile('extract', 'names.bin')
  return (model = file ? loadNameModel(readFileSync(file)) : null)
}

/** A thorough guess for texts whose letters and short words did not tell; it takes half a millisecond. */
async function guessLanguage(text: string): Promise<string | null> {
  const { detect } = await import('tinyld')
  return detect(text.slice(0, 2000)) || null
}

/** Analyses articles for storing; one that fails is stored with its failure and does not stop the others. */
export async function analyseBatch(
  articles: readonly Unanalysed[],
  onArticle: (index: number) => void,
): Promise<AnalysedArticle[]> {
  const analysed: AnalysedArticle[] = []
  for (const [index, { hash, text, header, language }] of articles.entries()) {
    onArticle(index)
    try {
      const extraction = await analyse(text, header, language)
      const entities = extraction.entities.map(({ type, name, aliases, mentions }) => ({
        type,
        name,
        aliases,
        mentions: mentions.length,
      }))
      analysed.push({ hash, data: packExtraction(extraction), failure: null, language: extraction.language, entities })
    } catch (error) {
      analysed.push({
        hash,
        data: null,
        failure: error instanceof Error ? error.message : String(error),
        language,
        entities: [],
      })
    }
  }
  return analysed
}

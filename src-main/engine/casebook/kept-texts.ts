import { deflateRawSync, inflateRawSync } from 'node:zlib'
import type { KeptText } from '../../contract/casebook'
import { wellFormed } from '../../domain/evidence/well-formed'
import { articlesWithoutText, readSourceText, writeSourceText } from '../../sql/casebook/source-texts'
import type { CasebookReader } from '../../sql/handle'
import type { ArticleSource } from './article-source'
import { sha256 } from './content-hash'
import type { CasebookStore } from './open-casebook-store'

/** Code units; of longer texts the cited words and their surroundings are kept, with the anchor. */
const LONGEST = 4_000_000

/**
 * Copies the texts of cited articles into the casebook, so that they can be read when their files and the index are gone. Also those
 * of notes written before texts were kept, as far as their files are still here. Nothing is written for articles that are not.
 */
export function keepCitedTexts({ casebook, now }: CasebookStore, articles: ArticleSource): void {
  for (const id of articlesWithoutText(casebook)) {
    const article = articles.has(id) ? articles.get(id) : null
    if (!article || article.text.length > LONGEST) continue
    const { path, title, date, agency } = article
    const utf8 = Buffer.from(wellFormed(article.text), 'utf8')
    const text = deflateRawSync(utf8)
    writeSourceText(casebook, {
      articleId: id,
      path,
      title,
      date,
      agency,
      text,
      textSha256: sha256(utf8),
      keptAt: now(),
    })
  }
}

/** The kept text of an article; null when there is none, or when it is not what was kept (the bytes are damaged). */
export function keptText(casebook: CasebookReader, id: string): KeptText | null {
  const stored = readSourceText(casebook, id)
  if (!stored) return null
  const { path, title, date, agency, keptAt } = stored
  try {
    const utf8 = inflateRawSync(stored.text)
    return sha256(utf8) === stored.textSha256
      ? { id, path, title, date, agency, keptAt, text: utf8.toString('utf8') }
      : null
  } catch {
    return null
  }
}

import type { Output } from '../../contract/channels'
import { DatelineError } from '../../contract/errors'
import { wellFormed } from '../../domain/evidence/well-formed'
import type { IndexReader } from '../../sql/handle'
import { readArticle } from '../../sql/index/article'
import { readSourceAt } from './read-members'

/** What is decoded from the bytes as a whole; every other kind of file says its own encodings, part by part. */
const DECODED = new Set(['txt', 'md', 'html'])
const LINES = 12
const LONGEST_LINE = 240

/**
 * How an article would read in an encoding (null for the one detected): the very text a choice would give, from the file as it is now.
 * Nothing is stored. Throws `unsupported` for files whose encoding cannot be chosen, `not_found` where the bytes are not there any more.
 */
export async function readAs(
  index: IndexReader,
  folder: string,
  { id, encoding }: { id: string; encoding: string | null },
): Promise<Output<'article.readAs'>> {
  const article = readArticle(index, id)
  if (!article) throw new DatelineError('not_found', 'This article is not in the folder any more.')
  if (!DECODED.has(article.facts.format))
    throw new DatelineError('unsupported', 'Files of this kind say their own encoding; there is none to choose.')
  for (const path of article.paths) {
    const chosen = new Map(encoding === null ? [] : [[id, encoding]])
    const outcome = await readSourceAt(folder, { path, pathBytes: null }, chosen)
    if (outcome.state === 'vanished' || !outcome.source || outcome.source.hash !== id) continue
    const { text, encoding: found, confidence } = outcome.source
    return { encoding: found, confidence, damaged: outcome.cause === 'invalid-bytes', lines: firstLines(text) }
  }
  throw new DatelineError('not_found', 'The file is not in the folder as it was read. Read the folder again.')
}

/** The lines that tell encodings apart begin with the first that is not plain ASCII. */
function firstLines(text: string): string[] {
  const lines = text.split(/\r\n?|\n/).filter((line) => line.trim() !== '')
  const telling = lines.findIndex((line) => /[\u0080-\uffff]/.test(line))
  const from = Math.max(0, Math.min(telling, lines.length - LINES))
  return lines.slice(from, from + LINES).map((line) => wellFormed(line.slice(0, LONGEST_LINE)))
}

import { indexText } from '../../domain/search/words'
import { packBlock } from '../../sql/index/block-codec'
import { marksOf } from '../../sql/index/article-header'
import type { ArticleRecord, ReadBatch, ReadFile } from '../../sql/index/records'
import { reasonOf } from './causes'
import type { SeenFile } from '../scan/walk'
import { Pieces } from './pieces'
import { readPlain, type PlainText } from './read-plain'
import { readSource, type FileStats, type SourceOutcome } from './read-source'

/** What reading a batch gives: records to store, and the paths that are not there any more. */
export interface BatchRead extends ReadBatch {
  vanished: string[]
}

const LONGEST_LEAD = 90
/** A block is about this much text: unpacking it for one article takes less than a tenth of a millisecond. */
const BLOCK_BYTES = 16_384

/** Used again for every batch of this thread: new memory for each would keep the collector busy. */
const pieces = new Pieces()

/**
 * Reads files and makes everything ready to be stored, so that the one thread that writes has nothing else to do. Texts are
 * packed together: news of a few hundred words only compresses well in company. `onFile` hears of each file before it is read.
 * One batch at a time per thread.
 */
export async function readBatch(
  folder: string,
  files: readonly SeenFile[],
  onFile: (index: number) => void,
): Promise<BatchRead> {
  const batch: BatchRead = { files: [], blocks: [], words: new Uint8Array(0), vanished: [] }
  const folded: { article: ArticleRecord; text: string }[] = []
  let blockStart = 0
  const endBlock = (): void => {
    if (pieces.length > blockStart)
      batch.blocks.push(packBlock(pieces.at({ start: blockStart, length: pieces.length - blockStart })))
    blockStart = pieces.length
  }
  pieces.clear()
  for (const [index, file] of files.entries()) {
    onFile(index)
    const read = readPlain(folder, file, pieces) ?? (await readCarefully(folder, file, pieces))
    if (read === 'vanished') {
      batch.vanished.push(file.path)
      continue
    }
    const { plain, ...state } = read
    const article = plain && recordOf(plain, batch.blocks.length, blockStart)
    if (article && plain.words === null) folded.push({ article, text: plain.text })
    batch.files.push({ ...file, ...state, article })
    if (pieces.length - blockStart >= BLOCK_BYTES) endBlock()
  }
  endBlock()
  for (const { article, text } of folded) foldBody(article, text)
  // A copy of its own, which can be handed to another thread.
  batch.words = new Uint8Array(pieces.all())
  return batch
}

type Read = Pick<ReadFile, 'state' | 'cause' | 'reason'> & Partial<FileStats> & { plain: PlainText | null }

/** The long way for everything that is not a small sound text file. */
async function readCarefully(folder: string, file: SeenFile, into: Pieces): Promise<Read | 'vanished'> {
  const outcome = await readSafely(folder, file)
  if (outcome.state === 'vanished') return 'vanished'
  const { state, cause, reason, source, stats } = outcome
  return { ...stats, state, cause, reason, plain: source && { ...source, place: into.add(source.text), words: null } }
}

async function readSafely(folder: string, file: SeenFile): Promise<SourceOutcome> {
  try {
    return await readSource(folder, file)
  } catch (error) {
    const detail = error instanceof Error ? error.message : String(error)
    return {
      state: 'failed',
      cause: 'fault',
      reason: reasonOf('fault', detail.slice(0, 200)),
      source: null,
      stats: null,
    }
  }
}

function recordOf(plain: PlainText, block: number, blockStart: number): ArticleRecord {
  const { hash, text, header, language, format, encoding, place, words } = plain
  return {
    hash,
    format,
    encoding,
    title: header.title,
    lead: header.title ? '' : leadOf(text, header.bodyStart),
    date: header.date,
    dateOrigin: header.dateOrigin,
    place: header.dateline?.place ?? null,
    agency: header.dateline?.agency ?? null,
    datelineOrigin: header.datelineOrigin,
    author: header.author,
    language,
    words: words ?? 0,
    marks: marksOf(header),
    indexTitle: header.title ? indexText(header.title).text : '',
    wordsStart: place.start,
    wordsLength: place.length,
    block,
    blockStart: place.start - blockStart,
    blockLength: place.length,
  }
}

/** Gives the index the folded words of a text that is not plain ASCII. */
function foldBody(article: ArticleRecord, text: string): void {
  const body = indexText(text)
  article.words = body.words
  if (body.text === text) return
  const place = pieces.add(body.text)
  article.wordsStart = place.start
  article.wordsLength = place.length
}

/** The first words of the story, on one line. */
function leadOf(text: string, bodyStart: number): string {
  const words = text
    .slice(bodyStart, bodyStart + 2 * LONGEST_LEAD)
    .replace(/\s+/g, ' ')
    .trim()
  if (words.length <= LONGEST_LEAD) return words
  const space = words.lastIndexOf(' ', LONGEST_LEAD)
  const end = space > LONGEST_LEAD / 2 ? space : LONGEST_LEAD
  const cut = /[\ud800-\udbff]$/u.test(words.slice(0, end)) ? end - 1 : end
  return `${words.slice(0, cut)}…`
}

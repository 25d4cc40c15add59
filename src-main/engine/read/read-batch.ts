import { deflateRawSync } from 'node:zlib'
import { countWords, indexText } from '../../domain/search/words'
import type { ReadBatch, ReadFile } from '../../sql/index/records'
import type { SeenFile } from '../scan/walk'
import { reasonOf } from './causes'
import { readSource, type SourceOutcome, type SourceText } from './read-source'

/** What reading a batch gives: records to store, and the paths that are not there any more. */
export interface BatchRead extends ReadBatch {
  vanished: string[]
}

const LONGEST_LEAD = 120

/**
 * Reads files and makes everything ready to be stored, so that the one thread that writes has nothing else to do. Texts are
 * packed together: news of a few hundred words only compresses well in company. `onFile` hears of each file before it is read.
 */
export async function readBatch(
  folder: string,
  files: readonly SeenFile[],
  onFile: (index: number) => void,
): Promise<BatchRead> {
  const batch: BatchRead = { files: [], block: null, vanished: [] }
  const texts: Buffer[] = []
  let packed = 0
  for (const [index, file] of files.entries()) {
    onFile(index)
    const outcome = await readSafely(folder, file)
    if (outcome.state === 'vanished') {
      batch.vanished.push(file.path)
      continue
    }
    let article: ReadFile['article'] = null
    if (outcome.source) {
      const bytes = Buffer.from(outcome.source.text, 'utf8')
      article = recordOf(outcome.source, packed, bytes.length)
      texts.push(bytes)
      packed += bytes.length
    }
    const { state, cause, reason } = outcome
    const { size, modified, inode } = outcome.stats ?? file
    batch.files.push({
      path: file.path,
      pathBytes: file.pathBytes,
      size,
      modified,
      inode,
      state,
      cause,
      reason,
      article,
    })
  }
  if (texts.length > 0)
    batch.block = deflateRawSync(texts.length === 1 && texts[0] ? texts[0] : Buffer.concat(texts), { level: 1 })
  return batch
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

function recordOf(source: SourceText, blockStart: number, blockLength: number): NonNullable<ReadFile['article']> {
  const { hash, text, header, language, format, encoding } = source
  return {
    hash,
    format,
    encoding,
    header,
    lead: header.title ? '' : leadOf(text, header.bodyStart),
    language,
    words: countWords(text),
    indexTitle: header.title ? indexText(header.title) : '',
    indexBody: indexText(text),
    blockStart,
    blockLength,
  }
}

/** The first words of the story, on one line. */
function leadOf(text: string, bodyStart: number): string {
  const words = text
    .slice(bodyStart, bodyStart + 4 * LONGEST_LEAD)
    .replace(/\s+/gu, ' ')
    .trim()
  if (words.length <= LONGEST_LEAD) return words
  const space = words.lastIndexOf(' ', LONGEST_LEAD)
  const end = space > LONGEST_LEAD / 2 ? space : LONGEST_LEAD
  const cut = /[\ud800-\udbff]$/u.test(words.slice(0, end)) ? end - 1 : end
  return `${words.slice(0, cut)}…`
}

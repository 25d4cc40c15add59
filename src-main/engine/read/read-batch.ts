import { NONE_CHOSEN, type ChosenEncodings } from '../../domain/decisions/chosen-encodings'
import { indexText } from '../../domain/search/words'
import { packBlock } from '../../sql/index/block-codec'
import { marksOf } from '../../sql/index/article-header'
import type { ArticleRecord, ReadBatch, ReadFile } from '../../sql/index/records'
import { Unreadable } from '../formats/unreadable'
import { reasonOf, type Cause } from './causes'
import type { SeenFile } from '../scan/walk'
import { Pieces } from './pieces'
import { openContainer, type Leaf, type OpenContainer } from './read-members'
import { readPlain, type PlainText } from './read-plain'
import { readSource, type FileStats, type SourceOutcome } from './read-source'
import { faultOf, refused, refusedFor, type Refused, type Understood } from './understand'

/** What reading a batch gives: records to store, and the paths that are not there any more. */
export interface BatchRead extends ReadBatch {
  vanished: string[]
}

/** A file to read; of a container perhaps only what is left of it. */
export interface ToRead extends SeenFile {
  /** How many of its members are stored already. */
  from?: number | null
  /** Members that a reader was lost over, as "number:cause", with commas between. They are not tried again. */
  avoid?: string | null
}

/** Hears how far reading has come, and takes parts of the batch that are ready. */
export interface ReadListener {
  /** Before each file; with the number of the member before each of a container's. */
  onItem(file: number, member: number | null): void
  /** A batch with large containers comes in parts. Settles when the next one may come; rejects when nothing more is wanted. */
  onPart(part: BatchRead): Promise<void>
}

const LONGEST_LEAD = 90
/** A block is about this much text: unpacking it for one article takes less than a tenth of a millisecond. */
const BLOCK_BYTES = 16_384
/** A part is handed over when it has this much text or this many members: storing it takes a few milliseconds. */
const PART_BYTES = 131_072
const PART_MEMBERS = 256

/** Used again for every batch of this thread: new memory for each would keep the collector busy. */
const pieces = new Pieces()

/**
 * Reads files and makes everything ready to be stored, so that the one thread that writes has nothing else to do. Texts are
 * packed together: news of a few hundred words only compresses well in company. A container's members come with its own record after
 * them. One batch at a time per thread.
 */
export async function readBatch(
  folder: string,
  files: readonly ToRead[],
  listener: ReadListener,
  chosen: ChosenEncodings = NONE_CHOSEN,
): Promise<BatchRead> {
  const batch = new BatchBuilder()
  for (const [index, file] of files.entries()) {
    listener.onItem(index, null)
    const plain = readPlain(folder, file, pieces, chosen)
    if (plain) {
      batch.add({ ...ownRecord(file), ...plain })
      continue
    }
    const container = await openSafely(folder, file, chosen)
    if (container && 'state' in container) batch.add({ ...ownRecord(file), ...readOf(container) })
    else if (container) await readContainer(file, container, batch, index, listener)
    else {
      const read = await readCarefully(folder, file, chosen)
      if (read === 'vanished') batch.vanished(file.path)
      else batch.add({ ...ownRecord(file), ...read })
    }
  }
  return batch.take()
}

/** The members, then the container itself: where its record stands, all of them do. */
async function readContainer(
  file: ToRead,
  container: OpenContainer,
  batch: BatchBuilder,
  index: number,
  listener: ReadListener,
): Promise<void> {
  const avoid = new Map((file.avoid ?? '').split(',').map((entry) => entry.split(':') as [string, Cause]))
  const own = { ...ownRecord(file), ...container.stats }
  let count = 0
  let trouble: Refused | null = null
  const leaves = container.leaves()
  try {
    for (;;) {
      const leaf = await nextLeaf(leaves)
      if (leaf && 'state' in leaf) trouble = leaf
      if (!leaf || 'state' in leaf) break
      const number = count++
      if (number < (file.from ?? 0)) continue
      listener.onItem(index, number)
      const cause = avoid.get(String(number))
      const outcome = cause ? refused('failed', cause) : await leaf.read()
      batch.add({ ...own, path: leaf.path, pathBytes: null, container: file.path, ...readOf(outcome) })
      if (batch.isFull()) await listener.onPart(batch.take())
    }
  } finally {
    container.close()
  }
  batch.add({ ...own, members: count, plain: null, ...containerState(count, trouble) })
}

/** The next member; null at the end, and why where nothing more can be read. */
async function nextLeaf(leaves: AsyncGenerator<Leaf>): Promise<Leaf | Refused | null> {
  try {
    const step = await leaves.next()
    return step.done ? null : step.value
  } catch (error) {
    return error instanceof Unreadable ? refusedFor(error) : faultOf(error)
  }
}

async function openSafely(
  folder: string,
  file: SeenFile,
  chosen: ChosenEncodings,
): Promise<OpenContainer | Refused | null> {
  try {
    return await openContainer(folder, file, chosen)
  } catch (error) {
    return faultOf(error)
  }
}

type State = Pick<ReadFile, 'state' | 'cause' | 'reason'>

function containerState(members: number, trouble: Refused | null): State {
  if (members === 0) return trouble ?? refused('skipped', 'no-articles')
  if (!trouble) return { state: 'indexed', cause: null, reason: null }
  return {
    state: 'partial',
    cause: 'incomplete',
    reason: reasonOf('incomplete', `after ${members} articles: ${trouble.reason}`),
  }
}

type Read = State & Partial<FileStats> & { plain: PlainText | null }
type Added = Omit<ReadFile, 'article'> & { plain: PlainText | null }

const ownRecord = ({ path, pathBytes, size, modified, inode }: SeenFile) => ({
  path, pathBytes, size, modified, inode, container: null, members: null,
}) // prettier-ignore

/** Gathers what was read until it is handed over. */
class BatchBuilder {
  private batch = emptyBatch()
  private readonly folded: { article: ArticleRecord; text: string }[] = []
  private blockStart = 0
  private members = 0

  constructor() {
    pieces.clear()
  }

  isFull(): boolean {
    return pieces.length >= PART_BYTES || this.members >= PART_MEMBERS
  }

  vanished(path: string): void {
    this.batch.vanished.push(path)
  }

  add({ plain, ...file }: Added): void {
    const article = plain && recordOf(plain, this.batch.blocks.length, this.blockStart)
    if (article && plain.words === null) this.folded.push({ article, text: plain.text })
    this.batch.files.push({ ...file, article })
    if (file.container !== null) this.members++
    if (pieces.length - this.blockStart >= BLOCK_BYTES) this.endBlock()
  }

  /** What was gathered so far; begins anew. */
  take(): BatchRead {
    this.endBlock()
    for (const { article, text } of this.folded.splice(0)) foldBody(article, text)
    const taken = this.batch
    // A copy of its own, which can be handed to another thread.
    taken.words = new Uint8Array(pieces.all())
    pieces.clear()
    this.batch = emptyBatch()
    this.blockStart = 0
    this.members = 0
    return taken
  }

  private endBlock(): void {
    const length = pieces.length - this.blockStart
    if (length > 0) this.batch.blocks.push(packBlock(pieces.at({ start: this.blockStart, length })))
    this.blockStart = pieces.length
  }
}

const emptyBatch = (): BatchRead => ({ files: [], blocks: [], words: new Uint8Array(0), vanished: [] })

/** The long way for everything that is not a small sound text file. */
async function readCarefully(folder: string, file: SeenFile, chosen: ChosenEncodings): Promise<Read | 'vanished'> {
  const outcome = await readSafely(folder, file, chosen)
  return outcome.state === 'vanished' ? 'vanished' : { ...outcome.stats, ...readOf(outcome) }
}

const readOf = ({ state, cause, reason, source }: Understood): Read => ({
  state,
  cause,
  reason,
  plain: source && { ...source, place: pieces.add(source.text), words: null },
})

async function readSafely(folder: string, file: SeenFile, chosen: ChosenEncodings): Promise<SourceOutcome> {
  try {
    return await readSource(folder, file, chosen)
  } catch (error) {
    return { ...faultOf(error), stats: null }
  }
}

function recordOf(plain: PlainText, block: number, blockStart: number): ArticleRecord {
  const { hash, text, header, language, format, encoding, confidence, chosen, place, words } = plain
  return {
    hash,
    format,
    encoding,
    encodingConfidence: confidence,
    encodingChosen: chosen,
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

import { createHash, hash } from 'node:crypto'
import { closeSync, constants, fstatSync, openSync, readSync, type Stats } from 'node:fs'
import { readHeader } from '../../domain/article/header'
import type { ArticleHeader } from '../../domain/extract/types'
import { binaryKind } from '../decode/binary'
import { chooseFormat } from '../formats/choose-format'
import type { FormatResult } from '../formats/format-reader'
import { Unreadable } from '../formats/unreadable'
import { pathToOpen } from '../scan/path-name'
import { detectLanguage } from '../language/detect-language'
import { reasonOf, type Cause } from './causes'

/** A text read from a file, ready to be shown, searched or analysed. */
export interface SourceText {
  /** sha256 of the file's bytes, lower-case hex. */
  hash: string
  text: string
  header: ArticleHeader
  language: string | null
  format: string
  encoding: string
}

export type SourceOutcome =
  | { state: 'indexed'; cause: null; reason: null; source: SourceText; stats: FileStats }
  | { state: 'partial'; cause: Cause; reason: string; source: SourceText; stats: FileStats }
  | { state: 'skipped' | 'failed'; cause: Cause; reason: string; source: null; stats: FileStats | null }
  /** The file is not there any more. */
  | { state: 'vanished' }

/** A file to read; with what the walk saw of it, where there was one. */
export interface SourceFile extends Partial<FileStats> {
  path: string
  pathBytes: Uint8Array | null
}

export interface FileStats {
  size: number
  modified: number
  inode: number
}

/** Text files are read whole up to here; above, the first part. */
const MOST_BYTES = 20_000_000
/** Documents have their list of contents at the end and are of no use without: they are read whole, or not at all. */
const MOST_DOCUMENT_BYTES = 600_000_000
const TOO_LARGE = 2_147_483_648
const CHUNK = 1 << 20
const buffer = Buffer.allocUnsafeSlow(CHUNK)
/** Windows has no such flag. */
const NON_BLOCKING = 'O_NONBLOCK' in constants ? constants.O_NONBLOCK : 0

/** Reads, decodes and understands one source file. Never throws for what is wrong with the file; never writes. */
export async function readSource(folder: string, file: SourceFile): Promise<SourceOutcome> {
  let raw: RawBytes
  try {
    raw = readBytes(pathToOpen(folder, file), file)
  } catch (error) {
    return outcomeOf(error)
  }
  const stats = statsOf(raw.stats)
  const refuse = (state: 'skipped' | 'failed', cause: Cause, detail?: string): SourceOutcome => ({
    state,
    cause,
    reason: reasonOf(cause, detail),
    source: null,
    stats,
  })
  if (!raw.stats.isFile()) return refuse('skipped', 'special')
  if (raw.stats.size >= TOO_LARGE) return refuse('skipped', 'too-large')
  if (raw.bytes.length === 0) return refuse('skipped', 'empty')
  if (raw.cut && binaryKind(raw.bytes)?.document)
    return refuse('skipped', 'too-large', `documents above ${MOST_DOCUMENT_BYTES / 1e6} MB are not read`)
  let read: FormatResult & { format: string }
  try {
    const choice = await chooseFormat(file.path, raw.bytes)
    if ('cause' in choice) return refuse('skipped', choice.cause, choice.detail)
    read = { ...(await choice.reader.read({ path: file.path, bytes: raw.bytes })), format: choice.reader.name }
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error
    return refuse(error.why === 'damaged' ? 'failed' : 'skipped', error.why, error.detail)
  }
  const { text, encoding, meta, made, partial, format } = read
  if (text.trim() === '') return refuse('skipped', 'no-text')
  const header = readHeader({
    text,
    path: file.path,
    meta,
    ...(made === undefined ? {} : { made }),
    fileTime: new Date(Math.max(0, stats.modified)).toISOString(),
  })
  const source = { hash: raw.hash, text, header, language: detectLanguage(text), format, encoding }
  const trouble = raw.changed ? ({ cause: 'changing' } as const) : raw.cut ? ({ cause: 'cut' } as const) : partial
  if (!trouble) return { state: 'indexed', cause: null, reason: null, source, stats }
  return {
    state: 'partial',
    cause: trouble.cause,
    reason: reasonOf(trouble.cause, 'detail' in trouble ? trouble.detail : undefined),
    source,
    stats,
  }
}

interface RawBytes {
  bytes: Buffer
  hash: string
  stats: Stats
  cut: boolean
  /** Size or time changed while it was read, three times in a row. */
  changed: boolean
}

function readBytes(path: string | Buffer, seen: Partial<FileStats>): RawBytes {
  // Non-blocking: a pipe that took the file's place since the walk must not hang the reader.
  const handle = openSync(path, constants.O_RDONLY | NON_BLOCKING)
  try {
    return readAtOnce(handle, seen) ?? readCarefully(handle)
  } finally {
    closeSync(handle)
  }
}

/** The usual case in one read: a small file that is as the walk saw it, before and after. */
function readAtOnce(handle: number, seen: Partial<FileStats>): RawBytes | null {
  if (seen.size === undefined || seen.size === 0 || seen.size >= CHUNK) return null
  const length = readSync(handle, buffer, 0, seen.size + 1, 0)
  const stats = fstatSync(handle)
  if (length !== seen.size || stats.size !== seen.size || stats.mtimeMs !== seen.modified || !stats.isFile())
    return null
  const bytes = Buffer.from(buffer.subarray(0, length))
  return { bytes, hash: hash('sha256', bytes), stats, cut: false, changed: false }
}

function readCarefully(handle: number): RawBytes {
  for (let attempt = 1; ; attempt++) {
    const before = fstatSync(handle)
    if (!before.isFile() || before.size >= TOO_LARGE)
      return { bytes: Buffer.alloc(0), hash: '', stats: before, cut: false, changed: false }
    const content = before.size < CHUNK ? readSmall(handle) : readLarge(handle)
    const after = fstatSync(handle)
    const changed = after.size !== before.size || after.mtimeMs !== before.mtimeMs
    if (!changed || attempt === 3) return { ...content, stats: after, changed }
  }
}

type Content = Pick<RawBytes, 'bytes' | 'hash' | 'cut'>

function readSmall(handle: number): Content {
  let length = 0
  for (;;) {
    const read = readSync(handle, buffer, length, CHUNK - length, length)
    length += read
    if (read === 0) break
    if (length === CHUNK) return readLarge(handle)
  }
  const bytes = Buffer.from(buffer.subarray(0, length))
  return { bytes, hash: hash('sha256', bytes), cut: false }
}

function readLarge(handle: number): Content {
  const digest = createHash('sha256')
  let most = MOST_BYTES
  const parts: Buffer[] = []
  let length = 0
  for (;;) {
    const read = readSync(handle, buffer, 0, CHUNK, length)
    if (read === 0) break
    digest.update(buffer.subarray(0, read))
    if (length === 0 && binaryKind(buffer.subarray(0, read))?.document) most = MOST_DOCUMENT_BYTES
    if (length < most) parts.push(Buffer.from(buffer.subarray(0, Math.min(read, most - length))))
    length += read
  }
  return {
    bytes: wholeCharacters(Buffer.concat(parts), length > most),
    hash: digest.digest('hex'),
    cut: length > most,
  }
}

/** A text cut at a byte loses the character that was cut, not more. */
function wholeCharacters(bytes: Buffer, cut: boolean): Buffer {
  if (!cut) return bytes
  let end = bytes.length & ~1
  for (let i = 0; i < 3 && ((bytes[end] ?? 0) & 0xc0) === 0x80; i++) end--
  return bytes.subarray(0, end)
}

const statsOf = (stats: Stats): FileStats => ({ size: stats.size, modified: stats.mtimeMs, inode: stats.ino })

function outcomeOf(error: unknown): SourceOutcome {
  const code = error instanceof Error && 'code' in error ? String(error.code) : null
  if (code === null) throw error
  if (code === 'ENOENT' || code === 'ENOTDIR') return { state: 'vanished' }
  const refuse = (state: 'skipped' | 'failed', cause: Cause): SourceOutcome => ({
    state,
    cause,
    reason: reasonOf(cause),
    source: null,
    stats: null,
  })
  if (code === 'EACCES' || code === 'EPERM') return refuse('failed', 'permission')
  if (code === 'ENXIO' || code === 'ELOOP') return refuse('skipped', 'special')
  return code === 'ENAMETOOLONG' ? refuse('failed', 'path-too-long') : refuse('failed', 'unreadable')
}

import { readHeader } from '../../domain/article/header'
import type { ArticleHeader } from '../../domain/extract/types'
import { binaryKind } from '../decode/binary'
import { chooseFormat } from '../formats/choose-format'
import type { FormatResult } from '../formats/format-reader'
import { Unreadable } from '../formats/unreadable'
import { detectLanguage } from '../language/detect-language'
import { reasonOf, type Cause } from './causes'
import { MOST_DOCUMENT_BYTES } from './raw-bytes'

/** A text read from a file, ready to be shown, searched or analysed. */
export interface SourceText {
  /** sha256 of the file's bytes, lower-case hex. */
  hash: string
  text: string
  header: ArticleHeader
  language: string | null
  format: string
  encoding: string
  /** How sure the encoding is, 0 to 1. */
  confidence: number
  /** The encoding the analyst chose for these bytes, null where none was. */
  chosen: string | null
}

/** The end state of a file or member, with its text where it has one. */
export type Understood =
  | { state: 'indexed'; cause: null; reason: null; source: SourceText }
  | { state: 'partial'; cause: Cause; reason: string; source: SourceText }
  | Refused
export interface Refused {
  state: 'skipped' | 'failed'
  cause: Cause
  reason: string
  source: null
}

/** Bytes on the way to a text. */
export interface RawSource {
  /** For its ending, and the day that may stand in it. */
  path: string
  bytes: Buffer
  /** The encoding stated beside the file, where it is. */
  charset?: string
  /** sha256 of all of its bytes. */
  hash: string
  /** Milliseconds since 1970; null where nothing says. */
  modified: number | null
  /** Only the first part was read. */
  cut: boolean
  /** It changed while it was read. */
  changed: boolean
  /** The encoding the analyst chose for these bytes. */
  chosen: string | null
}

export function refused(state: 'skipped' | 'failed', cause: Cause, detail?: string): Refused {
  return { state, cause, reason: reasonOf(cause, detail), source: null }
}

/** What became of something that no text could be made of. Damage is a failure: the file could be had whole from elsewhere. */
export function refusedFor({ why, detail }: Unreadable): Refused {
  return refused(why === 'damaged' ? 'failed' : 'skipped', why, detail)
}

/** What became of something that our own code failed over. */
export function faultOf(error: unknown): Refused {
  return refused('failed', 'fault', (error instanceof Error ? error.message : String(error)).slice(0, 200))
}

/** Makes a text of bytes: the reader for their kind, the header, the language. Never throws for what is wrong with them. */
export async function understand(raw: RawSource): Promise<Understood> {
  const { path, bytes, charset } = raw
  if (bytes.length === 0) return refused('skipped', 'empty')
  if (raw.cut && binaryKind(bytes)?.document)
    return refused('skipped', 'too-large', `documents above ${MOST_DOCUMENT_BYTES / 1e6} MB are not read`)
  try {
    const choice = await chooseFormat(path, bytes)
    if ('cause' in choice) return refused('skipped', choice.cause, choice.detail)
    return sourceOf(
      raw,
      await choice.reader.read({
        path,
        bytes,
        ...(charset === undefined ? {} : { charset }),
        ...(raw.chosen === null ? {} : { encoding: raw.chosen }),
      }),
      choice.reader.name,
    )
  } catch (error) {
    if (error instanceof Unreadable) return refusedFor(error)
    throw error
  }
}

/** The text with its header and language, from what a reader made. */
export function sourceOf(
  raw: Omit<RawSource, 'bytes'>,
  { text, encoding, confidence, meta, made, partial }: FormatResult,
  format: string,
): Understood {
  if (text.trim() === '') return refused('skipped', 'no-text')
  const header = readHeader({
    text,
    path: raw.path,
    meta,
    ...(made === undefined ? {} : { made }),
    ...(raw.modified === null ? {} : { fileTime: new Date(Math.max(0, raw.modified)).toISOString() }),
  })
  const language = detectLanguage(text)
  const source = { hash: raw.hash, text, header, language, format, encoding, confidence, chosen: raw.chosen }
  const trouble = raw.changed ? ({ cause: 'changing' } as const) : raw.cut ? ({ cause: 'cut' } as const) : partial
  if (!trouble) return { state: 'indexed', cause: null, reason: null, source }
  const reason = reasonOf(trouble.cause, 'detail' in trouble ? trouble.detail : undefined)
  return { state: 'partial', cause: trouble.cause, reason, source }
}

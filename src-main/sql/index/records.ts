import type { ArticleHeader, EntityType, HeaderOrigin } from '../../domain/extract/types'

export type FileState = 'indexed' | 'partial' | 'skipped' | 'failed'

/** One file as the last scan saw it, in its one end state. */
export interface FileRecord {
  /** Relative to the folder, with '/'; bytes that are no UTF-8 written as `\xNN`. */
  path: string
  /** The name as the disk has it, where it is not UTF-8. */
  pathBytes: Uint8Array | null
  size: number
  /** Milliseconds since 1970. */
  modified: number
  inode: number
  state: FileState
  /** What happened, from a closed set of the engine; null when indexed. */
  cause: string | null
  /** The same in words for a person. */
  reason: string | null
}

/** A text ready to be stored: what the reading side worked out, so that writing is all the database has to do. */
export interface ArticleRecord {
  /** sha256 of the file's bytes, lower-case hex. */
  hash: string
  format: string
  encoding: string | null
  header: ArticleHeader
  /** The first words where there is no title, else ''. */
  lead: string
  language: string | null
  words: number
  /** Title and body as `indexText` makes them. */
  indexTitle: string
  indexBody: string
  /** Where the text lies in the unpacked block of its batch, in bytes of UTF-8. */
  blockStart: number
  blockLength: number
}

export interface ReadFile extends FileRecord {
  /** Present when indexed or partial. */
  article: ArticleRecord | null
}

/** Files read together, with their texts in one packed block (raw deflate); null when none has a text. */
export interface ReadBatch {
  files: ReadFile[]
  block: Uint8Array | null
}

/** What a list shows of an article. `path` is '' when its last file is gone. */
export interface ArticleFacts {
  id: string
  path: string
  copies: number
  title: string | null
  lead: string
  date: string | null
  dateOrigin: HeaderOrigin
  place: string | null
  agency: string | null
  language: string | null
  format: string
  words: number
  analysed: boolean
}

/** An entity of one article as it counts in the whole folder. */
export interface EntityCount {
  type: EntityType
  name: string
  aliases: string[]
  mentions: number
}

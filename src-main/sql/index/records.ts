import type { EntityType, HeaderOrigin } from '../../domain/extract/types'

export type FileState = 'indexed' | 'partial' | 'skipped' | 'failed'

/** One file as the last scan saw it, in its one end state. */
export interface FileRecord {
  /** Relative to the folder, with '/'; bytes that are no UTF-8 written as `\xNN`. Of a member: path of its container, `!/`, its name. */
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
  /** Of a member: path of the file on the disk it is in, whose size, time and inode it carries. */
  container: string | null
  /** Of an archive, mailbox, table or feed: how many members it has. Stored after them, so that it says that all are there. */
  members: number | null
}

/** A text ready to be stored: what the reading side worked out, so that writing is all the database has to do. */
export interface ArticleRecord {
  /** sha256 of the file's bytes, lower-case hex. */
  hash: string
  format: string
  encoding: string | null
  /** 0 to 1. */
  encodingConfidence: number
  /** The one the analyst chose, null where none was. */
  encodingChosen: string | null
  title: string | null
  /** The first words where there is no title, else ''. */
  lead: string
  date: string | null
  dateOrigin: string
  place: string | null
  agency: string | null
  datelineOrigin: string
  author: string | null
  language: string | null
  words: number
  /** Offsets of the header, as `marksOf` writes them. */
  marks: string
  /** The title as `indexText` makes it. */
  indexTitle: string
  /** Where the body as `indexText` makes it lies in the words of the batch, in bytes of UTF-8. */
  wordsStart: number
  wordsLength: number
  /** Which of the batch's blocks has the text, and where in there when unpacked, in bytes of UTF-8. */
  block: number
  blockStart: number
  blockLength: number
}

export interface ReadFile extends FileRecord {
  /** Present when indexed or partial, but for containers. */
  article: ArticleRecord | null
}

/** Files read together. */
export interface ReadBatch {
  files: ReadFile[]
  /** Their texts as `packBlock` packs them. */
  blocks: Uint8Array[]
  /** What the full-text index gets to see of them. */
  words: Uint8Array
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

import type { HeaderInput } from '../../domain/article/header'
import type { Cause } from '../read/causes'

/** A file's bytes on the way to a text. */
export interface RawFile {
  /** Relative path, for the extension. */
  path: string
  /** Of text at most the first 20 MB; of documents that need their end, all. */
  bytes: Buffer
  /** The encoding stated beside the file (by the server that sent it), where it is. */
  charset?: string
  /** The encoding the analyst chose, where one was. */
  encoding?: string
}

/** What a reader makes of a file. Every offset the program ever uses counts UTF-16 units of `text`. */
export interface FormatResult {
  text: string
  encoding: string
  /** How sure the encoding is, 0 to 1. */
  confidence: number
  /** What the format itself says of title, date, author, agency. */
  meta: NonNullable<HeaderInput['meta']>
  /** ISO day or time at which the document says it was made: less than a date of publication, more than the file's own time. */
  made?: string
  /** Set when the text is there but not whole or not certain. */
  partial: { cause: Cause; detail?: string } | null
}

/** Reads one kind of file. A new kind is a new file in this folder and a line in `choose-format.ts`. */
export interface FormatReader {
  /** As it is called in the library ("txt"). */
  name: string
  /** Throws `Unreadable` for what no text can be made of. */
  read(file: RawFile): FormatResult | Promise<FormatResult>
}

import type { ByteSource } from '../byte-source'
import type { FormatResult } from '../format-reader'

/** What a member is: a file of its own that any reader may take, or an article already made from a row or an item. */
export type MemberContent =
  /** `charset`: the encoding that the container says it is in, for pages that do not say so themselves. */
  { bytes: Buffer; charset?: string } | { hash: string; result: FormatResult }

/** One of the articles in a container, not yet unpacked or understood. */
export interface Member {
  /** Its path within the container; of two members never the same. Whether it is read as HTML or Markdown may hang on its ending. */
  name: string
  /** Milliseconds since 1970 where the container says when the member was last changed. */
  modified: number | null
  /** It is one article, even where it could be read as a container: the message beside its own attachments. */
  single?: boolean
  /** Throws `Unreadable` for a member that cannot be taken out. */
  read(): MemberContent
}

/** Reads one kind of file that holds several articles: archive, mailbox, table, feed. */
export interface ContainerReader {
  /** As it is called in the library ("zip"). */
  name: string
  /**
   * Its members, one after the other, always in the same order. Passing one over costs little: it is unpacked when read. May throw
   * `Unreadable` at any point; the members before it count.
   */
  members(source: ByteSource, path: string): Iterable<Member>
}

import type { ByteSource } from '../byte-source'
import type { ContainerReader } from './container'

const WINDOW = 4_000_000
/** A longer message loses its end. */
const LONGEST = 50_000_000
const FROM = Buffer.from('\nFrom ')
/** What stands in the line that parts two messages after the sender: a day of the week and a time, in all variants of the format. */
const ENVELOPE = /^From \S.* \w{3} \w{3} +\d{1,2} \d\d:\d\d/

/** Mailboxes (mboxo, mboxrd, mboxcl): messages behind lines that begin with "From ". */
export const mboxContainer: ContainerReader = {
  name: 'mbox',
  *members(source) {
    let number = 0
    for (const { start, end } of messages(source)) {
      number++
      yield {
        name: `${number}.eml`,
        modified: null,
        read: () => ({ bytes: unquoted(withoutEnvelope(source.read(start, Math.min(end - start, LONGEST)))) }),
      }
    }
  },
}

/** Whether a file begins like a mailbox. */
export function looksLikeMbox(head: string): boolean {
  return ENVELOPE.test(head) && /^From .*\r?\n(?:>?From .*\r?\n)?[A-Za-z-]+:/.test(head)
}

function* messages(source: ByteSource): Generator<{ start: number; end: number }> {
  let start = 0
  for (let at = 0; at < source.size;) {
    const window = source.read(at, WINDOW)
    let found = window.indexOf(FROM)
    for (; found >= 0; found = window.indexOf(FROM, found + 1)) {
      const line = at + found + 1
      if (line <= start || !ENVELOPE.test(window.toString('latin1', found + 1, found + 300))) continue
      yield { start, end: line }
      start = line
    }
    if (at + window.length >= source.size) break
    // The line between two messages may lie across the end of the window.
    at += window.length - 300
  }
  if (start < source.size) yield { start, end: source.size }
}

/** The message without the line before it and the blank line after it, so that it is the same as in a file of its own. */
function withoutEnvelope(bytes: Buffer): Buffer {
  const message = bytes.subarray(bytes.indexOf(0x0a) + 1)
  const tail = message.toString('latin1', Math.max(0, message.length - 4))
  return message.subarray(0, message.length - (tail === '\r\n\r\n' ? 2 : tail.endsWith('\n\n') ? 1 : 0))
}

/** Lines that begin with "From " were marked with a ">" when the message was put into the box. */
function unquoted(bytes: Buffer): Buffer {
  if (!bytes.includes('\n>From ') && !bytes.includes('\n>>')) return bytes
  return Buffer.from(bytes.toString('latin1').replace(/^>(>*From )/gm, '$1'), 'latin1')
}

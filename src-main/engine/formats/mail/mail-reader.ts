import PostalMime, { type Address, type Email } from 'postal-mime'
import { decode } from '../../decode/decode'
import { parseHtml } from '../dom'
import type { FormatReader, FormatResult } from '../format-reader'
import { limitDepth } from '../html-depth'
import { textOfNodes } from '../html-text'
import { Unreadable } from '../unreadable'
import { MAIL_LIMITS } from './mail-limits'

/** A mail message: its subject, who wrote to whom, and the words. Pictures and trackers in it are neither fetched nor shown. */
export const mailReader: FormatReader = { name: 'eml', read: ({ bytes }) => readMail(bytes) }

/** Reads one message as it travelled (RFC 5322 with MIME). */
export async function readMail(bytes: Buffer): Promise<FormatResult> {
  let mail: Email
  try {
    mail = await PostalMime.parse(bytes, { ...MAIL_LIMITS, attachmentEncoding: 'arraybuffer' })
  } catch {
    return readRaw(bytes)
  }
  const body = bodyOf(mail).trim()
  const lines = [
    ['From', mail.from ? [mail.from] : mail.sender ? [mail.sender] : []],
    ['To', mail.to ?? []],
    ['Cc', mail.cc ?? []],
  ] as const
  const who = lines
    .filter(([, people]) => people.length > 0)
    .map(([label, people]) => `${label}: ${people.map(shown).join(', ')}`)
  const subject = mail.subject?.replace(/\s+/g, ' ').trim() ?? ''
  if (body === '' && subject === '' && who.length === 0) throw new Unreadable('no-text')
  const text = [subject, who.join('\n'), body].filter((part) => part !== '').join('\n\n')
  const date = dayWritten(mail)
  const author = mail.from?.name === undefined || mail.from.name === '' ? mail.from?.address : mail.from.name
  const damaged = text.includes('\ufffd')
  return {
    text,
    encoding: 'mime',
    confidence: 1,
    meta: {
      ...(subject === '' ? {} : { title: subject }),
      ...(author ? { author } : {}),
      ...(date ? { date } : {}),
    },
    partial: damaged ? { cause: 'invalid-bytes' } : null,
  }
}

/** The day as the sender's clock had it: the time in UTC may fall on another one. A day in the future is kept; the analyst sees it. */
function dayWritten({ headers, date }: Email): string | null {
  const raw = headers.find((header) => header.key === 'date')?.value ?? ''
  return /\d{1,2}\s+[A-Za-z]{3,9}\s+\d{4}/.exec(raw)?.[0] ?? date ?? null
}

/** The page where there is one: the plain form beside it is often a stub, or wrapped in the middle of sentences. */
function bodyOf({ html, text }: Email): string {
  const plain = text ?? ''
  if (html === undefined || html.trim() === '') return plain
  const page = textOfNodes(parseHtml(limitDepth(html).html).documentElement)
  return page.length * 2 >= plain.length ? page : plain
}

function shown(address: Address): string {
  if (address.group) return `${address.name}: ${address.group.map(shown).join(', ')}`
  return address.name === '' || address.name === address.address
    ? address.address
    : `${address.name} <${address.address}>`
}

/** A message too deep or too long in its headers to be taken apart: the words as they stand, so that they can at least be found. */
async function readRaw(bytes: Buffer): Promise<FormatResult> {
  const { text, encoding, confidence } = await decode(bytes)
  return {
    text,
    encoding,
    confidence,
    meta: {},
    partial: { cause: 'incomplete', detail: 'its parts could not be taken apart' },
  }
}

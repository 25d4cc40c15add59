import PostalMime, { type Attachment, type Email } from 'postal-mime'
import type { ByteSource } from '../byte-source'
import { MAIL_LIMITS } from '../mail/mail-limits'
import type { ContainerReader, Member } from './container'
import { uniqueNames } from './unique-names'

/** A larger message is read as the one article it is. */
const MOST_BYTES = 100_000_000
/** Pictures of a signature, voices and the like have no text. */
const WITHOUT_TEXT = /^(?:image|audio|video|font)\/|^application\/(?:pgp|pkcs7|x-pkcs7)/i

/**
 * A reader for a message with documents attached: the message, then each of them. Null for a message without any, which is a single
 * article. The message's identity is that of the whole file, attachments or not.
 */
export async function mailContainer(source: ByteSource): Promise<ContainerReader | null> {
  if (source.size > MOST_BYTES) return null
  const bytes = source.read(0, source.size)
  // Most mail has no file in it, and need not be taken apart to see that.
  if (!bytes.includes('ilename')) return null
  const attached = documentsOf(await parsed(bytes))
  if (attached.length === 0) return null
  return {
    name: 'eml',
    *members() {
      const unique = uniqueNames()
      yield { name: unique('message.eml'), modified: null, single: true, read: () => ({ bytes }) }
      for (const [i, attachment] of attached.entries()) yield memberOf(attachment, unique, i + 1)
    },
  }
}

/** A message that cannot be taken apart has no attachments that could be found; its own reader says what is wrong. */
async function parsed(bytes: Buffer): Promise<Email | null> {
  try {
    return await PostalMime.parse(bytes, { ...MAIL_LIMITS, attachmentEncoding: 'arraybuffer' })
  } catch {
    return null
  }
}

const documentsOf = (mail: Email | null): Attachment[] =>
  (mail?.attachments ?? []).filter(
    ({ filename, mimeType, related }) => filename && !related && !WITHOUT_TEXT.test(mimeType),
  )

function memberOf({ filename, content }: Attachment, unique: (name: string) => string, number: number): Member {
  const name = (filename ?? '').replace(/[\p{Cc}]/gu, '').replace(/.*[\\/]/, '').slice(0, 200) // prettier-ignore
  return {
    name: unique(name === '' ? `attachment ${number}` : name),
    modified: null,
    read: () => ({ bytes: typeof content === 'string' ? Buffer.from(content) : Buffer.from(content as ArrayBuffer) }),
  }
}

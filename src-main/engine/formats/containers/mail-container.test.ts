import { describe, expect, it } from 'vitest'
import { bytesOf } from '../byte-source'
import { chooseContainer } from './choose-container'

const HEAD = 'From: Ann Lee <ann@example.org>\r\nSubject: Release\r\nMessage-ID: <1@x>\r\nMIME-Version: 1.0\r\n'
const part = (type: string, name: string, body: string, disposition = 'attachment') =>
  `--b\r\nContent-Type: ${type}\r\nContent-Disposition: ${disposition}; filename="${name}"\r\nContent-Transfer-Encoding: base64\r\n\r\n${Buffer.from(body).toString('base64')}\r\n`
const mail = (...parts: string[]) =>
  Buffer.from(
    `${HEAD}Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\nContent-Type: text/plain\r\n\r\nSee attached.\r\n${parts.join('')}--b--\r\n`,
  )

async function members(bytes: Buffer) {
  const reader = await chooseContainer(bytesOf(bytes), 'a.eml')
  return reader && Array.from(reader.members(bytesOf(bytes), 'a.eml'), (member) => ({ member, content: member.read() }))
}

describe('mail with attachments', () => {
  it('is the message as a whole, and each document in it', async () => {
    const bytes = mail(
      part('text/plain', 'note.txt', 'A note'),
      part('image/png', 'logo.png', 'png'),
      part('application/pdf', '../../note.txt', '%PDF'),
    )
    const found = await members(bytes)
    expect(found?.map(({ member }) => [member.name, member.single ?? false])).toEqual([
      ['message.eml', true],
      ['note.txt', false],
      ['note (2).txt', false],
    ])
    expect(found?.map(({ content }) => 'bytes' in content && content.bytes.toString())).toEqual([
      bytes.toString(),
      'A note',
      '%PDF',
    ])
  })

  it.each([
    ['nothing attached', mail()],
    ['pictures alone', mail(part('image/png', 'logo.png', 'png'))],
    ['words about a filename', Buffer.from(`${HEAD}\r\nThe filename is lost.`)],
    ['parts nested without end', Buffer.from(`${HEAD}${Array.from({ length: 500 }, (_, i) => `Content-Type: multipart/mixed; boundary=b${i}; filename=x\r\n\r\n--b${i}\r\n`).join('')}`)],
  ])('is one article with %s', async (_, bytes) => {
    expect(await members(bytes)).toBeNull()
  }) // prettier-ignore
})

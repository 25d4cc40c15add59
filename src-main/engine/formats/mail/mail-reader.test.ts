import { describe, expect, it } from 'vitest'
import { looksLikeMail } from './looks-like-mail'
import { readMail } from './mail-reader'

const mail = (headers: string, body: string, encoding: BufferEncoding = 'latin1') =>
  Buffer.from(`${headers}\r\n\r\n${body}`.replace(/\r?\n/g, '\r\n'), encoding)
const HEAD =
  'From: Ann Lee <ann@example.org>\nTo: desk@example.org\nDate: Wed, 17 Oct 2018 23:30:00 -0700\nSubject: Ships come home\nMessage-ID: <1@x>'

describe('the mail reader', () => {
  it('reads subject, people, day and words', async () => {
    const { text, meta } = await readMail(mail(HEAD, 'The harbour was full.'))
    expect(text).toBe(
      'Ships come home\n\nFrom: Ann Lee <ann@example.org>\nTo: desk@example.org\n\nThe harbour was full.',
    )
    expect(meta).toEqual({ title: 'Ships come home', author: 'Ann Lee', date: '17 Oct 2018' })
  })

  it.each([
    ['windows-1251 in quoted-printable', 'Content-Type: text/plain; charset=windows-1251\nContent-Transfer-Encoding: quoted-printable', '=CC=EE=F1=EA=E2=E0', 'Москва'],
    ['koi8-r in base64', 'Content-Type: text/plain; charset=koi8-r\nContent-Transfer-Encoding: base64', Buffer.of(0xed, 0xcf, 0xd3, 0xcb, 0xd7, 0xc1).toString('base64'), 'Москва'],
    ['a page rather than its stub', 'Content-Type: multipart/alternative; boundary=b', '--b\nContent-Type: text/plain\n\nSee the page\n--b\nContent-Type: text/html\n\n<p>One <b>two</b></p><p>three</p><img src="http://x/t.gif"><script>evil()</script>\n--b--', 'One two\n\nthree'],
    ['mixed parts, without attachments', 'Content-Type: multipart/mixed; boundary=b', '--b\nContent-Type: text/plain\n\nWords\n--b\nContent-Type: application/pdf\nContent-Disposition: attachment; filename=a.pdf\n\n%PDF\n--b--', 'Words'],
    ['a part whose boundary never comes', 'Content-Type: multipart/mixed; boundary=never', 'Words without a boundary', ''],
  ])('reads %s', async (_, headers, body, expected) => {
    const { text } = await readMail(mail(`${HEAD}\nMIME-Version: 1.0\n${headers}`, body))
    expect(text.split('\n\n').slice(2).join('\n\n')).toBe(expected)
  }) // prettier-ignore

  it('reads subjects in other scripts, and broken ones as they stand', async () => {
    const subject = (words: string) =>
      readMail(mail(`From: a@b\nSubject: ${words}`, 'x')).then(({ meta }) => meta.title)
    expect(await subject('=?windows-1251?B?zO7x6uLg?= news')).toBe('Москва news')
    expect(await subject('=?utf-8?Q?broken')).toBe('=?utf-8?Q?broken')
  })

  it('gives what can be read of a message nested without end', async () => {
    const parts = Array.from(
      { length: 1000 },
      (_, i) => `Content-Type: multipart/mixed; boundary=b${i}\r\n\r\n--b${i}\r\n`,
    ).join('')
    const { text, partial } = await readMail(
      Buffer.from(`${HEAD}\r\nMIME-Version: 1.0\r\n${parts}\r\nfound at the bottom`),
    )
    expect(text).toContain('Ships come home')
    expect(partial).toMatchObject({ cause: 'incomplete' })
  })
})

describe('looksLikeMail', () => {
  it.each([
    [HEAD, false, true],
    ['Received: by x\n\tid 1\nFrom: a@b\n\nHi', false, true],
    ['Title: Ships\nDate: 2018-10-17\nFrom: our correspondent\n\nWords', false, false],
    ['From: a\nto whom it may concern', false, false],
    ['Subject: x\n\nbody', true, true],
    ['Just words', true, false],
  ])('%j (named .eml: %s) → %s', (head, named, expected) => {
    expect(looksLikeMail(head, named)).toBe(expected)
  })
})

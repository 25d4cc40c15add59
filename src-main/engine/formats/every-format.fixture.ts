import { PDFDocument, StandardFonts } from '@cantoo/pdf-lib'
import { gzipSync } from 'node:zlib'
import { packed, packedDocx } from './zip/packed.fixture'

const STORY = 'The harbour was full of people who had come to see the ships return from the north.'
const MAIL = `From: Ann Lee <ann@example.org>\r\nSubject: =?utf-8?Q?Ships_come_home?=\r\nMessage-ID: <1@x>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/alternative; boundary=b\r\n\r\n--b\r\nContent-Type: text/plain; charset=windows-1251\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n=CC=EE ${STORY}\r\n--b\r\nContent-Type: text/html\r\n\r\n<p>${STORY}</p>\r\n--b--\r\n`

async function pdf(): Promise<Uint8Array> {
  const document = await PDFDocument.create()
  const font = await document.embedFont(StandardFonts.TimesRoman)
  for (let i = 0; i < 3; i++) document.addPage().drawText(`${STORY} ${i}`, { x: 40, y: 700, size: 11, font })
  return document.save()
}

/** One sound file of every kind that is read, by name, with the words "harbour was full" in it. */
export async function everyFormat(): Promise<Record<string, Buffer>> {
  const page = `<!doctype html><html><head><meta charset="utf-8"><title>Ships</title><script type="application/ld+json">{"@type":"NewsArticle","headline":"Ships"}</script></head><body><article><h1>Ships</h1><p>${STORY}</p><p>${STORY}</p></article></body></html>`
  const http = `HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n${page}`
  const warc = `WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://x.org/a\r\nWARC-Date: 2018-10-17T09:00:00Z\r\nContent-Length: ${http.length}\r\n\r\n${http}\r\n\r\n`
  const book = {
    mimetype: 'application/epub+zip',
    'META-INF/container.xml': '<container><rootfile full-path="a.opf"/></container>',
    'a.opf':
      '<package><metadata><dc:title>Ships</dc:title></metadata><manifest><item id="a" href="a.xhtml"/></manifest><spine><itemref idref="a"/></spine></package>',
    'a.xhtml': `<html><body><p>${STORY}</p></body></html>`,
  }
  const files: Record<string, string | Uint8Array> = {
    'a.txt': `Ships come home\n\nOSLO, Oct 17 (Norden) - ${STORY}\n`,
    'a.md': `---\ntitle: Ships\ndate: 2018-10-17\n---\n\n${STORY}\n`,
    'a.html': page,
    'a.docx': packedDocx(`<w:p><w:r><w:t>${STORY}</w:t></w:r></w:p><w:tbl><w:tr><w:tc><w:p/></w:tc></w:tr></w:tbl>`),
    'a.odt': packed({ mimetype: 'application/vnd.oasis.opendocument.text', 'content.xml': `<d xmlns:text="t"><office:text><text:p>${STORY}</text:p></office:text></d>` }),
    'a.epub': packed(book),
    'a.rtf': String.raw`{\rtf1\ansi\ansicpg1251{\fonttbl{\f0\fcharset204 Arial;}}{\info{\title Ships}}\f0 \'cc\'ee ${STORY}\u1052?\par{\footnote x}\par}`,
    'a.eml': MAIL,
    'a.pdf': await pdf(),
    'a.mbox': `From a@b.c Wed Oct 17 09:12:00 2018\n${MAIL}\nFrom a@b.c Wed Oct 17 09:13:00 2018\n${MAIL}\n`,
    'a.csv': `title,text,date\n${Array.from({ length: 5 }, (_, i) => `Ships ${i},"${STORY} ""Quoted"", ${i}",2018-10-1${i}\n`).join('')}`,
    'a.jsonl': `${JSON.stringify({ title: 'Ships', body: STORY })}\n${JSON.stringify({ title: 'Rails', body: STORY })}\n`,
    'a.json': JSON.stringify([{ title: 'Ships', body: STORY }, { title: 'Rails', body: STORY }]),
    'a.rss': `<?xml version="1.0"?><rss><channel><title>Desk</title><item><title>Ships</title><guid>1</guid><description><![CDATA[<p>${STORY}</p>]]></description></item></channel></rss>`,
    'a.xml': `<nitf><body><body.head><hedline><hl1>Ships</hl1></hedline></body.head><body.content><p>${STORY}</p></body.content></body></nitf>`,
    'a.warc': warc,
    'a.warc.gz': gzipSync(warc),
    'a.txt.gz': gzipSync(STORY),
    'a.zip': packed({ 'one.txt': STORY, 'two.html': page, 'three.eml': MAIL }),
  } // prettier-ignore
  return Object.fromEntries(Object.entries(files).map(([name, content]) => [name, Buffer.from(content)]))
}

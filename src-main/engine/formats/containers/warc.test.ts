import { gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { bytesOf } from '../byte-source'
import { chooseContainer } from './choose-container'

const record = (type: string, address: string, block: string | Buffer, more = '') => {
  const bytes = Buffer.from(block)
  const head = `WARC/1.0\r\nWARC-Type: ${type}\r\nWARC-Target-URI: ${address}\r\nWARC-Date: 2018-10-17T09:00:00Z\r\n${more}Content-Length: ${bytes.length}\r\n\r\n`
  return Buffer.concat([Buffer.from(head), bytes, Buffer.from('\r\n\r\n')])
}
const http = (headers: string, body: string | Buffer) =>
  Buffer.concat([Buffer.from(`HTTP/1.1 200 OK\r\n${headers}\r\n\r\n`), Buffer.from(body)])

const RECORDS = [
  record('warcinfo', '', 'software: x'),
  record('request', 'https://x.org/', 'GET / HTTP/1.1\r\n\r\n'),
  record('response', 'https://x.org/news/', http('Content-Type: text/html; charset=windows-1251', '<p>One</p>')),
  record('response', 'https://x.org/chunks', http('Content-Type: text/html\r\nTransfer-Encoding: chunked', '4\r\n<p>T\r\n6;x=y\r\nwo</p>\r\n0\r\n\r\n')),
  record('response', 'https://x.org/packed', http('Content-Type: text/html\r\nContent-Encoding: gzip', gzipSync('<p>Three</p>'))),
  record('response', 'https://x.org/a.png', http('Content-Type: image/png', 'png')),
  record('response', 'https://x.org/gone', 'HTTP/1.1 404 Not Found\r\nContent-Type: text/html\r\n\r\n<p>no</p>'),
  record('resource', 'https://x.org/a.txt', 'Four', 'Content-Type: text/plain\r\n'),
] // prettier-ignore

async function pages(content: Buffer, path: string) {
  const source = bytesOf(content)
  const reader = await chooseContainer(source, path)
  return Array.from(reader?.members(source, path) ?? [], (member) => {
    const read = member.read()
    return {
      name: member.name,
      modified: member.modified,
      ...('bytes' in read ? { ...read, bytes: read.bytes.toString() } : {}),
    }
  })
}

const EXPECTED = [
  { name: 'x.org/news.html', bytes: '<p>One</p>', charset: 'windows-1251', modified: Date.UTC(2018, 9, 17, 9) },
  { name: 'x.org/chunks.html', bytes: '<p>Two</p>' },
  { name: 'x.org/packed.html', bytes: '<p>Three</p>' },
  { name: 'x.org/a.txt', bytes: 'Four' },
]

describe('web archives', () => {
  it('gives the pages that servers answered with, unpacked', async () => {
    expect(await pages(Buffer.concat(RECORDS), 'a.warc')).toMatchObject(EXPECTED)
  })

  it('reads one packed record by record', async () => {
    expect(await pages(Buffer.concat(RECORDS.map((one) => gzipSync(one))), 'a.warc.gz')).toMatchObject(EXPECTED)
  })

  it('gives what stands before a damaged place, and says where it is', async () => {
    const damaged = Buffer.concat([...RECORDS.slice(0, 3), Buffer.from('garbage')])
    await expect(pages(damaged, 'a.warc')).rejects.toMatchObject({
      why: 'damaged',
      detail: expect.stringMatching(/byte/) as string,
    })
  })
})

describe('files packed with gzip', () => {
  it('is its one file under the name without the ending', async () => {
    expect(await pages(gzipSync('Words'), 'folder/a.txt.gz')).toMatchObject([{ name: 'a.txt', bytes: 'Words' }])
    expect(await pages(Buffer.concat([gzipSync('Wor'), gzipSync('ds', { level: 0 })]), 'a.txt.gz')).toMatchObject([
      { bytes: 'Words' },
    ])
  })

  it('refuses one cut short or made to fill the memory', async () => {
    await expect(pages(gzipSync('Words').subarray(0, 20), 'a.gz')).rejects.toMatchObject({ why: 'damaged' })
    await expect(pages(gzipSync(Buffer.alloc(210_000_000)), 'a.gz')).rejects.toMatchObject({ why: 'bomb' })
  })
})

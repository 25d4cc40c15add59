import { createHash } from 'node:crypto'
import { mkdirSync, renameSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { articleAtPath, articlePaths, readArticle } from '../../sql/index/article'
import { temporaryFolder } from '../../sql/temporary-folder.fixture'
import { readCitedSources } from '../briefing/source-files'
import { packed, packedDocx } from '../formats/zip/packed.fixture'
import { runSearch } from '../search/run-search'
import { Session } from '../session'
import { inlinePool } from '../workers/inline-pool.fixture'
import { readSourceAt } from './read-members'

const sessions: Session[] = []
afterEach(async () => {
  await Promise.all(sessions.splice(0).map((session) => session.close()))
})

const mail = (subject: string, body: string) =>
  `From: Ann <a@b.org>\nSubject: ${subject}\nMessage-ID: <${subject}@x>\n\n${body}\n`
const box = (...mails: string[]) => mails.map((one) => `From a@b.org Wed Oct 17 09:12:00 2018\n${one}\n`).join('')

class Folder {
  readonly path = temporaryFolder()
  private clock = 1_500_000_000
  readonly session = new Session(this.path, { directory: temporaryFolder(), pool: inlinePool() })

  constructor() {
    sessions.push(this.session)
  }

  put(name: string, content: string | Uint8Array): void {
    const path = join(this.path, name)
    mkdirSync(dirname(path), { recursive: true })
    writeFileSync(path, content)
    utimesSync(path, ++this.clock, this.clock)
  }

  async scan() {
    const report = await this.session.pipeline.run('text')
    const { files, indexed, partial, unchanged, moved, skipped, failed } = report
    expect(indexed + partial + unchanged + moved + skipped + failed).toBe(files)
    return report
  }

  paths = () => articlePaths(this.session.index).map(({ path }) => path)
  hash = (path: string) => articleAtPath(this.session.index, path)
  text = (path: string) => readArticle(this.session.index, this.hash(path) ?? '')?.text
  find = (query: string) =>
    runSearch(this.session.index, query, { sort: 'relevance', limit: 50, offset: 0 }).hits.map((hit) => hit.facts.path)
}

describe('containers', () => {
  it('gives every article of an archive, whatever its kind and depth', async () => {
    const folder = new Folder()
    const inner = packed({ 'deep.txt': 'Words at the bottom', 'again.txt': 'Words at the bottom' })
    folder.put(
      'all.zip',
      packed({
        'a/one.txt': 'First words',
        'two.html': '<html><body><p>Second words</p></body></html>',
        'three.docx': packedDocx('<w:p><w:r><w:t>Third words</w:t></w:r></w:p>'),
        inbox: box(mail('One', 'Fourth words'), mail('Two', 'Fifth words\n>From here on')),
        'inner.zip': inner,
        'empty.zip': packed({}),
        'cut.zip': inner.subarray(0, 60),
        'picture.jpg': Uint8Array.of(0xff, 0xd8, 0xff, 0xe0),
        '__MACOSX/a/._one.txt': 'junk',
        '.DS_Store': 'junk',
      }),
    )
    const report = await folder.scan()
    expect(folder.paths()).toEqual([
      'all.zip!/a/one.txt', 'all.zip!/inbox!/1.eml', 'all.zip!/inbox!/2.eml', 'all.zip!/inner.zip!/again.txt',
      'all.zip!/inner.zip!/deep.txt', 'all.zip!/three.docx', 'all.zip!/two.html',
    ]) // prettier-ignore
    expect(folder.text('all.zip!/inbox!/2.eml')).toBe('Two\n\nFrom: Ann <a@b.org>\n\nFifth words\nFrom here on')
    expect(report.problems).toMatchObject([
      { path: 'all.zip!/cut.zip', state: 'failed' },
      { path: 'all.zip!/empty.zip', state: 'skipped' },
      { path: 'all.zip!/picture.jpg', state: 'skipped' },
    ])
    expect(folder.find('"words at the bottom"')).toEqual(['all.zip!/inner.zip!/again.txt'])
    expect(await folder.scan()).toMatchObject({ indexed: 0, unchanged: 8, skipped: 2, failed: 1 })
  })

  it('knows an article in an archive and the same file beside it for one', async () => {
    const folder = new Folder()
    folder.put('loose.txt', 'The same words')
    folder.put('a.zip', packed({ 'packed.txt': 'The same words' }))
    await folder.scan()
    expect(folder.hash('a.zip!/packed.txt')).toBe(folder.hash('loose.txt'))
    rmSync(join(folder.path, 'loose.txt'))
    await folder.scan()
    expect(folder.find('same')).toEqual(['a.zip!/packed.txt'])
  })

  it('follows changes: what is new, what went, what only moved', async () => {
    const folder = new Folder()
    folder.put('box', box(mail('One', 'First'), mail('Two', 'Second')))
    await folder.scan()
    const second = folder.hash('box!/2.eml')
    folder.put('box', box(mail('Two', 'Second')))
    expect(await folder.scan()).toMatchObject({ files: 2, removed: 0, moved: 1 })
    expect(folder.paths()).toEqual(['box!/1.eml'])
    expect(folder.hash('box!/1.eml')).toBe(second)
    renameSync(join(folder.path, 'box'), join(folder.path, 'crate'))
    expect(await folder.scan()).toMatchObject({ moved: 1, indexed: 0, unchanged: 1 })
    expect(folder.paths()).toEqual(['crate!/1.eml'])
    rmSync(join(folder.path, 'crate'))
    expect(await folder.scan()).toMatchObject({ files: 0, removed: 2 })
    expect(folder.paths()).toEqual([])
  })

  it('lets members go when another kind of file takes the place', async () => {
    const folder = new Folder()
    folder.put('news', box(mail('One', 'First')))
    await folder.scan()
    folder.put('news', 'Plain words now')
    await folder.scan()
    expect(folder.paths()).toEqual(['news'])
  })

  it('hands a large one over in parts and counts every article once', async () => {
    const folder = new Folder()
    const files = Object.fromEntries(Array.from({ length: 1000 }, (_, i) => [`${i}.txt`, `Story number n${i} of many`]))
    folder.put('large.zip', packed(files))
    expect(await folder.scan()).toMatchObject({ files: 1001, indexed: 1001 })
    expect(folder.find('n999')).toEqual(['large.zip!/999.txt'])
  })

  it('keeps two members of one name apart', async () => {
    const folder = new Folder()
    const twice = packed({ 'aa.txt': 'First of two', 'ab.txt': 'Second of two' })
    folder.put('twins.zip', Buffer.from(twice.toString('latin1').replaceAll('ab.txt', 'aa.txt'), 'latin1'))
    await folder.scan()
    expect(folder.paths()).toEqual(['twins.zip!/aa (2).txt', 'twins.zip!/aa.txt'])
  })

  it('reads again from the start when it was ended before the last member was stored', async () => {
    const folder = new Folder()
    const files = Object.fromEntries(Array.from({ length: 600 }, (_, i) => [`${i}.txt`, `Story number n${i}`]))
    folder.put('large.zip', packed(files))
    const stop = setInterval(() => {
      if (folder.session.pipeline.status().articles > 0) folder.session.pipeline.cancel()
    }, 0)
    await folder.session.pipeline.run('text')
    clearInterval(stop)
    await folder.scan()
    expect(folder.paths()).toHaveLength(600)
  })

  it('reads documents attached to mail, in a mailbox too, and keeps the message’s identity', async () => {
    const folder = new Folder()
    const attached = `From: Ann <a@b.org>\nSubject: Release\nMessage-ID: <1@x>\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=b\n\n--b\nContent-Type: text/plain\n\nSee attached.\n--b\nContent-Type: text/plain\nContent-Disposition: attachment; filename=release.txt\n\nThe released words\n--b--\n`
    folder.put('one.eml', attached)
    folder.put('box', box(attached, mail('Two', 'Second')))
    await folder.scan()
    expect(folder.paths()).toEqual([
      'box!/1.eml!/message.eml', 'box!/1.eml!/release.txt', 'box!/2.eml', 'one.eml!/message.eml', 'one.eml!/release.txt',
    ]) // prettier-ignore
    expect(folder.find('"released words"')).toHaveLength(1)
    // The blank line that parts two messages of a mailbox belongs to neither.
    expect(folder.hash('box!/1.eml!/message.eml')).toBe(folder.hash('one.eml!/message.eml'))
    expect(folder.text('one.eml!/message.eml')).toBe('Release\n\nFrom: Ann <a@b.org>\n\nSee attached.')
    expect(folder.hash('one.eml!/message.eml')).toBe(createHash('sha256').update(attached).digest('hex'))
  })

  it('finds a cited passage in an archive again from the files alone, and where it stood before it was packed', async () => {
    const folder = new Folder()
    folder.put('all.zip', packed({ 'deep.zip': packed({ 'a.txt': 'Cited words' }), 'b.txt': 'Other words' }))
    const sha256 = createHash('sha256').update('Cited words').digest('hex')
    const citations = [
      { path: 'all.zip!/deep.zip!/a.txt', sha256 },
      { path: 'was/loose.txt', sha256 },
      { path: 'all.zip!/none.txt', sha256: '' },
      { path: '../all.zip!/b.txt', sha256: '' },
    ]
    const found = await readCitedSources(folder.path, citations)
    expect(citations.map((citation) => found(citation)?.path ?? null)).toEqual([
      'all.zip!/deep.zip!/a.txt',
      'all.zip!/deep.zip!/a.txt',
      null,
      null,
    ])
    expect(await readSourceAt(folder.path, { path: 'all.zip!/b.txt', pathBytes: null })).toMatchObject({
      state: 'indexed',
      source: { text: 'Other words' },
    })
    expect(await readSourceAt(folder.path, { path: 'all.zip!/none.txt', pathBytes: null })).toEqual({
      state: 'vanished',
    })
  })
})

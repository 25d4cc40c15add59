import { randomUUID } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { Note } from '../../../contract/casebook'
import { CasebookExportReportSchema, CasebookImportReportSchema, type ExchangeFormat } from '../../../contract/exchange'
import type { Code } from '../../../domain/casebook/codebook'
import { packed } from '../../formats/zip/packed.fixture'
import { anchorIn, bodyOf, noteInput, openDesk, temporaryFolder, type Desk } from '../casebook.fixture'
import { readBundle, type Bundle } from './bundle'
import { exportCasebook, importCasebook } from './exchange'

// Emoji before the passages: where offsets in code points and in UTF-16 units differ, a mix-up shows.
const STORY =
  '🔥🔥 MARENZA (LPS) - A fire killed seven people & "two of five" berths <were> closed.\n\nЗерно уйдёт в пятницу. 港口 قال'
const desk = (): Desk => {
  const made = openDesk({ directory: temporaryFolder() })
  made.articles.put('news/a b.txt', STORY, { title: 'Port fire' })
  return made
}
const code = (name: string, parentId: string | null, position: number): Code => ({
  id: randomUUID(),
  parentId,
  name,
  colour: '#2f6f9f',
  definition: `What <${name}> is & is not`,
  memo: `Line one of ${name}\nline "two"`,
  position,
  removed: false,
})

/** A desk with two notes (one in the bin), versions, tags, highlights, codes in a tree, codings, a grade and a decision. */
function written(): Desk {
  const made = desk()
  const { handlers, articles } = made
  const article = articles.get(articles.idAt('news/a b.txt') ?? '')
  if (!article) throw new Error('no article')
  const anchor = (words: string) => anchorIn(article, words)
  const cite = randomUUID()
  const { id } = handlers['note.save'](
    noteInput({ id: randomUUID(), title: 'Casualties', body: bodyOf('Seven.'), tags: ['port', 'to check'] }),
  )
  const body = bodyOf(`Seven dead {{${cite}}} by noon.`, 'Второй абзац: **not bold** 港口.')
  const citations = [{ id: cite, anchor: anchor('killed seven people') }]
  handlers['note.save'](
    noteInput({ id, expectedRevision: 1, title: 'Casualties & more', body, citations, pinned: true }),
  )
  const gone = handlers['note.save'](noteInput({ id: randomUUID(), title: 'Wrong track' }))
  handlers['note.remove']({ id: gone.id })
  handlers['highlight.create']({ anchor: anchor('"two of five" berths'), noteId: null })
  handlers['highlight.create']({ anchor: anchor('killed seven people'), noteId: id })
  const port = code('Port', null, 0)
  const berths = code('Berths › closed', port.id, 0)
  const coding = (codeId: string, words: string, memo: string) =>
    ({ kind: 'coding', coding: { id: randomUUID(), codeId, anchor: anchor(words), memo, removed: false } }) as const
  handlers['code.apply']({
    label: 'codes',
    changes: [
      { kind: 'code', code: port },
      { kind: 'code', code: berths },
      { kind: 'code', code: code('People', null, 1) },
      coding(berths.id, 'berths <were> closed.', 'sure?'),
      coding(port.id, 'قال', ''),
    ],
  })
  handlers['grade.give']({
    articleId: article.id,
    scope: 'outlet',
    scheme: 'admiralty',
    reliability: 'B',
    credibility: '2',
    reason: 'x',
  })
  return made
}

function exported(from: Desk, format: ExchangeFormat): { file: string; left: string[] } {
  const file = join(temporaryFolder(), `out.${format}`)
  const report = exportCasebook(from.store, from.articles, { out: file, format, sources: null })
  return { file, left: CasebookExportReportSchema.parse(report).left }
}
const imported = (into: Desk, file: string) =>
  CasebookImportReportSchema.parse(importCasebook(into.store, into.articles, { file }))
const bundle = ({ store }: Desk): Bundle => readBundle(store.casebook)
const added = (report: ReturnType<typeof imported>) =>
  Object.fromEntries(
    Object.entries(report.counts).flatMap(([kind, { added: count }]) => (count > 0 ? [[kind, count]] : [])),
  )

describe('a casebook as a file of Dateline', () => {
  it('comes back field by field, history and bin with it, and leaves the same bytes', () => {
    const from = written()
    const into = desk()
    const { file } = exported(from, 'dateline')
    const report = imported(into, file)
    expect(added(report)).toEqual({ notes: 2, highlights: 2, codes: 3, codings: 2, grades: 1, texts: 1 })
    expect(bundle(into)).toEqual(bundle(from))
    expect(readFileSync(exported(into, 'dateline').file)).toEqual(readFileSync(file))
    expect(into.store.journal.read().notes).toHaveLength(2)
  })

  it('changes nothing when it is taken in again', () => {
    const from = written()
    const { file } = exported(from, 'dateline')
    const before = bundle(from)
    expect(added(imported(from, file))).toEqual({})
    expect(bundle(from)).toEqual(before)
  })

  it('goes on where the other casebook stands, and keeps beside it what went on differently', () => {
    const from = written()
    const into = desk()
    imported(into, exported(from, 'dateline').file)
    const [note] = bundle(from).notes.filter(({ removedAt }) => removedAt === null)
    const id = note?.id ?? ''
    const save = (to: Desk, expectedRevision: number, title: string) =>
      to.handlers['note.save'](noteInput({ id, expectedRevision, title, body: bodyOf(title) }))
    save(from, 2, 'went on there')
    expect(imported(into, exported(from, 'dateline').file).counts.notes).toMatchObject({ updated: 1, conflicts: 0 })
    expect(into.handlers['note.get']({ id }).title).toBe('went on there')

    save(from, 3, 'and on there')
    save(into, 3, 'but otherwise here')
    const { file } = exported(from, 'dateline')
    expect(imported(into, file).counts.notes).toMatchObject({ updated: 0, conflicts: 1 })
    const titles = into.handlers['note.list']({ articleId: null }).map(({ title }) => title)
    expect(titles.sort()).toEqual(['and on there (imported copy)', 'but otherwise here'])
    expect(imported(into, file).counts.notes).toMatchObject({ added: 0, conflicts: 0, unchanged: 2 })
  })

  it('keeps a code that says something else here and there twice, and never a passage less', () => {
    const from = written()
    const into = desk()
    imported(into, exported(from, 'dateline').file)
    const people = bundle(from).codes.find(({ name }) => name === 'People')
    if (!people) throw new Error('no code')
    const rename = (to: Desk, name: string) =>
      to.handlers['code.apply']({ label: name, changes: [{ kind: 'code', code: { ...people, name } }] })
    rename(from, 'Victims')
    rename(into, 'Casualties')
    const { file } = exported(from, 'dateline')
    expect(imported(into, file).counts.codes).toMatchObject({ conflicts: 1 })
    expect(
      bundle(into)
        .codes.map(({ name }) => name)
        .sort(),
    ).toEqual(['Berths › closed', 'Casualties', 'Port', 'Victims (imported copy)'])
    expect(imported(into, file).counts.codes).toMatchObject({ conflicts: 0 })
  })

  it('is refused whole when a part of it is damaged, and leaves out a note that is not what its hash says', () => {
    const from = written()
    const { file } = exported(from, 'dateline')
    const json = JSON.stringify({ format: 'dateline-casebook', version: 1, ...bundle(from) })
    const variant = (name: string, content: string) => {
      const path = join(temporaryFolder(), name)
      writeFileSync(path, packed({ 'casebook.json': content }))
      return path
    }
    const into = desk()
    for (const [content, error] of [
      [json.replace('"grades":[', '"grades":[{},'), 'bad_request'],
      [json.replace('"version":1', '"version":2'), 'newer_version'],
      ['{', 'bad_request'],
    ] as const)
      expect(() => imported(into, variant('x.zip', content))).toThrow(expect.objectContaining({ code: error }))
    expect(bundle(into).notes).toEqual([])
    const tampered = imported(into, variant('y.zip', json.replaceAll('Seven dead', 'Eight dead')))
    expect(tampered.left).toEqual([expect.stringMatching(/“Casualties & more” is not what its hash says/)])
    expect(added(tampered)).toMatchObject({ notes: 1, highlights: 2 })
    const cut = join(temporaryFolder(), 'cut.zip')
    writeFileSync(cut, readFileSync(file).subarray(0, 900))
    expect(() => imported(into, cut)).toThrow(expect.objectContaining({ code: 'bad_request' }))
  })
})

const CARRIED = {
  codes: (of: Bundle) => of.codes.filter(({ removed }) => !removed),
  codings: (of: Bundle) => of.codings.filter(({ removed }) => !removed),
}

describe('a casebook as a REFI-QDA project', () => {
  it('brings codes with their tree and memos, and passages with their places back field by field', () => {
    const from = written()
    const into = desk()
    const { file, left } = exported(from, 'refi-qda')
    expect(left.join()).toMatch(/Grades/)
    expect(imported(into, file).left).toEqual([])
    expect(CARRIED.codes(bundle(into))).toEqual(CARRIED.codes(bundle(from)))
    expect(CARRIED.codings(bundle(into))).toEqual(CARRIED.codings(bundle(from)))
    const plain = bundle(from).highlights
    expect(bundle(into).highlights.map(({ id, anchor, madeAt }) => ({ id, anchor, madeAt }))).toEqual(
      plain.map(({ id, anchor, madeAt }) => ({ id, anchor, madeAt })),
    )
    const [note] = into.handlers['note.list']({ articleId: null })
    expect(note).toMatchObject({ title: 'Casualties & more', citations: 1, unsettled: 0 })
    expect(added(imported(into, file))).toEqual({})
  })
})

describe('a casebook as web annotations', () => {
  it('brings highlights, coded passages and notes back field by field', () => {
    const from = written()
    const into = desk()
    const { file } = exported(from, 'w3c')
    expect(imported(into, file).left).toEqual([])
    const [there, here] = [bundle(from), bundle(into)]
    expect(here.highlights).toEqual(there.highlights)
    expect(CARRIED.codings(here)).toEqual(CARRIED.codings(there))
    expect(here.codes).toEqual(CARRIED.codes(there))
    const newest = (of: Bundle) =>
      of.notes
        .filter(({ removedAt }) => removedAt === null)
        .map(({ versions, ...note }) => ({ ...note, ...versions.at(-1), revision: 0 }))
    expect(newest(here)).toEqual(newest(there))
    expect(added(imported(into, file))).toEqual({})
  })

  it('takes back a page of its own that has no annotations yet, and refuses what is none', () => {
    const { file } = exported(desk(), 'w3c')
    expect(added(imported(desk(), file))).toEqual({})
    writeFileSync(file, JSON.stringify({ '@context': 'http://www.w3.org/ns/anno.jsonld', items: [] }))
    expect(() => imported(desk(), file)).toThrow('no web annotations')
  })

  it('takes annotations of other programs by their words, and says which it could not place', () => {
    const into = desk()
    const file = join(temporaryFolder(), 'other.json')
    const target = (exact: string) => ({
      source: 'https://example.org/x/a%20b.txt',
      selector: { type: 'TextQuoteSelector', exact, prefix: '', suffix: '' },
    })
    const other = { type: 'AnnotationCollection', first: { type: 'AnnotationPage', items: [
      { id: 'https://example.org/1', type: 'Annotation', bodyValue: 'Who counted?', target: target('seven people') },
      { type: 'Annotation', body: [{ type: 'TextualBody', purpose: 'tagging', value: 'Port/Berths' }], target: target('berths') },
      { type: 'Annotation', motivation: 'highlighting', target: target('no such words') },
      'nonsense',
    ] } } // prettier-ignore
    writeFileSync(file, JSON.stringify(other))
    // The file is known by its name alone here, as another program would have it.
    into.articles.put('a b.txt', STORY)
    const report = imported(into, file)
    expect(added(report)).toEqual({ notes: 1, codes: 2, codings: 1 })
    expect(report.left).toEqual([
      '“no such words” was not found in a b.txt.',
      'An annotation without the form of one was left out.',
    ])
    const [note] = into.handlers['note.list']({ articleId: null })
    expect(note).toMatchObject({ title: 'Who counted?', citations: 1 })
    expect(
      into.handlers['code.list'](null)
        .codes.map(({ name }) => name)
        .sort(),
    ).toEqual(['Berths', 'Port'])
    expect(added(imported(into, file))).toEqual({})
  })
})

describe('a casebook as Markdown', () => {
  it('brings the notes back as they are now, field by field', () => {
    const from = written()
    const into = desk()
    const { file } = exported(from, 'markdown')
    expect(imported(into, file).left).toEqual([])
    const rests = (note: Note) => note.rests.map(({ grade: _grade, ...rest }) => rest)
    // The grade is the receiving casebook's own.
    const now = ({ handlers }: Desk) =>
      handlers['note.list']({ articleId: null }).map(({ id }) => ({
        ...handlers['note.get']({ id }),
        revision: 0,
        rests: rests(handlers['note.get']({ id })),
      }))
    expect(now(into)).toEqual(now(from))
    expect(added(imported(into, file))).toEqual({})
  })

  it('takes a file of another program by its heading, paragraphs and tags', () => {
    const into = desk()
    const file = join(temporaryFolder(), 'meeting.md')
    writeFileSync(
      file,
      '---\ntags: [port, "to check"]\n---\n# Who said it?\r\n\r\nFirst words.\r\n\r\nSecond\nwords.\n',
    )
    expect(added(imported(into, file))).toEqual({ notes: 1 })
    const [row] = into.handlers['note.list']({ articleId: null })
    expect(row).toMatchObject({
      title: 'Who said it?',
      preview: 'First words. Second words.',
      tags: ['port', 'to check'],
    })
    expect(added(imported(into, file))).toEqual({})
  })
})

it('says what it cannot read', () => {
  const into = desk()
  const file = join(temporaryFolder(), 'x')
  for (const content of [packed({ 'a.txt': 'x' }), '{"a":1}', '<Project']) {
    writeFileSync(file, content)
    expect(() => imported(into, file)).toThrow(expect.objectContaining({ code: 'bad_request' }))
  }
  writeFileSync(file, '# A secret of this computer')
  expect(() => imported(into, file)).toThrow(expect.objectContaining({ code: 'bad_request' }))
  for (const odd of ['a\u0000b', 'x'.repeat(5000)]) {
    expect(() => imported(into, odd)).toThrow(expect.objectContaining({ code: 'not_found' }))
    const out = join(temporaryFolder(), odd)
    expect(() => exportCasebook(into.store, into.articles, { out, format: 'dateline', sources: null })).toThrow(
      expect.objectContaining({ code: 'not_found' }),
    )
  }
  expect(() => imported(into, join(file, 'nowhere'))).toThrow(expect.objectContaining({ code: 'not_found' }))
})

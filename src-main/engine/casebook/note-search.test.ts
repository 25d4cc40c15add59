import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { NoteHitSchema, NoteLinkSchema } from '../../contract/casebook'
import { bodyOf, noteInput, openDesk, temporaryFolder } from './casebook.fixture'

const desk = () => openDesk({ directory: temporaryFolder() })
const mention = (kind: string, target: string, label: string) => ({
  type: 'doc',
  content: [
    {
      type: 'paragraph',
      content: [
        { type: 'text', text: 'See ' },
        { type: 'mention', attrs: { kind, target, label } },
      ],
    },
  ],
})

describe('the search of notes', () => {
  it('finds whole texts by beginnings, phrases and other writing, and marks what it found', () => {
    const { handlers } = desk()
    const long = `${'Nothing here. '.repeat(60)}The berths were closed by Ilse Darvan.`
    const { id } = handlers['note.save'](noteInput({ title: 'Port', body: bodyOf(long) }))
    handlers['note.save'](noteInput({ title: 'Rail', body: bodyOf('Назарбаев о железной дороге 铁路') }))
    const find = (query: string) => handlers['note.search']({ query, limit: 50 }).hits.map(({ title }) => title)
    expect(find('bert')).toEqual(['Port'])
    expect(find('"ilse darvan"')).toEqual(['Port'])
    expect(find('=bert')).toEqual([])
    expect(find('назарб')).toEqual(['Rail'])
    expect(find('铁路')).toEqual(['Rail'])
    expect(find('berths -darvan')).toEqual([])
    expect(find('').sort()).toEqual(['Port', 'Rail'])
    const [hit] = handlers['note.search']({ query: 'darvan', limit: 50 }).hits.map((one) => NoteHitSchema.parse(one))
    expect(hit?.id).toBe(id)
    expect(hit?.marks.map(({ start, end }) => hit.snippet.slice(start, end))).toEqual(['Darvan'])
  })

  it('follows what is written, removed and restored, and puts titles first', () => {
    const { handlers } = desk()
    const first = handlers['note.save'](noteInput({ title: 'one', body: bodyOf('harbour master') }))
    handlers['note.save'](noteInput({ title: 'harbour', body: bodyOf('nothing') }))
    const find = (query: string) => handlers['note.search']({ query, limit: 50 }).hits.map(({ title }) => title)
    expect(find('harbour')).toEqual(['harbour', 'one'])
    handlers['note.save'](noteInput({ id: first.id, expectedRevision: 1, title: 'one', body: bodyOf('pilot') }))
    expect(find('harbour')).toEqual(['harbour'])
    handlers['note.remove']({ id: first.id })
    expect(find('pilot')).toEqual([])
    handlers['note.restore']({ id: first.id, revision: 1 })
    expect(find('master')).toEqual(['one'])
  })
})

describe('tags', () => {
  it('belong to the revision: they are searched, kept when nothing is said of them, and taken back with it', () => {
    const { handlers, store } = desk()
    const { id } = handlers['note.save'](noteInput({ title: 'one', tags: ['#Port', 'to check'] }))
    expect(handlers['note.get']({ id }).tags).toEqual(['Port', 'to check'])
    handlers['note.save'](noteInput({ id, expectedRevision: 1, title: 'one, changed' }))
    expect(handlers['note.get']({ id }).tags).toEqual(['Port', 'to check'])
    expect(handlers['note.search']({ query: '#por', limit: 9 }).total).toBe(1)
    expect(handlers['note.search']({ query: 'check', limit: 9 }).total).toBe(1)
    const saved = handlers['note.save'](noteInput({ id, expectedRevision: 2, title: 'one, changed', tags: [] }))
    expect(saved.revision).toBe(3)
    expect(handlers['note.search']({ query: '#por', limit: 9 }).total).toBe(0)
    handlers['note.restore']({ id, revision: 2 })
    expect(handlers['note.get']({ id }).tags).toEqual(['Port', 'to check'])
    expect(store.journal.read()).toMatchObject({ notes: [{ id, tags: ['Port', 'to check'] }], unreadable: [] })
  })
})

it('reads journal files of notes that were written before there were tags', () => {
  const directory = temporaryFolder()
  const { handlers, store } = openDesk({ directory })
  const { id } = handlers['note.save'](noteInput({ title: 'one' }))
  const file = join(directory, 'journal', `note-${id}.md`)
  const text = readFileSync(file, 'utf8')
  expect(text).toContain(',"tags":[]')
  writeFileSync(file, text.replace(',"tags":[]', ''))
  expect(store.journal.read()).toMatchObject({ notes: [{ id, tags: [] }], unreadable: [] })
})

describe('links', () => {
  it('lead to notes, entities and articles, and back', () => {
    const { handlers, articles } = desk()
    const article = articles.put('a.txt', 'A fire.', { title: 'Port fire' })
    const target = handlers['note.save'](noteInput({ title: 'Target' }))
    const from = handlers['note.save'](noteInput({ title: 'From', body: mention('note', target.id, 'Target') }))
    handlers['note.save'](noteInput({ title: 'Who', body: mention('entity', 'person:Ilse Darvan', 'Ilse Darvan') }))
    handlers['note.save'](noteInput({ title: 'Where', body: mention('article', article.id, 'Port fire') }))
    expect(handlers['note.links']({ id: from.id }).links.map((link) => NoteLinkSchema.parse(link))).toEqual([
      { kind: 'note', target: target.id, label: 'Target', now: 'Target' },
    ])
    expect(handlers['note.links']({ id: target.id }).back.map(({ title }) => title)).toEqual(['From'])
    const titles = (kind: 'entity' | 'article', of: string) =>
      handlers['note.linking']({ kind, target: of }).map(({ title }) => title)
    expect(titles('entity', 'person:Ilse Darvan')).toEqual(['Who'])
    expect(titles('article', article.id)).toEqual(['Where'])
    expect(handlers['note.get']({ id: from.id }).preview).toBe('See Target')

    handlers['note.remove']({ id: target.id })
    expect(handlers['note.links']({ id: from.id }).links).toMatchObject([{ label: 'Target', now: null }])
    handlers['note.remove']({ id: from.id })
    handlers['note.restore']({ id: target.id, revision: null })
    expect(handlers['note.links']({ id: target.id }).back).toEqual([])
  })
})

import { describe, expect, it } from 'vitest'
import { GivenGradeSchema } from '../../contract/grades'
import { anchorIn, noteInput, openDesk, temporaryFolder } from './casebook.fixture'

const give = { scheme: 'admiralty', reason: '' }

describe('grades of sources', () => {
  it('hold for every article of an outlet, and an article’s own goes first; all of it is kept', () => {
    const { handlers, articles, store } = openDesk({ directory: temporaryFolder() })
    const article = articles.put('a.txt', 'A fire killed seven people.')
    const other = articles.put('b.txt', 'Another story.', { agency: 'LIRANIAN  press service' })
    const of = (id: string) => handlers['grade.get']({ id }).inForce
    expect(of(article.id)).toBeNull()
    const input = { ...give, articleId: article.id, reliability: 'C', credibility: null }
    handlers['grade.give']({ ...input, scope: 'outlet' })
    handlers['grade.give']({ ...input, scope: 'outlet', reliability: 'B', reason: 'Corrected itself in print.' })
    expect(of(other.id)).toMatchObject({ reliability: 'B', reliabilityFrom: 'outlet', credibility: null })
    handlers['grade.give']({ ...input, scope: 'article', reliability: 'D', credibility: '4' })
    expect(of(article.id)).toMatchObject({ reliability: 'D', reliabilityFrom: 'article', credibility: '4' })
    expect(of(other.id)).toMatchObject({ reliability: 'B' })
    expect(handlers['grade.get']({ id: article.id }).ofOutlet.map(({ reliability }) => reliability)).toEqual(['B', 'C'])
    expect(handlers['grade.list'](null).map((one) => GivenGradeSchema.parse(one).scope)).toEqual(['outlet', 'article'])

    handlers['grade.give']({ ...input, scope: 'article', reliability: null })
    expect(of(article.id)).toMatchObject({ reliability: 'B' })
    expect(store.journal.read().log.map(({ kind }) => kind)).toEqual(['grade', 'grade', 'grade', 'grade'])
  })

  it('stand in the citations of notes', () => {
    const { handlers, articles } = openDesk({ directory: temporaryFolder() })
    const article = articles.put('a.txt', 'A fire killed seven people.')
    const citations = [{ id: 'cite-0001', anchor: anchorIn(article, 'seven people') }]
    const { id } = handlers['note.save'](noteInput({ citations }))
    expect(handlers['note.get']({ id }).rests[0]?.grade).toBeNull()
    handlers['grade.give']({ ...give, articleId: article.id, scope: 'article', reliability: 'B', credibility: '2' })
    expect(handlers['note.get']({ id }).rests[0]?.grade).toBe('B2')
  })

  it('are refused when they are no steps of the scheme, or when nobody knows the outlet', () => {
    const { handlers, articles } = openDesk({ directory: temporaryFolder() })
    const { id } = articles.put('a.txt', 'A fire.', { agency: null })
    const input = { ...give, articleId: id, reliability: 'B', credibility: '2' }
    for (const bad of [
      { ...input, scope: 'article' as const, reliability: 'Z' },
      { ...input, scope: 'article' as const, scheme: 'other' },
      { ...input, scope: 'outlet' as const },
    ])
      expect(() => handlers['grade.give'](bad)).toThrow(expect.objectContaining({ code: 'bad_request' }))
    expect(handlers['grade.list'](null)).toEqual([])
  })
})

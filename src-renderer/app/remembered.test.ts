import { describe, expect, it } from 'vitest'
import { readRemembered } from './remembered'

describe('readRemembered', () => {
  it('takes what fits and leaves out what does not', () => {
    const json = JSON.stringify({
      view: 'notes',
      tab: 'no such tab',
      panes: ['a', 1],
      weights: [1, 2],
      note: null,
      entity: 7,
    })
    expect(readRemembered(json)).toEqual({ view: 'notes', weights: [1, 2], note: null })
  })
  it('reads nothing from nothing, from other shapes and from broken text', () => {
    expect([null, '[]', '"x"', '{', 'null'].map(readRemembered)).toEqual([{}, {}, {}, {}, {}])
  })
  it('wants a whole filter or none', () => {
    const filter = {
      sort: 'date',
      descending: true,
      unreadOnly: false,
      starredOnly: false,
      from: null,
      to: null,
      place: 'Marenza',
      agency: null,
      language: null,
    }
    expect(readRemembered(JSON.stringify({ filter })).filter).toEqual(filter)
    expect(readRemembered(JSON.stringify({ filter: { ...filter, sort: 'size' } })).filter).toBeUndefined()
  })
})

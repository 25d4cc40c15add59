import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { noteMatch, readNoteQuery } from './note-query'
import { cleanTags } from './note-tags'

describe('readNoteQuery', () => {
  it('reads words, phrases, exact words, unwanted ones and tags', () => {
    const query = readNoteQuery('Darvan "two of five" =berth -grain #port')
    expect(query).toEqual({
      wanted: [
        { terms: ['darvan'], exact: false },
        { terms: ['two', 'of', 'five'], exact: true },
        { terms: ['berth'], exact: true },
      ],
      unwanted: [{ terms: ['grain'], exact: false }],
      tags: ['port'],
    })
    expect(noteMatch(query)).toBe('("darvan" * AND "two" + "of" + "five" AND "berth") NOT ("grain" *)')
  })

  it('has no expression where no word is wanted', () => {
    expect(noteMatch(readNoteQuery('#port -grain'))).toBeNull()
    expect(noteMatch(readNoteQuery(' * "" ( ^ '))).toBeNull()
  })

  it('lets nothing typed become syntax', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (typed) => {
        const match = noteMatch(readNoteQuery(typed))
        // Outside of its quotation marks there is nothing but what this program puts there.
        if (match !== null) expect(match.replace(/"[^"]*"/gu, '')).toMatch(/^(?:[ *+()]|AND|NOT)*$/u)
      }),
      { seed: 1 },
    )
  })
})

describe('cleanTags', () => {
  it('keeps each tag once, without its sign and without gaps', () => {
    expect(cleanTags(['#port', ' Port ', 'to  check,now', '#', '', '港'])).toEqual(['port', 'to check now', '港'])
  })
})

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { describeError, redact } from './redact'

describe('redact', () => {
  it.each([
    ['Unexpected token \'h\', "the witness is"... is not valid JSON', 'Unexpected token …, …... is not valid JSON'],
    ['fts5: syntax error near "Nazarbayev"', 'fts5: syntax error near …'],
    ["ENOENT: no such file, open '/home/kim/source X/memo.txt'", 'ENOENT: no such file, open …'],
    ['open /home/kim/leak.txt failed', 'open <place> failed'],
    ['C:\\Users\\kim\\leak.txt is gone', '<place> is gone'],
    ['refused https://tracker.example/x?note=secret', 'refused <place>'],
    ['at run (file:///opt/dateline/out/main/chunks/engine-a1.js:12:3)', 'at run (engine-a1.js:12:3)'],
    ['UNIQUE constraint failed: note.id', 'UNIQUE constraint failed: note.id'],
    ['two\nlines', 'two lines'],
  ])('%j', (line, expected) => {
    expect(redact(line)).toBe(expected)
  })
  it('lets no quoted word through, whatever it is', () => {
    const quote = fc.constantFrom(['"', '"'], ['“', '”'], ['`', '`'], ['«', '»'])
    const words = fc.stringMatching(/^[a-z]{4,12}( [a-z]{4,12}){0,3}$/)
    fc.assert(
      fc.property(quote, words, ([open, close], secret) => {
        expect(redact(`SQLITE_ERROR: near ${open}${secret}${close}: syntax`)).toBe('SQLITE_ERROR: near …: syntax')
      }),
      { seed: 1 },
    )
  })
  it('tells an error by name and frames, never longer than a line', () => {
    const told = describeError(new TypeError(`cannot read "${'note '.repeat(400)}" ${'x'.repeat(2000)}`))
    expect(told).toMatch(/^TypeError: cannot read … x/)
    expect(told.length).toBeLessThan(402)
  })
})

import { describe, expect, it } from 'vitest'
import { matchWords } from './match-words'

describe('matchWords', () => {
  it('needs every word', () => {
    expect(matchWords('Close pane', 'close window')).toBeNull()
  })
  it('prefers the start of a word', () => {
    expect(matchWords('Reopen the open pane', 'open')?.marks).toEqual([{ start: 11, end: 15 }])
  })
  it('ranks word starts over inner matches', () => {
    const start = matchWords('Open folder', 'open')?.score ?? 0
    const inner = matchWords('Reopen', 'open')?.score ?? 0
    expect(start).toBeGreaterThan(inner)
  })
  it('finds words in any order and any script', () => {
    expect(matchWords('Тарвения приостанавливает', 'приост тар')?.marks).toHaveLength(2)
  })
})

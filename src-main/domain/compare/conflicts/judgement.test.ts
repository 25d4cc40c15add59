import { describe, expect, it } from 'vitest'
import { judgementOf, type Judgement, type JudgedPassage } from './judgement'

const passage = (articleId: string, text: string, path = `${articleId}.txt`): JudgedPassage => ({
  articleId,
  path,
  text,
})
const [seven, seventeen, nine] = [passage('a', 'Seven'), passage('b', '17'), passage('c', 'nine')]
const conflict = (...sides: JudgedPassage[][]) => ({
  kind: 'contradiction' as const,
  sides: sides.map((evidence) => ({ evidence })),
})
const judged = (verdict: Judgement['verdict'], ...sides: JudgedPassage[][]): Judgement => ({
  kind: 'contradiction',
  sides,
  verdict,
  note: '',
  madeAt: '2019-03-12T12:00:00Z',
})

describe('judgementOf', () => {
  const log = [judged('conflict', [seven], [seventeen])]
  it('holds through further copies and through a changed or moved file', () => {
    expect(judgementOf(conflict([seven, passage('d', 'Seven')], [seventeen]), log)?.verdict).toBe('conflict')
    expect(judgementOf(conflict([passage('a2', 'Seven', 'a.txt')], [seventeen]), log)?.verdict).toBe('conflict')
    expect(judgementOf(conflict([passage('a', 'Seven', 'moved.txt')], [seventeen]), log)?.verdict).toBe('conflict')
  })
  it('does not hold for a value that was not there, other words, or another kind', () => {
    expect(judgementOf(conflict([seven], [seventeen], [nine]), log)).toBeNull()
    expect(judgementOf(conflict([seven], [nine]), log)).toBeNull()
    expect(judgementOf(conflict([passage('a', 'Eight')], [seventeen]), log)).toBeNull()
    expect(judgementOf({ ...conflict([seven], [seventeen]), kind: 'update' }, log)).toBeNull()
  })
  it('is the last one made, and none when that took it back', () => {
    const sides: JudgedPassage[][] = [[seven], [seventeen]]
    expect(judgementOf(conflict(...sides), [...log, judged('none', ...sides)])?.verdict).toBe('none')
    expect(judgementOf(conflict(...sides), [...log, judged('open', ...sides)])).toBeNull()
  })
})

import { describe, expect, it } from 'vitest'
import { ADMIRALTY, gradeInForce, gradeLabel, isGrade, outletKey, type Grade } from './grading'

const grade = (scope: Grade['scope'], reliability: string | null, credibility: string | null): Grade => ({
  scope,
  target: 'x',
  scheme: ADMIRALTY.id,
  reliability,
  credibility,
  reason: '',
})

describe('grading', () => {
  it('is six by six', () => {
    expect(
      [ADMIRALTY.reliability, ADMIRALTY.credibility].map((steps) => steps.map(({ value }) => value).join('')),
    ).toEqual(['ABCDEF', '123456'])
    expect(isGrade(grade('outlet', 'F', '6'))).toBe(true)
    expect(isGrade(grade('outlet', null, null))).toBe(true)
    expect(isGrade(grade('outlet', 'G', '1'))).toBe(false)
    expect(isGrade({ ...grade('outlet', 'A', '1'), scheme: 'other' })).toBe(false)
  })

  it('takes the article’s own grade before its outlet’s, each part for itself', () => {
    const outlet = grade('outlet', 'B', '3')
    expect(gradeInForce(null, outlet)).toMatchObject({ reliability: 'B', credibility: '3', credibilityFrom: 'outlet' })
    expect(gradeInForce(grade('article', null, '5'), outlet)).toMatchObject({
      reliability: 'B',
      reliabilityFrom: 'outlet',
      credibility: '5',
      credibilityFrom: 'article',
    })
    expect(gradeInForce(grade('article', null, null), null)).toBeNull()
  })

  it('prints what is known', () => {
    expect(gradeLabel({ reliability: 'B', credibility: '2' })).toBe('B2')
    expect(gradeLabel({ reliability: null, credibility: '2' })).toBe('–2')
  })

  it('knows an outlet by its name, however it is spaced and cased', () => {
    expect(outletKey(' The  Courier')).toBe(outletKey('the courier'))
  })
})

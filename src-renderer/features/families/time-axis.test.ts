import { describe, expect, it } from 'vitest'
import { axisPoints, axisTicks } from './time-axis'

describe('axisPoints', () => {
  it('stand in the order of time, the first and last near the ends', () => {
    const points = axisPoints(['2019-03-12T14:00', '2019-03-12T11:00', null, '2019-03-12T12:30'], 0.1)
    expect(points.map(({ index }) => index)).toEqual([1, 3, 0])
    expect(points.map(({ at }) => at.toFixed(2))).toEqual(['0.06', '0.50', '0.94'])
  })
  it('put labels that would touch into different lanes', () => {
    const points = axisPoints(['2019-03-12T11:00', '2019-03-12T11:01', '2019-03-12T11:02', '2019-03-13T11:00'], 0.1)
    expect(points.map(({ lane }) => lane)).toEqual([0, 1, 2, 0])
  })
  it('stand in the middle when all is told at once', () => {
    expect(axisPoints(['2019-03-12', '2019-03-12'], 0.1)).toEqual([
      { index: 0, at: 0.5, lane: 0 },
      { index: 1, at: 0.5, lane: 1 },
    ])
  })
})

describe('axisTicks', () => {
  it('are hours within a day and days beyond', () => {
    expect(axisTicks(['2019-03-12T11:00', '2019-03-12T14:30']).map(({ label }) => label)).toEqual([
      '11:00',
      '12:00',
      '13:00',
      '14:00',
    ])
    expect(axisTicks(['2019-03-12', '2019-03-16']).map(({ label }) => label)).toEqual([
      '12 Mar',
      '13 Mar',
      '14 Mar',
      '15 Mar',
      '16 Mar',
    ])
    expect(axisTicks(['2019-03-12', null])).toEqual([])
  })
})

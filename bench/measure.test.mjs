import { describe, expect, it } from 'vitest'
import { commandFrom, describeResults, measureInTurn, median, quantile } from './measure.mjs'

describe('median and quantile', () => {
  it('lie between neighbours and ignore the order', () => {
    expect(median([3, 1, 2])).toBe(2)
    expect(median([4, 1, 3, 2])).toBe(2.5)
    expect(quantile([1, 2, 3, 4, 5], 0.25)).toBe(2)
  })
})

describe('commandFrom', () => {
  it('splits words, keeps quoted ones together and fills places in', () => {
    expect(commandFrom(`node "my script.mjs" {folder} '{x} y' {unknown}`, { folder: '/a b', x: '1' })).toEqual({
      command: 'node',
      args: ['my script.mjs', '/a b', '1 y', '{unknown}'],
    })
    expect(() => commandFrom('  ', {})).toThrow(/empty/)
  })
})

describe('measureInTurn', () => {
  const node = (script) => () => ({ command: process.execPath, args: ['-e', script] })
  it('runs in turn, once unmeasured, and gives medians in order', async () => {
    const order = []
    const contender = (name) => ({
      name,
      before: () => order.push(name),
      run: node('console.log(1)'),
      after: (output) => expect(output).toBe('1\n'),
    })
    const results = await measureInTurn([contender('a'), contender('b')], { runs: 2 })
    expect(order.join('')).toBe('ababab')
    expect(results.map(({ name, seconds }) => [name, seconds.length])).toEqual([
      ['a', 2],
      ['b', 2],
    ])
    expect(describeResults(results).at(-1)).toMatch(/^a takes \d+\.\d\d times as long as b$/)
  })
  it('stops when a command fails', async () => {
    const failing = { name: 'broken', run: node('console.error("why"); process.exit(3)') }
    await expect(measureInTurn([failing], { runs: 1 })).rejects.toThrow('broken ended with exit code 3: why')
  })
})

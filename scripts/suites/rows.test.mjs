import { describe, expect, it } from 'vitest'
import { namesOf, playwrightTests, tellRows, vitestTests } from './rows.mjs'

describe('rows of a table', () => {
  it('are known by whole numbers in the names of tests', () => {
    const named = new RegExp(namesOf('F'))
    expect(['F1 killed', 'F2, F3 more', 'index F17 gone'].every((name) => named.test(name))).toBe(true)
    expect(['UTF8 text', 'presses F', 'F1st'].some((name) => named.test(name))).toBe(false)
  })

  it('pass, fail, are skipped with their reason, and fail when nothing proves them', () => {
    const tests = [
      { name: 'F1, F2 killed', status: 'passed' },
      { name: 'F2 again', status: 'failed' },
      { name: 'F3 disk (skipped: no disk)', status: 'skipped' },
      { name: 'F40 upgrade', status: 'passed' },
    ]
    const { lines, failed } = tellRows('F', 5, tests, { F5: 'elsewhere' })
    expect(lines).toEqual([
      'F1   passed   F1, F2 killed',
      'F2   failed   F2 again',
      'F3   skipped  F3 disk (skipped: no disk)',
      'F4   failed   no test has this number in its name',
      'F5   skipped  elsewhere',
      '1 passed, 2 failed, 2 skipped of 5',
    ])
    expect(failed).toBeGreaterThan(0)
  })

  it('come from both runners’ reports', () => {
    const unit = { testResults: [{ status: 'passed', assertionResults: [{ fullName: 'F1 a', status: 'pending' }] }] }
    expect(vitestTests(unit)).toEqual([{ name: 'F1 a', status: 'skipped' }])
    expect(vitestTests({ testResults: [{ name: 'x', status: 'failed', message: 'm', assertionResults: [] }] })).toEqual(
      [{ name: 'x: m', status: 'failed' }],
    )
    const endToEnd = { suites: [{ suites: [{ specs: [{ title: 'F2 b', tests: [{ status: 'expected' }] }] }] }] }
    expect(playwrightTests(endToEnd)).toEqual([{ name: 'F2 b', status: 'passed' }])
  })
})

import { describe, expect, it } from 'vitest'
import { summaryLines, tallyPlaywright, tallyVitest } from './test-report.mjs'

describe('tallyVitest', () => {
  it('counts tests, and a file that could not be loaded as one failure', () => {
    const report = {
      testResults: [
        {
          status: 'passed',
          assertionResults: [{ status: 'passed' }, { status: 'passed' }, { status: 'skipped', fullName: 'a b' }],
        },
        { status: 'failed', assertionResults: [{ status: 'failed' }, { status: 'passed' }] },
        { status: 'failed', assertionResults: [] },
      ],
    }
    expect(tallyVitest('Unit', 1, report)).toEqual({
      name: 'Unit',
      passed: 3,
      failed: 2,
      skipped: [{ test: 'a b', reason: null }],
    })
  })
  it('fails when the runner died or ended badly', () => {
    expect(tallyVitest('Unit', 137, null).failed).toBe(1)
    expect(tallyVitest('Unit', 1, { testResults: [] }).failed).toBe(1)
    expect(tallyVitest('Unit', 0, { testResults: [] }).failed).toBe(0)
  })
})

describe('tallyPlaywright', () => {
  it('counts a flaky test as failed and gives the reason of a skipped one', () => {
    const report = {
      errors: [],
      suites: [
        {
          title: 'main.spec.ts',
          specs: [{ title: 'opens', tests: [{ status: 'expected' }] }],
          suites: [
            {
              title: 'screens',
              specs: [
                { title: 'dark', tests: [{ status: 'flaky' }] },
                {
                  title: 'sandbox',
                  tests: [{ status: 'skipped', annotations: [{ type: 'skip', description: 'root cannot prove it' }] }],
                },
              ],
            },
          ],
        },
      ],
    }
    expect(tallyPlaywright('End to end', 0, report)).toEqual({
      name: 'End to end',
      passed: 1,
      failed: 1,
      skipped: [{ test: 'main.spec.ts › screens › sandbox', reason: 'root cannot prove it' }],
    })
  })
  it('counts errors outside of tests', () => {
    expect(tallyPlaywright('End to end', 1, { errors: [{ message: 'no tests found' }], suites: [] }).failed).toBe(1)
  })
})

describe('summaryLines', () => {
  it('ends with the sum', () => {
    const lines = summaryLines([
      { name: 'Unit', passed: 3, failed: 0, skipped: [{ test: 'a', reason: 'why' }] },
      { name: 'End to end', passed: 2, failed: 1, skipped: [] },
    ])
    expect(lines).toEqual([
      'skipped: a (why)',
      'Unit: 3 passed, 0 failed, 1 skipped',
      'End to end: 2 passed, 1 failed',
      '5 passed, 1 failed, 1 skipped',
    ])
  })
})

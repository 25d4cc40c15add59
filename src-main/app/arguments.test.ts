import { describe, expect, it } from 'vitest'
import { readArguments } from './arguments'

describe('readArguments', () => {
  it.each([
    [['electron', '.'], true, { folder: null, printJob: null }],
    [['electron', '--inspect=0', '--no-sandbox', '.', '/news'], true, { folder: '/news', printJob: null }],
    [['Dateline', '/news'], false, { folder: '/news', printJob: null }],
    [['electron', '.', '--print-job', '/tmp/job.json'], true, { folder: null, printJob: '/tmp/job.json' }],
    [['Dateline', '--print-job'], false, { folder: null, printJob: null }],
  ])('%j', (argv, appGiven, expected) => {
    expect(readArguments(argv, appGiven)).toEqual(expected)
  })
})

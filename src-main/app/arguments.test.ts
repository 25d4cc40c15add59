import { describe, expect, it } from 'vitest'
import { readArguments } from './arguments'

describe('readArguments', () => {
  it.each([
    [['electron', '.'], true, { folder: null, printJob: null, safe: false }],
    [['electron', '--inspect=0', '--no-sandbox', '.', '/news'], true, { folder: '/news', printJob: null, safe: false }],
    [['Dateline', '/news'], false, { folder: '/news', printJob: null, safe: false }],
    [['electron', '.', '--print-job', '/tmp/job.json'], true, { folder: null, printJob: '/tmp/job.json', safe: false }],
    [['Dateline', '--print-job'], false, { folder: null, printJob: null, safe: false }],
    [['electron', '.', '--safe', '/news'], true, { folder: '/news', printJob: null, safe: true }],
  ])('%j', (argv, appGiven, expected) => {
    expect(readArguments(argv, appGiven)).toEqual(expected)
  })
})

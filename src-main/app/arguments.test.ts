import { describe, expect, it } from 'vitest'
import { readArguments } from './arguments'

describe('readArguments', () => {
  it.each([
    [['electron', '.'], true, { folder: null, printJob: null, safe: false, private: false }],
    [
      ['electron', '--inspect=0', '--no-sandbox', '.', '/news'],
      true,
      { folder: '/news', printJob: null, safe: false, private: false },
    ],
    [['Dateline', '/news'], false, { folder: '/news', printJob: null, safe: false, private: false }],
    [
      ['electron', '.', '--print-job', '/tmp/job.json'],
      true,
      { folder: null, printJob: '/tmp/job.json', safe: false, private: false },
    ],
    [['Dateline', '--print-job'], false, { folder: null, printJob: null, safe: false, private: false }],
    [['electron', '.', '--safe', '/news'], true, { folder: '/news', printJob: null, safe: true, private: false }],
    [['electron', '.', '--private', '/news'], true, { folder: '/news', printJob: null, safe: false, private: true }],
  ])('%j', (argv, appGiven, expected) => {
    expect(readArguments(argv, appGiven)).toEqual(expected)
  })
})

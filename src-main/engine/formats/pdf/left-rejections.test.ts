import { describe, expect, it } from 'vitest'
import { isLeftByPdf } from './left-rejections'

const named = (name: string) => Object.assign(new Error('x'), { name })

describe('isLeftByPdf', () => {
  it.each([
    [named('XRefEntryException'), true],
    [named('JpegError'), true],
    [named('TypeError'), false],
    [new Error('disk full'), false],
    ['FormatError', false],
    [undefined, false],
  ])('%s: %s', (reason, expected) => {
    expect(isLeftByPdf(reason)).toBe(expected)
  })
})

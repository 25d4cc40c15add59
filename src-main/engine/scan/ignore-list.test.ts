import { describe, expect, it } from 'vitest'
import { parseIgnoreList } from './ignore-list'

describe('parseIgnoreList', () => {
  const ignored = parseIgnoreList('# not articles\nREADME.md\ntruths.source/\n*.mjs\r\n\n')

  it.each([
    ['README.md', true],
    ['2019/README.md', false],
    ['truths.source/a.json', true],
    ['other/truths.source/a.json', false],
    ['build.mjs', true],
    ['2019/build.mjs', true],
    ['story.txt', false],
  ])('%s: %s', (path, expected) => {
    expect(ignored(path)).toBe(expected)
  })
  it('leaves nothing out when it is empty', () => {
    expect(parseIgnoreList('')('anything')).toBe(false)
  })
})

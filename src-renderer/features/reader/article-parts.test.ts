import { describe, expect, it } from 'vitest'
import { splitBlocks } from '@domain/text/blocks'
import { readHeader } from '@domain/article/header'
import { articleParts } from './article-parts'

const partsOf = (text: string) => {
  const header = readHeader({ text, path: 'a.txt' })
  return articleParts({ text, title: header.title, blocks: splitBlocks(text), header })
}

describe('articleParts', () => {
  it('sets front matter small and finds the headline under it', () => {
    const text =
      '---\ntitle: Herring quota talks resume\ndate: 2019-03-12\n---\n\n# Herring quota talks resume\n\nTalks resumed on Monday.'
    const parts = partsOf(text)
    expect(parts.slice(-2)).toEqual(['headline', 'story'])
    expect(new Set(parts.slice(0, -2))).toEqual(new Set(['preamble']))
  })
  it('takes the first line of a dispatch with a headline for it', () => {
    expect(
      partsOf('Fire guts grain hall in Marenza\n\nMARENZA, March 12, 2019 (LPS) - Fire swept through a hall.'),
    ).toEqual(['headline', 'story'])
  })
  it('leaves a dispatch without a headline as it is', () => {
    expect(
      partsOf('date 2017-11-09 CHELYABINSK. KAZINFORM The governments of Kazakhstan and Russia will sign.'),
    ).toEqual(['story'])
  })
  it('reads a title that is a whole paragraph as that paragraph', () => {
    const text = '由于拉姆拉海水淡化厂停运，供水中断。该国水务总局局长说：修复需要两天。\n\n哈希米说，修复需要两天。'
    const header = readHeader({ text, path: 'a.txt' })
    const title = text.split('\n')[0] ?? ''
    expect(articleParts({ text, title, blocks: splitBlocks(text), header: { ...header, bodyStart: 0 } })).toEqual([
      'story',
      'story',
    ])
  })
})

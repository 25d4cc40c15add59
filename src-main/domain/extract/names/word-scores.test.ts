import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { splitSentences } from '../../text/sentences'
import { tokenize } from '../../text/tokenize'
import { loadNameModel } from './name-model'
import { tagNames } from './tag-names'

const bytes = readFileSync(new URL('../../../../resources/extract/names.bin', import.meta.url))
const tag = (text: string, model: ReturnType<typeof loadNameModel>) => {
  const tokens = tokenize(text)
  return tagNames(text, tokens, splitSentences(text, tokens), model)
}

describe('WordScores', () => {
  it('answers with what was kept from other articles as it answers without', () => {
    const text =
      'Russian President Vladimir Putin met Kazakh leader Nursultan Nazarbayev in Astana, the BBC said. Putin left.'
    const used = loadNameModel(bytes)
    // Enough made-up words to drive every kept word out again.
    for (let i = 0; i < 40; i++)
      tag(Array.from({ length: 200 }, (_, k) => `Aa${i}x${k} Putin Ba${k}y${i} of Ca${i * k}`).join('. '), used)
    expect(tag(text, used)).toEqual(tag(text, loadNameModel(bytes)))
    expect(tag(text, used).map(({ start, end }) => text.slice(start, end))).toContain('Nursultan Nazarbayev')
  })
})

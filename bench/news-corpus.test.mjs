import { describe, expect, it } from 'vitest'
import { newsWriter } from './news-corpus.mjs'

describe('newsWriter', () => {
  it('writes the same for the same seed and something else for another', () => {
    const [a, b, c] = [newsWriter(7), newsWriter(7), newsWriter(8)]
    expect(a(300)).toBe(b(300))
    expect(a(300)).toBe(b(300))
    expect(newsWriter(7)(300)).not.toBe(c(300))
  })

  it('looks like newswire to an index: length, frequencies, a long tail', () => {
    const write = newsWriter(1)
    const articles = Array.from({ length: 200 }, () => write(420))
    const words = articles
      .join(' ')
      .toLowerCase()
      .match(/[a-z]+/g)
    expect(words.length / articles.length).toBeGreaterThan(300)
    expect(words.length / articles.length).toBeLessThan(700)
    const counts = new Map()
    for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1)
    const sorted = [...counts.values()].sort((a, b) => b - a)
    // In a newswire corpus of this size the commonest word makes 4 to 10 percent and a third to two thirds of all words occur once.
    expect(sorted[0] / words.length).toBeGreaterThan(0.03)
    expect(sorted[0] / words.length).toBeLessThan(0.12)
    const once = sorted.filter((count) => count === 1).length / sorted.length
    expect(once).toBeGreaterThan(0.3)
    expect(once).toBeLessThan(0.7)
    expect(articles[0]).toMatch(/^[A-Z]+, [A-Z][a-z]+ \d+ \(\w+\) - /)
  })
})

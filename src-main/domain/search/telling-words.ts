import { STOP_WORDS } from './stop-words'
import { forEachWord } from './words'

/** How many of a text's most frequent words are looked up. */
const MOST_LOOKED_UP = 60

/**
 * The words that tell a text apart in its folder, most telling first: frequent here, rare elsewhere (term frequency damped, times
 * inverse document frequency; Spärck Jones, Journal of Documentation 28(1), 1972). `articlesWith` counts the articles with a word.
 */
export function tellingWords(text: string, articles: number, articlesWith: (term: string) => number): string[] {
  const counts = new Map<string, number>()
  forEachWord(text, (term) => {
    if (isTelling(term)) counts.set(term, (counts.get(term) ?? 0) + 1)
  })
  const frequent = [...counts].sort((a, b) => b[1] - a[1] || b[0].length - a[0].length || (a[0] < b[0] ? -1 : 1))
  return frequent
    .slice(0, MOST_LOOKED_UP)
    .map(([term, count]) => {
      const others = articlesWith(term)
      // A word of this text alone finds nothing else.
      return { term, value: others < 2 ? 0 : (1 + Math.log(count)) * Math.log(articles / others) }
    })
    .filter(({ value }) => value > 0)
    .sort((a, b) => b.value - a.value || (a.term < b.term ? -1 : 1))
    .map(({ term }) => term)
}

/** Single characters of scripts without spaces, numbers and little words say nothing of a text. */
const isTelling = (term: string) => term.length > 2 && !STOP_WORDS.has(term) && !/^\d+$/.test(term)

import type { Range } from '../text/span'
import { wantedPhrases, type PhraseNode, type SearchNode } from './query'
import { forEachWord } from './words'

/** What a hit shows: the words and phrases that made it one, with all their forms. */
export interface Wanted {
  words: ReadonlySet<string>
  beginnings: readonly string[]
  phrases: readonly { terms: readonly string[]; prefix: boolean }[]
}

/** More marks than anyone walks through; the rest of a huge text is not looked at. */
const MOST_MATCHES = 1000

/** What to look for in the texts of the hits of a search. */
export function wantedOf(tree: SearchNode, formsOf: (phrase: PhraseNode) => readonly string[]): Wanted {
  const words = new Set<string>()
  const beginnings: string[] = []
  const phrases: { terms: string[]; prefix: boolean }[] = []
  for (const phrase of wantedPhrases(tree)) {
    const [first = ''] = phrase.terms
    if (phrase.terms.length > 1) phrases.push({ terms: phrase.terms, prefix: phrase.prefix })
    else if (phrase.prefix) beginnings.push(first)
    else for (const form of [first, ...formsOf(phrase)]) words.add(form)
  }
  return { words, beginnings, phrases }
}

/**
 * Where the wanted words and phrases stand in `text` (UTF-16 offsets), in order, never overlapping; a phrase is one range.
 * Found in the text itself by the same cutting and folding that the index was made with.
 */
export function findMatches(text: string, wanted: Wanted): Range[] {
  const matches: Range[] = []
  const longest = wanted.phrases.reduce((most, phrase) => Math.max(most, phrase.terms.length), 0)
  const recent: { term: string; start: number }[] = []
  forEachWord(text, (term, start, end) => {
    if (matches.length >= MOST_MATCHES) return
    if (wanted.words.has(term) || wanted.beginnings.some((beginning) => term.startsWith(beginning)))
      add(matches, start, end)
    if (longest === 0) return
    recent.push({ term, start })
    if (recent.length > longest) recent.shift()
    for (const phrase of wanted.phrases) {
      const from = recent.length - phrase.terms.length
      if (from >= 0 && endsWithPhrase(recent, from, phrase)) add(matches, recent[from]?.start ?? start, end)
    }
  })
  return matches
}

function endsWithPhrase(
  recent: readonly { term: string }[],
  from: number,
  phrase: { terms: readonly string[]; prefix: boolean },
): boolean {
  const last = phrase.terms.length - 1
  return phrase.terms.every((wanted, i) => {
    const term = recent[from + i]?.term ?? ''
    return phrase.prefix && i === last ? term.startsWith(wanted) : term === wanted
  })
}

/** Adds a range that ends last so far; what it overlaps becomes part of it. */
function add(matches: Range[], start: number, end: number): void {
  let from = start
  for (let last = matches.at(-1); last && last.end > from; last = matches.at(-1)) {
    from = Math.min(from, last.start)
    matches.pop()
  }
  matches.push({ start: from, end })
}

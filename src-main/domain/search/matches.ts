import type { Range } from '../text/span'
import { wantedParts, type PhraseNode, type SearchNode } from './query'
import { forEachWord } from './words'

/** A phrase in all its forms; the last term of each is only a beginning where `prefix` says so. */
export interface WantedPhrase {
  forms: readonly (readonly string[])[]
  prefix: boolean
}

/** What a hit shows: the words and phrases that made it one, with all their forms. */
export interface Wanted {
  words: ReadonlySet<string>
  beginnings: readonly string[]
  phrases: readonly WantedPhrase[]
  near: readonly { parts: readonly WantedPhrase[]; distance: number }[]
}

/** Other phrases that count as one: inflected, spelt otherwise, in another script. */
export type FormsOf = (phrase: PhraseNode) => readonly (readonly string[])[]

/** More marks than anyone walks through; the rest of a huge text is not looked at. */
const MOST_MATCHES = 1000

/** What to look for in the texts of the hits of a search. */
export function wantedOf(tree: SearchNode, formsOf: FormsOf): Wanted {
  const words = new Set<string>()
  const beginnings: string[] = []
  const phrases: WantedPhrase[] = []
  const near: { parts: WantedPhrase[]; distance: number }[] = []
  const wantedPhrase = (phrase: PhraseNode): WantedPhrase => ({
    forms: [phrase.terms, ...formsOf(phrase)],
    prefix: phrase.prefix,
  })
  for (const part of wantedParts(tree)) {
    if (part.kind === 'near') near.push({ parts: part.parts.map(wantedPhrase), distance: part.distance })
    else if (part.kind === 'phrase') {
      const [first = ''] = part.terms
      if (part.terms.length > 1) phrases.push(wantedPhrase(part))
      else if (part.prefix) beginnings.push(first)
      else for (const form of wantedPhrase(part).forms) words.add(form[0] ?? '')
    }
  }
  return { words, beginnings, phrases, near }
}

interface Place extends Range {
  /** Which words of the text, counted from 0. */
  first: number
  last: number
}

/**
 * Where the wanted words and phrases stand in `text` (UTF-16 offsets), in order, never overlapping; a phrase is one
 * range. Found in the text itself by the same cutting and folding that the index was made with. `also` are
 * ranges known already.
 */
export function findMatches(text: string, wanted: Wanted, also: readonly Range[] = []): Range[] {
  const found: Range[] = [...also]
  const nearPhrases = wanted.near.flatMap((group) => group.parts)
  const places = new Map<WantedPhrase, Place[]>(nearPhrases.map((phrase) => [phrase, []]))
  const watched = [...wanted.phrases, ...nearPhrases]
  const longest = Math.max(0, ...watched.flatMap((phrase) => phrase.forms.map((form) => form.length)))
  const recent: { term: string; start: number }[] = []
  let count = 0
  forEachWord(text, (term, start, end) => {
    if (found.length >= MOST_MATCHES) return
    if (wanted.words.has(term) || wanted.beginnings.some((beginning) => term.startsWith(beginning)))
      found.push({ start, end })
    count++
    if (longest === 0) return
    recent.push({ term, start })
    if (recent.length > longest) recent.shift()
    for (const phrase of watched) {
      const length = endingLength(recent, phrase)
      if (length === 0) continue
      const range = { start: recent[recent.length - length]?.start ?? start, end }
      const group = places.get(phrase)
      if (group) group.push({ ...range, first: count - length, last: count - 1 })
      else found.push(range)
    }
  })
  for (const { parts, distance } of wanted.near) {
    const groups = parts.map((part) => places.get(part) ?? [])
    groups.forEach((group, i) => {
      const others = groups.filter((_, j) => j !== i)
      for (const place of group) if (others.every((other) => hasNeighbour(place, other, distance))) found.push(place)
    })
  }
  return joined(found)
}

/** How many words the form of the phrase has that ends with the newest word; 0 where none does. */
function endingLength(recent: readonly { term: string }[], { forms, prefix }: WantedPhrase): number {
  const form = forms.find((terms) => {
    const from = recent.length - terms.length
    return (
      from >= 0 &&
      terms.every((wanted, i) => {
        const term = recent[from + i]?.term ?? ''
        return prefix && i === terms.length - 1 ? term.startsWith(wanted) : term === wanted
      })
    )
  })
  return form?.length ?? 0
}

function hasNeighbour(place: Place, others: readonly Place[], distance: number): boolean {
  return others.some((other) => {
    const between = other.first > place.last ? other.first - place.last - 1 : place.first - other.last - 1
    return between >= 0 && between <= distance
  })
}

/** Ranges in order; those that overlap become one. */
function joined(ranges: Range[]): Range[] {
  const all: Range[] = []
  for (const { start, end } of ranges.sort((a, b) => a.start - b.start || b.end - a.end)) {
    const last = all.at(-1)
    if (last && start < last.end) last.end = Math.max(last.end, end)
    else if (all.length < MOST_MATCHES) all.push({ start, end })
  }
  return all
}

import { nameKey, toLatin } from '../../text/transliterate'
import type { BriefingCitation, BriefingSentence } from '../types'
import { outsideQuotes } from './outside-quotes'
import type { Hit } from './rule'

/** Capitalised words in a row, small particles between them; scripts without capitals have no such runs. */
const RUN =
  /(?<![\p{L}\p{N}])\p{Lu}[\p{L}\p{M}’'-]+(?:(?:\s+(?:of|the|and|de|da|di|du|del|der|van|von|al|bin|ibn|el|la|le)){0,2}\s+\p{Lu}[\p{L}\p{M}’'-]+)*(?![\p{L}\p{N}])/gu
const CALENDAR =
  'january february march april may june july august september october november december monday tuesday wednesday thursday friday saturday sunday'
/** Titles, kinds of body and furniture of sentences: their absence from a source says nothing. */
const COMMON = new Set(
  `${CALENDAR} president minister prime premier chancellor governor mayor director general secretary spokesman spokeswoman spokesperson king queen prince
  sir lord dr mr mrs ms government parliament ministry department office agency service post press news times council committee commission court
  police army state republic city region province district union group company bank party forum summit conference north south east west
  northern southern eastern western central english russian kazakh arabic chinese french i he she it they we the a an in on at by for from with
  this that these those there no not all both one two three four five six seven eight nine ten eleven twelve`.split(
    /\s+/u,
  ),
)

/**
 * Names that neither the cited passages nor their articles know, compared after transliteration. Looks only where the articles' names
 * are known (`CitedArticle.names`) and in scripts that can be transliterated, so that a warning means something.
 */
export function nameRules({ text, citations, type }: BriefingSentence): Hit[] {
  if (citations.length === 0 || type === 'judgement' || type === 'assumption' || type === 'gap') return []
  if (!citations.every(isComparable)) return []
  const known = knownWords(citations)
  const hits: Hit[] = []
  for (const match of outsideQuotes(text).matchAll(RUN)) {
    const words = wordsOf(match[0])
    // The first word of a sentence is capital whatever it is.
    const checked = match.index === 0 || /[.!?…:]\s*$/u.test(text.slice(0, match.index)) ? words.slice(1) : words
    const last = checked[checked.length - 1]
    if (last === undefined || isKnown(last, known) || isAcronymOf(last, known)) continue
    hits.push({
      rule: 'name-not-in-source',
      message: `No cited article has the name “${match[0]}”.`,
      start: match.index,
      end: match.index + match[0].length,
    })
  }
  return hits
}

function isComparable({ article, passage }: BriefingCitation): boolean {
  return (
    article?.names !== undefined &&
    passage !== null &&
    !/[\p{Script=Han}\p{Script=Hangul}\p{Script=Hebrew}\p{Script=Thai}\p{Script=Devanagari}]/u.test(passage.text)
  )
}

const wordsOf = (text: string): string[] =>
  text
    .replace(/[’']s\b/gu, '')
    .split(/[\s-]+/u)
    .filter((word) => [...word].length > 2 || /^\p{Lu}+$/u.test(word))

interface Known {
  words: Set<string>
  keys: Set<string>
  initials: Set<string>
}

function knownWords(citations: readonly BriefingCitation[]): Known {
  const known: Known = { words: new Set(), keys: new Set(), initials: new Set() }
  for (const { article, passage } of citations) {
    const texts = [
      passage?.text,
      article?.title,
      article?.agency,
      article?.place,
      article?.path,
      ...(article?.names ?? []),
    ]
    for (const text of texts) {
      if (!text) continue
      const latin = toLatin(text)
      // "O'Brien" is known as one word and by its parts.
      for (const words of [latin, latin.replace(/(?<=\p{L})['-](?=\p{L})/gu, '')]) {
        for (const word of words.split(/[^\p{L}\p{N}]+/u)) if (word !== '') known.words.add(word)
      }
      for (const key of nameKey(text).split(' ')) known.keys.add(key)
      const capitals = text.match(/\p{Lu}[\p{L}\p{M}]+/gu)?.map((word) => word.charAt(0)) ?? []
      known.initials.add(capitals.join('').toLowerCase())
    }
  }
  return known
}

function isKnown(word: string, { words, keys }: Known): boolean {
  const latin = toLatin(word).replace(/[^\p{L}\p{N}]/gu, '')
  if (COMMON.has(latin) || words.has(latin) || keys.has(nameKey(word))) return true
  // "Kazakh" and "Kazakhstan", "Russia" and "Russian", "Germans" and "German".
  const stem = latin.slice(0, Math.max(4, latin.length - 3))
  return (
    latin.length >= 4 &&
    [...words].some((other) => other.startsWith(stem) || (other.length >= 4 && latin.startsWith(other)))
  )
}

/** "IMF" where the article says "International Monetary Fund". */
function isAcronymOf(word: string, { initials }: Known): boolean {
  return /^\p{Lu}{2,6}$/u.test(word) && [...initials].some((letters) => letters.includes(word.toLowerCase()))
}

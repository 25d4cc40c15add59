/**
 * Short articles of which some retell others, the same for the same seed, with the truth beside them: what an outlet does to a dispatch
 * (cut it, turn its paragraphs round, put in other words, other numbers, another headline, all of that), and what only looks like one
 * dispatch (two reporters at one speech, stories that share an agency's standing sentences).
 */
import { newsWriter, randomFrom } from './news-corpus.mjs'

/** @typedef {'cut' | 'reorder' | 'synonyms' | 'numbers' | 'headline' | 'mixed'} Mutation */
/** @typedef {{ id: string, text: string, origin: number, mutation: Mutation | null }} MadeArticle `origin` is shared by tellings of one dispatch */

export const MUTATIONS = ['cut', 'reorder', 'synonyms', 'numbers', 'headline', 'mixed']
const WORDS = 130
const STANDING = [
  'The agency was founded in the year of the great flood and has offices in nine towns of the coast.',
  'Reporting by the Marenza desk, writing by the night desk, editing by the morning desk.',
]

/**
 * @param {{ articles: number, seed?: number }} size
 * @returns {MadeArticle[]} in a shuffled order, about a third of them tellings of dispatches that are told two to four times
 */
export function makeRetellings({ articles, seed = 7 }) {
  const random = randomFrom(seed)
  const below = (count) => Math.floor(random() * count)
  const write = newsWriter(seed + 1)
  const made = []
  let origin = 0
  const add = (text, mutation) => made.push({ id: `a${String(made.length).padStart(6, '0')}`, text, origin, mutation })
  let speech = null
  while (made.length < articles) {
    origin += 1
    const text = write(WORDS)
    const kind = random()
    if (kind < 0.12) {
      add(text, null)
      for (let telling = 1 + below(3); telling > 0; telling--) {
        const mutation = MUTATIONS[below(MUTATIONS.length)]
        add(mutate(text, mutation, random, write), mutation)
      }
    } else if (kind < 0.18) {
      // One speech in two independent stories.
      speech ??= `“${sentences(write(60)).slice(1, 4).join(' ')}” the minister said.`
      add(`${text}\n${speech}\n`, null)
      if (random() < 0.5) speech = null
    } else if (kind < 0.3) add(`${text}\n${STANDING[below(STANDING.length)]}\n`, null)
    else add(text, null)
  }
  for (let i = made.length - 1; i > 0; i--) {
    const j = below(i + 1)
    ;[made[i], made[j]] = [made[j], made[i]]
  }
  return made.slice(0, articles)
}

const sentences = (text) => text.split(/(?<=[.”])\s+/u)

/** @param {string} text @param {Mutation} mutation @param {() => number} random @param {(words: number) => string} write */
function mutate(text, mutation, random, write) {
  const paragraphs = text.trim().split('\n\n')
  switch (mutation) {
    case 'cut': {
      const all = sentences(text.trim())
      return all.slice(0, Math.max(2, Math.ceil(all.length * 0.6))).join(' ')
    }
    case 'reorder':
      return paragraphs.length > 1
        ? [...paragraphs.slice(1), paragraphs[0]].join('\n\n')
        : sentences(text.trim()).reverse().join(' ')
    case 'synonyms':
      return inOtherWords(text, 0.15, random)
    case 'numbers':
      return otherNumbers(text, random)
    case 'headline':
      return `${sentences(write(60))[1]}\n\n${text}`
    default: {
      const all = sentences(inOtherWords(otherNumbers(text, random), 0.1, random).trim())
      const kept = all.slice(0, Math.max(2, Math.ceil(all.length * 0.8)))
      return `${sentences(write(60))[1]}\n\n${kept.join(' ')}`
    }
  }
}

/** A table of synonyms for invented words: each lower-case word of four letters or more has one, made from itself. */
const inOtherWords = (text, share, random) =>
  text.replace(/\b[a-z]{4,}\b/gu, (word) => (random() < share ? `${[...word].reverse().join('')}o` : word))

const otherNumbers = (text, random) =>
  text.replace(/\d+/gu, (digits) => String(Math.max(1, Math.round(Number(digits) * (0.4 + random() * 1.8)))))

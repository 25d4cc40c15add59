/** What `learning.mjs` counts: bundled with the application's own learner, so that what is measured is what analysts get. */
import { splitSentences } from '../src-main/domain/text/sentences.ts'
import { tokenize } from '../src-main/domain/text/tokenize.ts'
import { inventedName, shipStory } from '../src-main/domain/extract/names/made-corpus.fixture.ts'
import { LearnedWeights } from '../src-main/domain/extract/names/learned-weights.ts'
import { tagNames } from '../src-main/domain/extract/names/tag-names.ts'
import { shippedModel } from '../src-main/engine/analysis/name-model.ts'
import { learnCorrections } from '../src-main/engine/learning/learn-corrections.ts'
import { randomFrom } from './news-corpus.mjs'

/**
 * @typedef {{ start: number, end: number, type: string }} Name offsets in UTF-16 units
 * @typedef {{ text: string, gold: Name[] }} Article
 * @typedef {{ kind: string, start: number, end: number, type: string | null }} Mistake `type` is what the analyst would say it is
 */

const SCORED = ['person', 'organization', 'place']
const TAGS = { person: 'PER', organization: 'ORG', place: 'LOC', group: 'NORP', other: 'MISC' }
/** As many articles without corrections as a workspace learns from. */
const KEPT = 60

/** @param {string} text @param {import('../src-main/domain/extract/names/name-model').NameModel} model @returns {Name[]} */
function namesIn(text, model) {
  const tokens = tokenize(text)
  return tagNames(text, tokens, splitSentences(text, tokens), model)
}

/**
 * What was read wrong, each with what is right: another kind of name, a name that is none, a name cut wrong or missed.
 * @param {Name[]} gold @param {Name[]} read @returns {Mistake[]}
 */
export function mistakesOf(gold, read) {
  const meets = (a) => (b) => a.start < b.end && b.start < a.end
  const mistakes = []
  for (const right of gold) {
    const met = read.filter(meets(right))
    const same = met.find(({ start, end }) => start === right.start && end === right.end)
    const scored = SCORED.includes(right.type)
    if (same && same.type !== right.type && (scored || SCORED.includes(same.type)))
      mistakes.push({ ...right, kind: `${same.type}, is ${right.type}` })
    if (!same && scored) mistakes.push({ ...right, kind: `${right.type} ${met.length > 0 ? 'cut wrong' : 'missed'}` })
  }
  for (const wrong of read)
    if (SCORED.includes(wrong.type) && !gold.some(meets(wrong)))
      mistakes.push({ start: wrong.start, end: wrong.end, type: null, kind: `${wrong.type}, is no name` })
  return mistakes.sort((a, b) => a.start - b.start)
}

/** Strict span and kind, micro F1 over people, organizations and places, in percent. */
export function f1(articles, readings) {
  let [right, sum] = [0, 0]
  for (const [i, { gold }] of articles.entries()) {
    const scored = (names) => names.filter(({ type }) => SCORED.includes(type))
    const wanted = new Set(scored(gold).map(({ start, end, type }) => `${start} ${end} ${type}`))
    const found = scored(readings[i])
    right += found.filter(({ start, end, type }) => wanted.has(`${start} ${end} ${type}`)).length
    sum += wanted.size + found.length
  }
  return sum === 0 ? 0 : (200 * right) / sum
}

/**
 * Up to `count` corrections of one kind from the front of `half`, as an analyst makes them: one says of a name in an article what it is,
 * and holds wherever the name stands there so mistaken.
 */
function correct(half, { kind, count, mistakes }) {
  let left = count
  const taught = new Map()
  for (const article of half) {
    const wrong = mistakes.get(article).filter((one) => one.kind === kind)
    const words = ({ start, end }) => article.text.slice(start, end)
    const names = new Set([...new Set(wrong.map(words))].slice(0, left))
    if (names.size === 0) continue
    left -= names.size
    const spans = wrong.filter((one) => names.has(words(one)))
    taught.set(
      article,
      spans.map(({ start, end, type }) => ({ start, end, type: type === null ? null : TAGS[type] })),
    )
  }
  return { taught, made: count - left }
}

/**
 * @param {Article[]} articles
 * @param {{ splits: number, kinds: number, corrections: number, seed: number }} options
 * @returns {{ kind: string, runs: { made: number, before: number, after: number, f1Before: number, f1After: number, used: boolean, ms: number }[] }[]}
 *   the most frequent kinds of mistake, each with one run a split: mistakes and F1 of half B with the shipped weights and with what was
 *   learned from half A
 */
export function measureLearning(articles, { splits, kinds, corrections, seed }) {
  const model = shippedModel()
  const shipped = new Map(articles.map((article) => [article, namesIn(article.text, model)]))
  const mistakes = new Map(articles.map((article) => [article, mistakesOf(article.gold, shipped.get(article))]))
  const halves = Array.from({ length: splits }, (_, i) => shuffled(articles, seed + i)).map((order) => ({
    a: order.slice(0, order.length >> 1),
    b: order.slice(order.length >> 1),
  }))
  return mostFrequent([...mistakes.values()].flat(), kinds).map((kind) => {
    const countIn = (list) => list.filter((one) => one.kind === kind).length
    const runs = halves.map(({ a, b }) => {
      const { taught, made } = correct(a, { kind, count: corrections, mistakes })
      const kept = a.filter((article) => !taught.has(article)).slice(0, KEPT)
      const start = performance.now()
      const { weights } = learnCorrections([
        ...[...taught].map(([{ text }, corrected]) => ({ text, corrected })),
        ...kept.map(({ text }) => ({ text, corrected: [] })),
      ])
      const ms = performance.now() - start
      const learned = weights ? { ...model, learned: LearnedWeights.unpack(weights) } : model
      const before = b.map((article) => shipped.get(article))
      const after = b.map(({ text }) => namesIn(text, learned))
      return {
        made,
        before: countIn(b.flatMap((article) => mistakes.get(article))),
        after: countIn(b.flatMap(({ gold }, i) => mistakesOf(gold, after[i]))),
        f1Before: f1(b, before),
        f1After: f1(b, after),
        used: weights !== null,
        ms,
      }
    })
    return { kind, runs }
  })
}

function mostFrequent(mistakes, count) {
  const counts = new Map()
  for (const { kind } of mistakes) counts.set(kind, (counts.get(kind) ?? 0) + 1)
  return [...counts]
    .sort(([, a], [, b]) => b - a)
    .slice(0, count)
    .map(([kind]) => kind)
}

/** Fisher and Yates's shuffle, the same for the same seed. */
function shuffled(list, seed) {
  const order = [...list]
  const random = randomFrom(seed)
  for (let i = order.length - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1))
    ;[order[i], order[j]] = [order[j], order[i]]
  }
  return order
}

const FIRST = ['Maria', 'David', 'Elena', 'Peter', 'Anna', 'Thomas']
const CITIES = ['London', 'Oslo', 'Madrid', 'Athens', 'Lisbon', 'Hamburg']

/** Made stories about ships, each with a person and a place beside the ship, whose name is neither. @returns {Article[]} */
export function madeArticles(count) {
  return Array.from({ length: count }, (_, i) => {
    const { text: story, start, end } = shipStory(i)
    const person = `${FIRST[i % FIRST.length]} ${inventedName(i + 301)}`
    const city = CITIES[(i >> 1) % CITIES.length]
    const text = `${story} “We are grateful,” ${person}, who leads the harbour office in ${city}, told reporters.`
    const nameOf = (words, type) => ({
      start: text.lastIndexOf(words),
      end: text.lastIndexOf(words) + words.length,
      type,
    })
    return { text, gold: [{ start, end, type: 'other' }, nameOf(person, 'person'), nameOf(city, 'place')] }
  })
}

/**
 * News-like text in any amount, the same for the same seed: a vocabulary whose words are as frequent as in newswire (Zipf with
 * exponent 1), wire headers, sentences, names, quotes and figures. The words are invented, so that no text of anybody is copied;
 * what matters to an index (length, number of different words, their frequencies, capitals, digits) is as in the real thing.
 */
import { existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const VOCABULARY = 60_000
const NAMES = 4_000
const ONSETS = [
  'b',
  'br',
  'c',
  'ch',
  'd',
  'dr',
  'f',
  'g',
  'gr',
  'h',
  'j',
  'k',
  'l',
  'm',
  'n',
  'p',
  'pr',
  'r',
  's',
  'st',
  'sh',
  't',
  'tr',
  'v',
  'w',
]
const VOWELS = ['a', 'e', 'i', 'o', 'u', 'ea', 'ou', 'ai']
const CODAS = ['', '', '', 'n', 'r', 's', 't', 'l', 'm', 'nd', 'st', 'ck']
const AGENCIES = ['Tarvinform', 'LPS', 'Norden', 'Meridian', 'Dongan']
const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
]

/** @param {number} seed @returns {() => number} numbers from 0 to 1 (mulberry32, Tommy Ettinger, public domain) */
export function randomFrom(seed) {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = state
    t = Math.imul(t ^ (t >>> 15), t | 1)
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
}

/**
 * Writes a corpus, or finds the one an earlier bench wrote.
 * @param {string} parent folder for generated corpora
 * @param {{ files: number, words?: number, seed?: number }} size `words` of a middling article
 * @returns {string} the corpus's folder
 */
export function newsCorpus(parent, { files, words = 420, seed = 1 }) {
  const folder = join(parent, `news-${files}-files-${words}-words-seed-${seed}`)
  if (existsSync(folder)) return folder
  const aside = `${folder}.${process.pid}`
  rmSync(aside, { recursive: true, force: true })
  const write = newsWriter(seed)
  for (let i = 0; i < files; i++) {
    const part = join(aside, String(Math.floor(i / 1000)).padStart(3, '0'))
    if (i % 1000 === 0) mkdirSync(part, { recursive: true })
    writeFileSync(join(part, `article-${String(i).padStart(6, '0')}.txt`), write(words))
  }
  renameSync(aside, folder)
  return folder
}

/** @param {number} seed @returns {(words: number) => string} writes the next article, of about so many words */
export function newsWriter(seed) {
  const random = randomFrom(seed)
  const below = (count) => Math.floor(random() * count)
  const pick = (list) => list[below(list.length)]
  const coin = (chance) => random() < chance
  const syllable = () => pick(ONSETS) + pick(VOWELS) + pick(CODAS)
  const invent = (shortest, longest) =>
    Array.from({ length: shortest + below(longest - shortest + 1) }, syllable).join('')
  const capital = (word) => word[0].toUpperCase() + word.slice(1)
  // Frequent words are short, as everywhere.
  const vocabulary = Array.from({ length: VOCABULARY }, (_, rank) => invent(1, rank < 300 ? 1 : rank < 5000 ? 2 : 4))
  const names = Array.from({ length: NAMES }, () => capital(invent(2, 3)))
  // Zipf with exponent 1: the rank is distributed as the logarithm.
  const rank = (size) => Math.floor(Math.exp(random() * Math.log(size + 1))) - 1
  const word = () => vocabulary[rank(VOCABULARY)]
  const name = () => `${names[rank(NAMES)]} ${names[rank(NAMES)]}`
  const figure = () =>
    pick([
      `${1 + below(98)} percent`,
      `${below(40)}.${below(10)} million ${word()}`,
      `${1900 + below(125)}`,
      `$${1 + below(900)} million`,
    ])
  const clause = (length) =>
    Array.from({ length }, () => (coin(0.06) ? name() : coin(0.03) ? figure() : word())).join(' ')
  const sentence = () => {
    const body = `${capital(clause(8 + below(12)))}${coin(0.4) ? `, ${clause(4 + below(8))}` : ''}`
    return coin(0.15) ? `“${body},” ${name()} said.` : `${body}.`
  }
  return (words) => {
    const wanted = Math.max(60, Math.round(words * Math.exp((random() + random() + random() - 1.5) * 0.9)))
    const header = `${names[rank(NAMES)].toUpperCase()}, ${pick(MONTHS)} ${1 + below(28)} (${pick(AGENCIES)}) - `
    const paragraphs = []
    for (let written = 0; written < wanted;) {
      const paragraph = Array.from({ length: 1 + below(4) }, sentence).join(' ')
      written += paragraph.split(' ').length
      paragraphs.push(paragraph)
    }
    return `${header}${paragraphs.join('\n\n')}\n`
  }
}

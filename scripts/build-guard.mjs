/**
 * `node scripts/build-guard.mjs`: writes resources/extract/guard.json, the hand-checked names that what a workspace learns must not get
 * worse on: the English plain texts of the sample corpus with their truths (CC0, written for this project; the one real dispatch is left out).
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { inProject } from './setup/places.mjs'

const LETTER = /[\p{L}\p{M}\p{N}]/u
const { articles } = JSON.parse(readFileSync(inProject('seeds', 'truths.json'), 'utf8'))

/** @param {string} text @param {string} words */
function places(text, words) {
  const found = []
  for (let start = text.indexOf(words); start >= 0; start = text.indexOf(words, start + words.length)) {
    const end = start + words.length
    if (!LETTER.test(text.charAt(start - 1)) && !LETTER.test(text.charAt(end))) found.push([start, end])
  }
  return found
}

const guard = articles
  .filter(
    ({ path, language, encoding }) =>
      path.includes('/') && path.endsWith('.txt') && language === 'en' && encoding === 'utf-8',
  )
  .map(({ path, entities }) => {
    const text = readFileSync(inProject('seeds', path), 'utf8').replace(/^\ufeff/, '')
    const names = entities
      .flatMap(({ type, name, aliases }) => [name, ...aliases].map((words) => ({ type, words })))
      .sort((a, b) => b.words.length - a.words.length)
    /** @type {[number, number, string][]} */
    const spans = []
    for (const { type, words } of names)
      for (const [start, end] of places(text, words))
        if (!spans.some(([from, to]) => from < end && to > start)) spans.push([start, end, type])
    return { text, names: spans.sort((a, b) => a[0] - b[0]) }
  })
writeFileSync(inProject('resources', 'extract', 'guard.json'), `${JSON.stringify(guard)}\n`)

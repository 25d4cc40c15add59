#!/usr/bin/env node
// Trains the word-class tagger (src-main/domain/extract/grammar) and writes word-class-data.ts beside it.
//   node --experimental-transform-types --import ./scripts/train-claims/ts-hooks.mjs scripts/train-claims/train-word-classes.mjs TRAIN_DIR TOOLS_DIR
// TRAIN_DIR holds the training texts (*.jsonl with a `text`); TOOLS_DIR holds node_modules with wink-nlp 2 and wink-eng-lite-web-model
// (both MIT), whose tags are the teacher's: our model learns them on our own tokens. Deterministic.
import { createHash } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join, resolve } from 'node:path'
import {
  BUCKETS,
  bestClass,
  classify,
  describeToken,
  featureRoom,
  hashWord,
  knownClasses,
  possibleClasses,
  VERBAL,
} from '../../src-main/domain/extract/grammar/classify.ts'
import { WORD_CLASS_COUNT, WordClass } from '../../src-main/domain/extract/grammar/word-class.ts'
import { splitSentences } from '../../src-main/domain/text/sentences.ts'
import { tokenize } from '../../src-main/domain/text/tokenize.ts'
import { TokenFlag } from '../../src-main/domain/text/tokens.ts'

const [trainDir, toolsDir] = process.argv.slice(2)
if (!trainDir || !toolsDir) {
  console.error('usage: train-word-classes.mjs TRAIN_DIR TOOLS_DIR')
  process.exit(2)
}
const FILES = ['wikinews.jsonl', 'gum2.jsonl', 'crossner.jsonl', 'wikigold.jsonl', 'uner.jsonl', 'gmb.jsonl']
const EPOCHS = 5
const require = createRequire(join(resolve(toolsDir), 'package.json'))
const nlp = require('wink-nlp')(require('wink-eng-lite-web-model'), ['sbd', 'pos'])
const its = nlp.its
const CLASS = {
  NOUN: 'noun',
  PROPN: 'name',
  VERB: 'verb',
  AUX: 'auxiliary',
  ADJ: 'adjective',
  ADV: 'adverb',
  ADP: 'preposition',
  DET: 'determiner',
  PRON: 'pronoun',
  NUM: 'numeral',
  CCONJ: 'coordinator',
  SCONJ: 'subordinator',
  PART: 'particle',
  PUNCT: 'mark',
  SYM: 'mark',
  INTJ: 'adverb',
  X: 'noun',
}

const hash = createHash('sha256')
const docs = []
for (const file of FILES) {
  const bytes = readFileSync(join(trainDir, file), 'utf8')
  hash.update(bytes)
  for (const line of bytes.split('\n')) if (line) docs.push(readTagged(JSON.parse(line).text))
}
console.error(`${docs.length} texts, ${docs.reduce((n, d) => n + d.tokens.count, 0)} tokens`)

/** Our tokens of a text with the teacher's class for each. A glued word takes its last part's class, a modifier mostly. */
function readTagged(text) {
  const tokens = tokenize(text)
  const words = []
  for (let i = 0; i < tokens.count; i++) words.push(text.slice(tokens.start[i], tokens.end[i]).toLowerCase())
  const starts = new Uint8Array(tokens.count)
  const sentences = splitSentences(text, tokens)
  for (let i = 0, s = 0; i < tokens.count && s < sentences.length; i++)
    if (tokens.start[i] >= sentences[s].start) {
      starts[i] = 1
      s++
    }
  const doc = nlp.readDoc(text)
  const values = doc.tokens().out(its.value)
  const tags = doc.tokens().out(its.pos)
  const spaces = doc.tokens().out(its.precedingSpaces)
  const classes = new Int8Array(tokens.count).fill(-1)
  let at = 0
  let i = 0
  for (let k = 0; k < values.length; k++) {
    at += spaces[k].length
    const found = text.indexOf(values[k], Math.max(0, at - 2))
    if (found >= 0 && found - at < 4) at = found
    const end = at + values[k].length
    while (i < tokens.count && tokens.end[i] <= at) i++
    if (i < tokens.count && tags[k] !== 'SPACE' && tokens.start[i] < end) {
      const name = CLASS[tags[k]]
      if (name !== undefined && tokens.end[i] <= end + 1) classes[i] = WordClass[name]
      if (
        tokens.flags[i] & TokenFlag.hyphenated &&
        !(tokens.flags[i] & TokenFlag.capital) &&
        classes[i] === WordClass.noun &&
        /^(?:\d|one|two|three|four|five|six|seven|eight|nine|ten)/.test(words[i])
      )
        classes[i] = WordClass.adjective
    }
    at = end
  }
  return { words, tokens, starts, classes }
}

const counts = new Map()
docs.forEach((d, n) => {
  if (n % 10 === 9) return
  for (let i = 0; i < d.tokens.count; i++) {
    if (
      d.classes[i] < 0 ||
      !(d.tokens.flags[i] & TokenFlag.word) ||
      d.tokens.flags[i] & (TokenFlag.possessive | TokenFlag.digit)
    )
      continue
    // A capital in mid-sentence says little about the lower-case word.
    if (d.tokens.flags[i] & TokenFlag.capital && !d.starts[i]) continue
    const row = counts.get(d.words[i]) ?? counts.set(d.words[i], new Float64Array(WORD_CLASS_COUNT)).get(d.words[i])
    row[d.classes[i]]++
  }
})
const lexicon = new Map()
for (const [word, row] of counts) {
  const total = row.reduce((a, b) => a + b, 0) - row[WordClass.name]
  if (total < 3) continue
  let mask = 0
  for (let c = 0; c < WORD_CLASS_COUNT; c++)
    if (c !== WordClass.name && row[c] >= Math.max(total * 0.015, total < 8 ? 1 : 2)) mask |= 1 << c
  if (mask && !(total < 8 && (mask & (mask - 1)) === 0)) lexicon.set(word, mask)
  else if (mask) lexicon.set(word, total >= 5 ? mask : mask | (VERBAL.test(word) ? 1 | 4 : 1))
}

const weights = new Float64Array(BUCKETS * WORD_CLASS_COUNT)
const sums = new Float64Array(weights.length)
const model = { lexicon, weights }
const features = featureRoom()
const order = docs.map((_, i) => i).filter((i) => i % 10 !== 9)
let seed = 7
const random = () => (seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0) / 2 ** 32
let step = 0
for (let epoch = 0; epoch < EPOCHS; epoch++) {
  for (let i = order.length - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1))
    ;[order[i], order[j]] = [order[j], order[i]]
  }
  for (const n of order) {
    const { words, tokens, starts, classes } = docs[n]
    const hashes = Int32Array.from(words, (w) => hashWord(w))
    const got = new Uint8Array(tokens.count)
    for (let i = 0; i < tokens.count; i++) {
      const start = starts[i] === 1
      const mask = possibleClasses(knownClasses(model, words[i]), words[i].length, tokens.flags[i], start)
      if ((mask & (mask - 1)) === 0) {
        got[i] = 31 - Math.clz32(mask)
        continue
      }
      step++
      describeToken(
        features,
        words,
        hashes,
        tokens.flags,
        i,
        start,
        start ? 14 : got[i - 1],
        start || i < 2 || starts[i - 1] ? 14 : got[i - 2],
      )
      const best = bestClass(model, features, mask)
      got[i] = best
      const gold = classes[i]
      if (gold < 0 || gold === best || !(mask & (1 << gold))) continue
      for (const f of features) {
        weights[f * WORD_CLASS_COUNT + gold] += 1
        sums[f * WORD_CLASS_COUNT + gold] += step
        weights[f * WORD_CLASS_COUNT + best] -= 1
        sums[f * WORD_CLASS_COUNT + best] -= step
      }
    }
  }
}
const averaged = weights.map((w, i) => w - sums[i] / step)
const top = averaged.reduce((a, b) => Math.max(a, Math.abs(b)), 0)
const scale = 127 / Math.min(top, 120)
model.weights = Int8Array.from(averaged, (w) => Math.max(-127, Math.min(127, Math.round(w * scale))))
let right = 0
let all = 0
docs.forEach((d, n) => {
  if (n % 10 !== 9) return
  const hashes = Int32Array.from(d.words, (w) => hashWord(w))
  const known = Int32Array.from(d.words, (w) => knownClasses(model, w))
  const got = classify(model, { words: d.words, hashes, known }, d.tokens, d.starts)
  for (let i = 0; i < got.length; i++) if (d.classes[i] >= 0) (all++, (right += got[i] === d.classes[i] ? 1 : 0))
})
console.error(
  `agreement with the teacher on the held-out tenth: ${((100 * right) / all).toFixed(2)} %, lexicon ${lexicon.size}, top weight ${top.toFixed(1)}`,
)

const byMask = new Map()
for (const [word, mask] of [...lexicon].sort(([a], [b]) => (a < b ? -1 : 1)))
  byMask.set(mask, [...(byMask.get(mask) ?? []), word])
const lines = [...byMask].sort(([a], [b]) => a - b).map(([mask, words]) => `${mask} ${words.join(' ')}`)
writeFileSync(
  new URL('../../src-main/domain/extract/grammar/word-class-data.ts', import.meta.url),
  `// Made by scripts/train-claims/train-word-classes.mjs; sha256 of the training texts ${hash.digest('hex')}.
// Teacher: wink-nlp with wink-eng-lite-web-model (MIT). Texts: Wikinews contributors (CC BY 2.5), GUM corpus (CC BY 4.0), CrossNER (MIT),
// WikiGold (CC BY 4.0), Universal NER English EWT (CC BY-SA 4.0), Groningen Meaning Bank 2.2. Word lists and weights only, no texts.

/** Words by the bit set of classes they were seen with: "MASK word word …" a line. */
export const WORD_CLASSES =
  ${JSON.stringify(lines.join('\n'))}

/** Int8 weights, base64, \`BUCKETS * WORD_CLASS_COUNT\` of them. */
export const WORD_CLASS_WEIGHTS =
  ${JSON.stringify(Buffer.from(model.weights.buffer).toString('base64'))}
`,
)

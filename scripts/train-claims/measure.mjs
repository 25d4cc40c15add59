#!/usr/bin/env node
// Runs the claim finders over annotated texts with the entities of the annotation, so that they can be measured without the rest.
//   node --experimental-transform-types --import ./scripts/train-claims/ts-hooks.mjs scripts/train-claims/measure.mjs annotated SHARED_DIR OUT_DIR
// Modes: annotated (train/annotated.jsonl and eval/annotated-dev), quotes (eval/quotes-dev), dates (eval/names-dev). Writes NDJSON and gold
// folders in the form eval/score.mjs reads; `dates` prints its measure at once.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { claimsOf, datesMeasure } from './run-claims.mjs'

const [mode, shared, out] = process.argv.slice(2)
if (!mode || !shared || !out) {
  console.error('usage: measure.mjs annotated|quotes|dates SHARED_DIR OUT_DIR')
  process.exit(2)
}
const jsonl = (file) =>
  readFileSync(file, 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line))
const folder = (name) => join(shared, 'eval', name)
const withText = (name) =>
  jsonl(join(folder(name), 'gold.jsonl')).map((gold) => ({
    ...gold,
    text: readFileSync(join(folder(name), 'texts', `${gold.id}.txt`), 'utf8'),
  }))
mkdirSync(out, { recursive: true })
const write = (name, docs) =>
  writeFileSync(join(out, `${name}.ndjson`), docs.map((doc) => JSON.stringify(claimsOf(doc))).join('\n') + '\n')

if (mode === 'annotated') {
  const train = jsonl(join(shared, 'train', 'annotated.jsonl'))
  mkdirSync(join(out, 'train', 'texts'), { recursive: true })
  writeFileSync(join(out, 'train', 'gold.jsonl'), train.map((doc) => JSON.stringify(doc)).join('\n') + '\n')
  for (const doc of train) writeFileSync(join(out, 'train', 'texts', `${doc.id}.txt`), doc.text)
  write('train', train)
  write('annotated', withText('annotated-dev'))
} else if (mode === 'quotes') write('quotes', withText('quotes-dev'))
else datesMeasure(withText('names-dev'))

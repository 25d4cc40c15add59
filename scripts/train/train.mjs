#!/usr/bin/env node
// Trains the name tagger and writes resources/extract/names.bin.
//   node scripts/train/train.mjs --data DIR [--gold DIR] [--out FILE] [--seeds 3] [--epochs 6]
// --data   folder with wikinews.jsonl, crossner.jsonl, gmb.jsonl, gum2.jsonl, wikigold.jsonl, uner.jsonl
// --gold   folder with gold.jsonl and texts/ to measure on afterwards; never trained on
// The same data and options give the same bytes. Run `npm ci --ignore-scripts` in this folder once before.
import path from 'node:path'
import { parseArgs } from 'node:util'
import { importBundled, projectDirectory, trainDirectory } from './bundle.mjs'

const { values } = parseArgs({
  options: {
    data: { type: 'string' },
    gold: { type: 'string' },
    out: { type: 'string', default: path.join(projectDirectory, 'resources/extract/names.bin') },
    seeds: { type: 'string', default: '3' },
    epochs: { type: 'string', default: '6' },
    classes: { type: 'string', default: '100000' },
    keep: { type: 'string', default: '900000' },
    least: { type: 'string', default: '2' },
    without: { type: 'string', multiple: true, default: [] },
  },
})
if (!values.data) {
  console.error('usage: node scripts/train/train.mjs --data DIR [--gold DIR] [--out FILE] [--seeds N] [--epochs N]')
  process.exit(2)
}
const { run } = await importBundled('src/main.ts')
await run({
  data: values.data,
  gold: values.gold,
  out: values.out,
  trainDirectory,
  seeds: Number(values.seeds),
  epochs: Number(values.epochs),
  classes: Number(values.classes),
  keep: Number(values.keep),
  leastCount: Number(values.least),
  without: values.without,
})

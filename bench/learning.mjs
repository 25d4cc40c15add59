/**
 * `npm run bench:learning -- [FOLDER] [options]`: whether an error that was corrected becomes rarer in articles nobody corrected, and what
 * that costs elsewhere. The articles are split in two; corrections of one kind of error are taken from the one half as an analyst makes them,
 * the workspace's learner runs as in the application, guard and all, and the other half is read before and after.
 *   FOLDER           a measuring set: texts/ID.txt and gold.jsonl with `{ id, spans: [[start, end, type]] }`; without it made-up articles
 *   --splits N       medians of so many splits (5)       --kinds N   the most frequent kinds of error (6)
 *   --corrections N  made of each kind (20)              --seed N    of the splits (1)
 *   --json FILE      also write the numbers there
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { parseArgs } from 'node:util'
import { cacheFolder, inProject } from '../scripts/setup/places.mjs'
import { runScript, SetupError } from '../scripts/setup/say.mjs'
import { bundleOf } from './bundle.mjs'
import { median } from './measure.mjs'

/** Kinds of measuring sets as kinds of Dateline; facilities count as places, dates and sums are no names. */
const TYPES = {
  PER: 'person',
  ORG: 'organization',
  LOC: 'place',
  FAC: 'place',
  NORP: 'group',
  MISC: 'other',
  PRODUCT: 'other',
}
const MADE = 240

await runScript(async () => {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      splits: { type: 'string', default: '5' },
      kinds: { type: 'string', default: '6' },
      corrections: { type: 'string', default: '20' },
      seed: { type: 'string', default: '1' },
      json: { type: 'string' },
    },
  })
  const numbers = Object.fromEntries(
    ['splits', 'kinds', 'corrections', 'seed'].map((name) => [name, wholeNumber(name, values[name])]),
  )
  const here = process.env.INIT_CWD ?? '.'
  const folder = positionals[0] === undefined ? null : resolve(here, positionals[0])
  process.env.DATELINE_RESOURCES = inProject('resources')
  const { madeArticles, measureLearning } = await import(
    pathToFileURL(
      await bundleOf(inProject('bench', 'learning-work.mjs'), { into: join(cacheFolder(), 'bench', 'learning') }),
    ).href
  )
  const articles = folder === null ? madeArticles(MADE) : readSet(folder)
  console.log(
    `${articles.length} articles ${folder === null ? 'made up' : `of ${folder}`}, Node ${process.versions.node}`,
  )
  const results = measureLearning(articles, numbers)
  console.log(table(results, numbers))
  if (values.json) writeFileSync(resolve(here, values.json), `${JSON.stringify({ ...numbers, results }, null, 2)}\n`)
})

function wholeNumber(name, value) {
  const number = Number(value)
  if (!Number.isInteger(number) || number < 1)
    throw new SetupError(`--${name} takes a whole number of at least 1, not “${value}”.`)
  return number
}

/** @param {string} folder */
function readSet(folder) {
  const gold = join(folder, 'gold.jsonl')
  if (!existsSync(gold)) throw new SetupError(`${folder} is no measuring set: it has no gold.jsonl.`)
  return readFileSync(gold, 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line))
    .map(({ id, spans }) => ({
      text: readFileSync(join(folder, 'texts', `${id}.txt`), 'utf8'),
      gold: spans
        .filter(([, , type]) => type in TYPES)
        .map(([start, end, type]) => ({ start, end, type: TYPES[type] })),
    }))
}

function table(results, { splits, seed }) {
  const rows = results.map(({ kind, runs }) => {
    const of = (name) => median(runs.map((run) => run[name]))
    const change = median(runs.map(({ before, after }) => (before === 0 ? 0 : after / before - 1)))
    return [
      kind,
      `${of('made')}`,
      `${of('before')} → ${of('after')}`,
      `${(100 * change).toFixed(0)} %`,
      `${of('f1Before').toFixed(2)} → ${of('f1After').toFixed(2)}`,
      median(runs.map(({ f1Before, f1After }) => f1After - f1Before)).toFixed(2),
      `${runs.filter(({ used }) => used).length} of ${runs.length}`,
      (of('ms') / 1000).toFixed(1),
    ]
  })
  const head = ['read as', 'corrected', 'in half B', 'change', 'F1 of half B', 'change', 'passed', 'seconds']
  const widths = head.map((_, i) => Math.max(...[head, ...rows].map((row) => row[i].length)))
  const line = (row) => row.map((cell, i) => (i === 0 ? cell.padEnd(widths[i]) : cell.padStart(widths[i]))).join('  ')
  return [
    `Medians of ${splits} splits, seeds from ${seed}; passed: let through by the guard`,
    line(head),
    ...rows.map(line),
  ].join('\n')
}

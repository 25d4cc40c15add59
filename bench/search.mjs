/**
 * `npm run bench:search [-- options]`: how long queries take on a large index: the search of the application with its 50 best hits and
 * their snippets, and the counts beside them, in one process, one after the other, in the order of the mix. Beside the wall time stands the
 * processor's: what a query takes where other programs have the machine as well.
 *   --files N     articles to generate (100000)        --folder F   a folder of your own instead
 *   --rounds N    how often the whole mix runs (3; the first warms up and is not counted)      --json FILE  also write the numbers there
 */
import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { cpus } from 'node:os'
import { basename, join, resolve } from 'node:path'
import { spawnSync } from 'node:child_process'
import { pathToFileURL } from 'node:url'
import { parseArgs } from 'node:util'
import { cacheFolder, inProject, projectNode, toolEnvironment } from '../scripts/setup/places.mjs'
import { runScript, say, SetupError } from '../scripts/setup/say.mjs'
import { setUp } from '../scripts/setup.mjs'
import { bundleOf } from './bundle.mjs'
import { quantile } from './measure.mjs'
import { newsCorpus, randomFrom } from './news-corpus.mjs'

await runScript(async () => {
  const { values } = parseArgs({
    options: {
      files: { type: 'string', default: '100000' },
      folder: { type: 'string' },
      rounds: { type: 'string', default: '3' },
      json: { type: 'string' },
    },
  })
  await setUp()
  const store = join(cacheFolder(), 'bench')
  mkdirSync(store, { recursive: true })
  const folder =
    values.folder === undefined
      ? newsCorpus(store, { files: Number(values.files) })
      : resolve(process.env.INIT_CWD ?? '.', values.folder)
  const workspace = join(store, `search-${basename(folder)}`)
  if (!existsSync(workspace)) say('  indexing, once; later runs only look for changes')
  const indexed = spawnSync(
    projectNode(),
    [inProject('out', 'cli', 'index.js'), 'index', folder, '--workspace', workspace, '--phase', 'text', '--json'],
    { env: toolEnvironment(), encoding: 'utf8' },
  )
  if (indexed.status !== 0) throw new SetupError(`The folder could not be indexed: ${indexed.stderr.trim()}`)

  const { openIndexReader, runSearch, facetsOf, wordsOf } = await import(pathToFileURL(await searchBundle(store)).href)
  const index = openIndexReader(join(workspace, 'index.sqlite'))
  const mix = mixOf(wordsOf(index))
  const times = mix.map(() => [])
  const work = mix.map(() => [])
  for (let round = 0; round < Number(values.rounds); round++)
    for (const [i, { query, what }] of mix.entries()) {
      const used = process.cpuUsage()
      const began = performance.now()
      const found =
        what === 'counts'
          ? facetsOf(index, query, {})
          : runSearch(index, query, { sort: what === 'newest' ? 'date' : 'relevance', limit: 50, offset: 0 })
      const took = performance.now() - began
      const { user, system } = process.cpuUsage(used)
      if (found === null) throw new SetupError(`${query} was not understood.`)
      if (round === 0) continue
      times[i].push(took)
      work[i].push((user + system) / 1000)
    }
  const medians = times.map((list) => quantile(list, 0.5))
  const worked = work.map((list) => quantile(list, 0.5))
  const report = {
    articles: JSON.parse(indexed.stdout).files,
    queries: mix.length,
    median: quantile(medians, 0.5),
    p95: quantile(medians, 0.95),
    slowest: Math.max(...medians),
    processor: { median: quantile(worked, 0.5), p95: quantile(worked, 0.95), slowest: Math.max(...worked) },
    kinds: kindsOf(mix, worked),
  }
  console.log(
    `${report.articles} articles, ${mix.length} queries, top 50 with snippets; Node ${process.versions.node}, ${cpus().length} × ${cpus()[0].model}`,
  )
  const line = ({ p95, median, slowest }) =>
    `p95 ${p95.toFixed(1)} ms, median ${median.toFixed(1)} ms, slowest ${slowest.toFixed(1)} ms`
  console.log(`wall time       ${line(report)}`)
  console.log(`processor time  ${line(report.processor)}; of that, by kind:`)
  for (const { kind, count, median, most } of report.kinds)
    console.log(
      `  ${kind.padEnd(12)} ${String(count).padStart(3)}  median ${median.toFixed(1)} ms, slowest ${most.toFixed(1)} ms`,
    )
  if (values.json !== undefined) writeFileSync(values.json, JSON.stringify(report, null, 2))
})

/** What analysts type: names and words of every frequency, phrases, beginnings, alternatives, dates, misspellings, and the counts. */
function mixOf({ frequent, middling, rare }) {
  const random = randomFrom(20)
  const pick = (list) => list[Math.floor(random() * list.length)]
  const kinds = [
    ['frequent', 24, () => pick(frequent)],
    ['word', 36, () => pick(middling)],
    ['rare', 20, () => pick(rare)],
    ['words', 30, () => `${pick(middling)} ${pick(middling)}`],
    ['sentence', 10, () => `the ${pick(frequent)} of ${pick(middling)} and ${pick(rare)}`],
    ['phrase', 16, () => `"${pick(frequent)} ${pick(frequent)}"`],
    ['beginning', 16, () => `${pick(middling).slice(0, 4)}*`],
    ['any, not', 12, () => `(${pick(middling)} OR ${pick(rare)}) -${pick(frequent)}`],
    ['near', 8, () => `${pick(middling)} NEAR/5 ${pick(frequent)}`],
    ['fuzzy', 8, () => `${pick(middling)}~`],
    ['date', 6, () => `${pick(middling)} date:>1900`],
    ['newest', 6, () => pick(middling)],
    ['counts', 8, () => pick(middling)],
  ]
  return kinds.flatMap(([what, count, make]) => Array.from({ length: count }, () => ({ what, query: make() })))
}

function kindsOf(mix, medians) {
  return [...new Set(mix.map(({ what }) => what))].map((kind) => {
    const own = medians.filter((_, i) => mix[i].what === kind)
    return { kind, count: own.length, median: quantile(own, 0.5), most: Math.max(...own) }
  })
}

/** The search as the application ships it, and the index's words by frequency. */
async function searchBundle(store) {
  const entry = join(store, 'search-entry.mjs')
  const source = inProject('src-main')
  const from = (path) => JSON.stringify(join(source, path))
  writeFileSync(
    entry,
    `import { countArticles } from ${from('sql/index/article.ts')}
import { countWithTerm, termsBeginning } from ${from('sql/index/search-terms.ts')}
export { openIndexReader } from ${from('sql/open-index.ts')}
export { runSearch } from ${from('engine/search/run-search.ts')}
export { facetsOf } from ${from('engine/search/search-facets.ts')}
export function wordsOf(index) {
  const files = countArticles(index)
  const all = [...'abcdefghijklmnoprstuvw'].flatMap((letter) => termsBeginning(index, letter, 400))
  const counted = all.map((term) => ({ term, articles: countWithTerm(index, term) }))
  const between = (least, most) => counted.filter(({ articles }) => articles >= least && articles <= most).map(({ term }) => term)
  const [many, some] = [files / 25, files / 1000]
  return { frequent: between(many, Infinity), middling: between(some, many), rare: between(2, Math.max(some, 3)) }
}
`,
  )
  // Inside the project, where better-sqlite3 is found.
  return bundleOf(entry, { into: inProject('out', 'bench'), external: ['better-sqlite3'], minify: false })
}

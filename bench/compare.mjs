/**
 * `npm run bench:compare [-- options]`: the processor time that finding wire families takes among made short articles, how its time grows, and how many
 * of the made retellings it finds, by what was done to them.
 *   --articles N,M   sizes to measure (19000,100000)     --seed N   of the made articles (7)
 *   --json FILE      also write the numbers there
 */
import { writeFileSync } from 'node:fs'
import { cpus } from 'node:os'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { parseArgs } from 'node:util'
import { cacheFolder, inProject } from '../scripts/setup/places.mjs'
import { runScript, SetupError } from '../scripts/setup/say.mjs'
import { bundleOf } from './bundle.mjs'
import { makeRetellings } from './retellings.mjs'

await runScript(async () => {
  const { values } = parseArgs({
    options: {
      articles: { type: 'string', default: '19000,100000' },
      seed: { type: 'string', default: '7' },
      json: { type: 'string' },
    },
  })
  const sizes = values.articles.split(',').map(Number)
  if (sizes.some((size) => !Number.isInteger(size) || size < 100))
    throw new SetupError(`--articles takes whole numbers of at least 100, not “${values.articles}”.`)
  const { findFamilies, judgeFamilies } = await import(
    pathToFileURL(
      await bundleOf(inProject('bench', 'family-work.mjs'), { into: join(cacheFolder(), 'bench', 'compare') }),
    ).href
  )
  console.log(`Node ${process.versions.node}, ${cpus().length} × ${cpus()[0].model}, one thread`)
  // One small run first, so that the first size is not measured on code that is not compiled yet.
  findFamilies(makeRetellings({ articles: 500 }))
  const results = sizes.map((articles) => {
    const made = makeRetellings({ articles, seed: Number(values.seed) })
    const { families, reading, finding } = findFamilies(made)
    const judged = judgeFamilies(made, families)
    const memory = process.memoryUsage().heapUsed / 1e6
    const result = { articles, families: families.length, reading, finding, memory, ...judged }
    console.log(describe(result))
    return result
  })
  const [first, last] = [results[0], results.at(-1)]
  if (first && last && first !== last) {
    const growth = last.finding / first.finding / (last.articles / first.articles)
    console.log(
      `${(last.articles / first.articles).toFixed(1)} times the articles take ${growth.toFixed(2)} times as long each`,
    )
  }
  if (values.json)
    writeFileSync(resolve(process.env.INIT_CWD ?? '.', values.json), `${JSON.stringify(results, null, 2)}\n`)
})

function percent(share) {
  return `${(share * 100).toFixed(1)} %`
}

function describe({ articles, families, reading, finding, memory, precision, recall, pairs, byMutation }) {
  const parts = Object.entries(byMutation).map(([name, share]) => `${name} ${percent(share)}`)
  return [
    `${articles} articles: ${families} families in ${finding.toFixed(1)} s (cutting the texts to words: ${reading.toFixed(1)} s), ${memory.toFixed(0)} MB`,
    `  precision ${precision.toFixed(4)}, recall ${recall.toFixed(4)} over ${pairs} made pairs; found with the first telling: ${parts.join(', ')}`,
  ].join('\n')
}

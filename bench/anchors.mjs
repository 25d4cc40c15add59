/**
 * `npm run bench:anchors [-- options]`: how many passages are found again after their article was edited, over made-up editions of the sample
 * corpus whose editing kept the truth. Ends with 1 when fewer than 97 % of the surviving passages are found, or one is called exact that is not.
 *   --articles N  edited articles (2000)     --seed N  another set (20190312)     --json FILE  also write the numbers there
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { cacheFolder, inProject } from '../scripts/setup/places.mjs'
import { runScript } from '../scripts/setup/say.mjs'
import { bundleOf } from './bundle.mjs'

await runScript(async () => {
  const { values } = parseArgs({
    options: {
      articles: { type: 'string', default: '2000' },
      seed: { type: 'string', default: '20190312' },
      json: { type: 'string' },
    },
  })
  const store = join(cacheFolder(), 'bench', 'anchors')
  const entry = inProject('src-main', 'domain', 'evidence', 'measure-anchors.fixture.ts')
  const { measureAnchors } = await import(await bundleOf(entry, { into: store }))
  const seeds = inProject('seeds')
  const texts = readdirSync(seeds, { recursive: true })
    .filter((file) => file.endsWith('.txt'))
    .sort()
    .map((file) => readFileSync(join(seeds, file), 'utf8'))
  const started = performance.now()
  const measure = measureAnchors(texts, Number(values.articles), Number(values.seed))
  const seconds = (performance.now() - started) / 1000
  const share = measure.found / measure.surviving
  console.log(
    `${values.articles} edited articles, ${measure.passages} passages in ${seconds.toFixed(1)} s: ${measure.found} of ${measure.surviving} surviving ones found (${(100 * share).toFixed(2)} %), ` +
      `${measure.elsewhere} placed elsewhere, ${measure.wronglyExact} wrongly called exact; of ${measure.cut} cut ones ${measure.cutButFound} were placed`,
  )
  if (values.json !== undefined) writeFileSync(values.json, JSON.stringify({ ...measure, share, seconds }, null, 2))
  if (share < 0.97 || measure.wronglyExact > 0) process.exitCode = 1
})

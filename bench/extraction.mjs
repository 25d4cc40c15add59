/**
 * `npm run bench:extraction [-- options]`: speed, loading and size of everything Dateline extracts, beside compromise and wink-nlp (installed
 * by `npm install --ignore-scripts` in this folder) on the same texts in the same run, single thread, each in processes of its own, in turn.
 *   --folder F   texts (.txt) to read; without it 300 made-up articles     --runs N   counted runs of each (5)
 *   --json FILE  also write the numbers there
 */
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { cpus } from 'node:os'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { cacheFolder, inProject, projectNode, toolEnvironment } from '../scripts/setup/places.mjs'
import { runScript, SetupError } from '../scripts/setup/say.mjs'
import { bundleOf } from './bundle.mjs'
import { measureInTurn, median } from './measure.mjs'
import { newsCorpus } from './news-corpus.mjs'

const OTHERS = { compromise: ['compromise'], 'wink-nlp': ['wink-nlp', 'wink-eng-lite-web-model'] }

await runScript(async () => {
  const { values } = parseArgs({
    options: { folder: { type: 'string' }, runs: { type: 'string', default: '5' }, json: { type: 'string' } },
  })
  for (const name of Object.values(OTHERS).flat())
    if (!existsSync(inProject('bench', 'node_modules', name)))
      throw new SetupError(`${name} is not installed: run "npm install --ignore-scripts" in bench/ once.`)
  const store = join(cacheFolder(), 'bench')
  mkdirSync(store, { recursive: true })
  const folder =
    values.folder === undefined
      ? newsCorpus(store, { files: 300 })
      : resolve(process.env.INIT_CWD ?? '.', values.folder)
  const texts = readdirSync(folder, { recursive: true })
    .filter((file) => file.endsWith('.txt'))
    .sort()
    .map((file) => readFileSync(join(folder, file), 'utf8'))
  const megabytes = texts.reduce((sum, text) => sum + Buffer.byteLength(text), 0) / 1e6
  const input = join(store, `texts-${process.pid}.json`)
  writeFileSync(input, JSON.stringify(texts))
  const bundle = await extractionBundle(store)
  const weights = inProject('resources', 'extract', 'names.bin')
  console.log(
    `${texts.length} texts, ${megabytes.toFixed(2)} MB from ${folder}; Node ${process.versions.node}, ${cpus()[0].model}`,
  )

  const rows = ['dateline', ...Object.keys(OTHERS)].map((name) => ({ name, outputs: [] }))
  const contenders = rows.map(({ name, outputs }) => ({
    name,
    run: () => ({
      command: projectNode(),
      args: [inProject('bench', 'extraction-contender.mjs'), name, input, bundle, weights],
      env: toolEnvironment(),
    }),
    after: (output) => {
      const result = JSON.parse(output)
      if (result.names === 0) throw new SetupError(`${name} found no name in ${folder}, so its time means nothing.`)
      outputs.push(result)
    },
  }))
  try {
    await measureInTurn(contenders, { runs: Number(values.runs) })
  } finally {
    rmSync(input, { force: true })
  }

  const results = rows.map(({ name, outputs }) => {
    const counted = outputs.slice(1)
    return {
      name,
      megabytesPerSecond: megabytes / median(counted.map(({ seconds }) => seconds)),
      coldMegabytesPerSecond: megabytes / median(counted.map(({ coldSeconds }) => coldSeconds)),
      loadMs: median(counted.map(({ loadMs }) => loadMs)),
      installedMb: (name === 'dateline' ? sizeOf(bundle) + sizeOf(weights) : packageSize(OTHERS[name])) / 1e6,
      residentMb: median(counted.map(({ residentMb }) => residentMb)),
      names: counted[0]?.names,
    }
  })
  const [ours] = results
  for (const row of results)
    console.log(
      `${row.name.padEnd(10)}  ${row.megabytesPerSecond.toFixed(2)} MB/s (${row.coldMegabytesPerSecond.toFixed(2)} on the first pass)  loads in ${row.loadMs.toFixed(0)} ms  ${row.installedMb.toFixed(2)} MB installed  ${row.residentMb.toFixed(0)} MB resident  ${row.names} names`,
    )
  for (const row of results.slice(1))
    console.log(
      `dateline against ${row.name}: ${(ours.megabytesPerSecond / row.megabytesPerSecond).toFixed(1)} times the speed, ${(ours.loadMs / row.loadMs).toFixed(2)} of its loading time, ${(ours.installedMb / row.installedMb).toFixed(2)} of its size`,
    )
  if (values.json !== undefined)
    writeFileSync(values.json, JSON.stringify({ texts: texts.length, megabytes, results }, null, 2))
})

/** The extraction as the application ships it: one minified script. */
async function extractionBundle(store) {
  const entry = join(store, 'extraction-entry.mjs')
  const domain = inProject('src-main', 'domain')
  writeFileSync(
    entry,
    [
      `export { extract } from ${JSON.stringify(join(domain, 'extract', 'extract.ts'))}`,
      `export { loadNameModel } from ${JSON.stringify(join(domain, 'extract', 'names', 'name-model.ts'))}`,
      `export { readHeader } from ${JSON.stringify(join(domain, 'article', 'header.ts'))}`,
    ].join('\n'),
  )
  return bundleOf(entry, { into: join(store, 'extraction') })
}

function sizeOf(file) {
  return statSync(file).size
}

/** Bytes of the scripts and data a program would ship of these packages: their files without sources, maps, types and documents. */
function packageSize(names) {
  return names
    .flatMap((name) => {
      const root = inProject('bench', 'node_modules', name)
      return readdirSync(root, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map((entry) => join(entry.parentPath, entry.name))
        .filter((file) => !/\.(?:map|ts|md)$/.test(file) && !file.includes(join(name, 'builds')))
    })
    .reduce((sum, file) => sum + sizeOf(file), 0)
}

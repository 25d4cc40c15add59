/**
 * `npm run bench:index [-- options]`: how long `dateline index --phase text` takes to make a folder searchable, against another
 * command over the same files, by default a bare FTS5 script.
 *   --files N        articles to generate (2000)         --folder F   a folder of your own instead
 *   --runs N         counted runs of each (5)            --json FILE  also write the numbers there
 *   --against LINE   the other command; {folder} and {scratch} (an empty folder for each run) are filled in
 *   --phase text|all whether only full text is made or the analysis as well (text)
 *   --recoll         against Recoll's indexer (Debian's recollcmd)
 */
import { mkdirSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { cpus } from 'node:os'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { cacheFolder, inProject, projectNode, toolEnvironment } from '../scripts/setup/places.mjs'
import { runScript, say, SetupError } from '../scripts/setup/say.mjs'
import { setUp } from '../scripts/setup.mjs'
import { commandFrom, describeResults, measureInTurn } from './measure.mjs'
import { newsCorpus } from './news-corpus.mjs'

await runScript(async () => {
  const { values } = parseArgs({
    options: {
      files: { type: 'string', default: '2000' },
      folder: { type: 'string' },
      runs: { type: 'string', default: '5' },
      against: {
        type: 'string',
        default: `"${projectNode()}" "${inProject('bench', 'bare-fts5.mjs')}" {folder} {scratch}/bare.sqlite`,
      },
      json: { type: 'string' },
      phase: { type: 'string', default: 'text' },
      recoll: { type: 'boolean', default: false },
    },
  })
  await setUp()
  const store = join(cacheFolder(), 'bench')
  mkdirSync(store, { recursive: true })
  const folder =
    values.folder === undefined
      ? newsCorpus(store, { files: Number(values.files) })
      : resolve(process.env.INIT_CWD ?? '.', values.folder)
  const size = folderSize(folder)
  console.log(
    `${size.files} files, ${(size.bytes / 1e6).toFixed(1)} MB of text in ${folder}; Node ${process.versions.node}, ${cpus().length} × ${cpus()[0].model}`,
  )

  const scratch = join(store, `scratch-${process.pid}`)
  const emptyScratch = () => {
    rmSync(scratch, { recursive: true, force: true })
    mkdirSync(scratch, { recursive: true })
  }
  const recoll = `"${projectNode()}" "${inProject('bench', 'recoll-index.mjs')}" {folder} {scratch}`
  const against = values.recoll ? recoll : values.against
  const ours = {
    name: 'dateline index',
    before: emptyScratch,
    run: () => ({
      command: projectNode(),
      args: [inProject('out', 'cli', 'index.js'), 'index', folder, '--phase', values.phase, '--json'],
      env: toolEnvironment({ DATELINE_DATA: scratch }),
    }),
    after: (output) => {
      const { indexed, partial, skipped } = JSON.parse(output)
      if (indexed + partial + skipped >= size.files) return
      throw new SetupError(
        `dateline index took in ${indexed + partial} of ${size.files} files, so the times cannot be compared: index the folder by hand and see what failed.`,
      )
    },
  }
  const other = {
    name: values.recoll ? 'recollindex' : values.against.includes('bare-fts5') ? 'bare FTS5 script' : values.against,
    before: emptyScratch,
    run: () => ({ ...commandFrom(against, { folder, scratch }), env: toolEnvironment() }),
  }
  try {
    const onRun = (name, run, seconds) =>
      say(`  ${run === 0 ? 'warm-up' : `run ${run}`}: ${name} ${seconds.toFixed(3)} s`)
    const results = await measureInTurn([ours, other], { runs: Number(values.runs), onRun })
    console.log(describeResults(results).join('\n'))
    if (values.json !== undefined) writeFileSync(values.json, JSON.stringify({ ...size, results }, null, 2))
  } finally {
    rmSync(scratch, { recursive: true, force: true })
  }
})

function folderSize(folder) {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter(
    (entry) => entry.isFile() && /\.(txt|md|html?)$/i.test(entry.name),
  )
  const bytes = files.reduce((sum, entry) => sum + statSync(join(entry.parentPath, entry.name)).size, 0)
  return { files: files.length, bytes }
}

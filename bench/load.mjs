/**
 * `npm run bench:load [-- options]`: what Dateline holds, L1–L13, each figure beside its target.
 *   --files N    articles of the corpus (100000)      --notes N   notes of the casebook (10000)
 *   --soak M     minutes of scripted use (5)          --json FILE also write the numbers there
 * Targets are for the full size on two cores and 8 GB; a smaller size says so in its lines.
 */
import { spawn } from 'node:child_process'
import { appendFileSync, mkdirSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { cpus, totalmem } from 'node:os'
import { join } from 'node:path'
import { performance } from 'node:perf_hooks'
import { parseArgs } from 'node:util'
import { cacheFolder, inProject, projectNode, toolEnvironment } from '../scripts/setup/places.mjs'
import { runScript, say, SetupError } from '../scripts/setup/say.mjs'
import { sandboxArguments } from '../scripts/setup/sandbox.mjs'
import { startScreen } from '../scripts/setup/screen.mjs'
import { setUp } from '../scripts/setup.mjs'
import { briefing, memory, smoothness, soak, start, typing } from './load/application-load.mjs'
import { figureLines, shortfalls } from './load/figures.mjs'
import { newsCorpus } from './news-corpus.mjs'

const FULL = { files: 100_000, notes: 10_000 }

await runScript(async () => {
  const { values } = parseArgs({
    options: {
      files: { type: 'string', default: String(FULL.files) },
      notes: { type: 'string', default: String(FULL.notes) },
      soak: { type: 'string', default: '5' },
      json: { type: 'string' },
    },
  })
  const runtime = await setUp({ tests: true })
  const [files, notes] = [Number(values.files), Number(values.notes)]
  const store = join(cacheFolder(), 'bench')
  mkdirSync(store, { recursive: true })
  const folder = newsCorpus(store, { files })
  const data = join(store, `load-${process.pid}`)
  mkdirSync(data)
  const size = files === FULL.files ? undefined : `${files} files`
  const noteSize = notes === FULL.notes ? undefined : `${notes} notes`
  const figures = []
  const tell = (id, what, value, unit, target, sense = 'most', note = size) => {
    figures.push({ id, what, value, unit, target, sense, ...(note ? { note } : {}) })
    console.log(figureLines(figures.slice(-1))[0])
  }
  console.log(
    `${cpus().length} × ${cpus()[0].model}, ${Math.round(totalmem() / 2 ** 30)} GB; ${files} files, ${notes} notes`,
  )
  const screen = process.platform === 'linux' ? await startScreen() : null
  try {
    const index = () => command(['out/cli/index.js', 'index', folder, '--json'], { DATELINE_DATA: data })
    const first = await index()
    tell('L1', 'first index of the folder, with its analysis', first.seconds, 's', 900)
    tell('L2', 'the same folder again, unchanged', (await index()).seconds, 's', 60)
    change(folder, 100)
    tell('L2', 'the same folder, 100 files changed', (await index()).seconds, 's', 10)

    const [name] = readdirSync(join(data, 'workspaces'))
    const hooks = inProject('scripts', 'train-claims', 'ts-hooks.mjs')
    const typescript = ['--no-warnings', '--experimental-transform-types', '--import', hooks]
    const { output } = await command([
      ...typescript,
      'bench/load/engine-load.mjs',
      join(data, 'workspaces', name),
      String(notes),
    ])
    const engine = JSON.parse(output)
    tell('L3', 'search, p95 of 200', engine.searchP95, 'ms', 300)
    tell('L4', 'opening the casebook and its list of notes', engine.openNotes, 'ms', 500, 'most', noteSize)
    tell('L5', 'commit of a note with its journal, p99', engine.commitP99, 'ms', 20, 'most', noteSize)

    const executable = runtime.env.ELECTRON_EXEC_PATH
    const env = toolEnvironment({ ...runtime.env, ...(screen ? { DISPLAY: screen.display, WAYLAND_DISPLAY: '' } : {}) })
    const launch = (where) => start({ folder, data: where, executable, args: sandboxArguments(), env })
    const usual = await launch(data)
    tell('L6', 'start until the list of articles stands', usual.usable / 1000, 's', 3)
    tell('L8', 'memory of all processes, at rest', await memory(usual), 'MB', 1536)
    const grown = await soak(usual, Number(values.soak))
    const length = `${values.soak} minutes, ${grown.rounds} rounds`
    tell('L10', 'growth of the page’s heap', grown.heapGrowth, '%', 10, 'most', length)
    tell('L10', 'growth of open files', grown.handles, 'files', 5, 'most', length)
    const printed = await briefing(usual, 2_600, join(data, 'long.pdf'))
    tell(
      'L11',
      'briefing as PDF, for each 200 pages',
      (printed.seconds * 200) / printed.pages,
      's',
      60,
      'most',
      `${printed.pages} pages`,
    )
    await usual.app.close()
    tell('L10', 'largest write-ahead log', largestLog(join(data, 'workspaces', name)), 'MB', 64, 'most', length)

    const fresh = join(data, 'fresh')
    const reading = await launch(fresh)
    let saved = 0
    let peak = 0
    const smooth = await smoothness(reading, async () => {
      saved = await typing(reading, 40)
      peak = await memory(reading)
    })
    await reading.app.close()
    tell('L5', 'key to “Saved” while the folder is read, p95', saved, 'ms', 700)
    tell('L7', 'delay of main’s event loop meanwhile, p99', smooth.delay, 'ms', 50)
    tell('L7', 'longest gap between two frames meanwhile', smooth.longest, 'ms', 200)
    tell('L8', 'memory of all processes, while reading', peak, 'MB', 2560)
    tell('L9', 'frames per second meanwhile, median', smooth.framesPerSecond, 'fps', 50, 'least')
    tell('L12', 'acknowledged notes lost in 500 kills', null, 'notes', 0, 'most', 'npm run test:faults -- --full')
    const { output: seen } = await command(['out/cli/index.js', 'index', crowd(data), '--phase', 'text', '--json'], {
      DATELINE_DATA: join(data, 'crowd-data'),
    })
    tell(
      'L13',
      'files read of one folder with 20,000, 40 levels deep',
      JSON.parse(seen).indexed,
      'files',
      20_000,
      'least',
      '',
    )
    if (values.json) writeFileSync(values.json, JSON.stringify(figures, null, 2))
    const short = shortfalls(figures)
    say(short.length > 0 ? `${short.length} figures fall short.` : 'Every measured figure holds.')
    return 0
  } finally {
    screen?.stop()
    rmSync(data, { recursive: true, force: true })
  }
})

/** Runs Node on a script to its end. */
function command(args, extra = {}) {
  return new Promise((done, reject) => {
    const began = performance.now()
    const child = spawn(projectNode(), args, {
      cwd: inProject(),
      env: toolEnvironment(extra),
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    let output = ''
    child.stdout.setEncoding('utf8').on('data', (chunk) => (output += chunk))
    child.on('error', reject)
    child.on('close', (code) => {
      if (code === 0) done({ seconds: (performance.now() - began) / 1000, output })
      else reject(new SetupError(`${args.join(' ')} ended with exit code ${code}; run it by hand to see why.`))
    })
  })
}

/** A folder 40 levels deep that holds 20,000 files. */
function crowd(parent) {
  const folder = join(parent, 'crowd')
  const deep = join(folder, ...Array.from({ length: 40 }, (_, i) => `level-${i}`))
  mkdirSync(deep, { recursive: true })
  for (let i = 0; i < 20_000; i++) writeFileSync(join(deep, `${i}.txt`), `Report number ${i} of the harbour.`)
  return folder
}

/** Appends a word to so many files of the corpus; the corpus stays one of as many files, and is as good for the next bench. */
function change(folder, count) {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.txt'))
  for (let i = 0; i < count; i++)
    appendFileSync(join(folder, names[Math.floor((i * names.length) / count)]), ' changed')
}

/** Megabytes of the largest write-ahead log in a folder. */
function largestLog(folder) {
  const logs = readdirSync(folder).filter((name) => name.endsWith('-wal'))
  return Math.max(0, ...logs.map((name) => statSync(join(folder, name)).size / 2 ** 20))
}

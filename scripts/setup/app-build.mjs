/** The build in out/: whether it is fresh, and making it. */
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { inProject, projectFolder, projectNode, toolEnvironment } from './places.mjs'
import { lastLine, runCommand } from './run-command.mjs'
import { progress, SetupError } from './say.mjs'

const STAMP = ['out', '.build.json']
const SOURCES = [
  'src-main',
  'src-renderer',
  'resources',
  'electron.vite.config.ts',
  'vite.cli.config.ts',
  'aliases.config.ts',
  'fonts.config.ts',
  'tsconfig.base.json',
  'package.json',
  'package-lock.json',
]
const RESULTS = ['out/main/index.js', 'out/cli/index.js']

/** @typedef {{ path: string, absolute: string, size: number, time: number }} SourceFile */

/** @returns {boolean} whether out/ was made from the sources as they are now */
export function buildIsFresh() {
  if (!RESULTS.every((path) => existsSync(inProject(path)))) return false
  try {
    const stamp = JSON.parse(readFileSync(inProject(...STAMP), 'utf8'))
    const files = sourceFiles()
    if (stamp.quick === quickMark(files)) return true
    // Times change with every checkout; only other bytes call for another build.
    if (stamp.content !== contentMark(files)) return false
    writeStamp(files)
    return true
  } catch {
    return false
  }
}

/**
 * Builds the application and the command line tool into out/.
 * @param {import('./electron-runtime.mjs').ElectronRuntime} runtime
 * @param {{ verbose?: boolean }} [options] `verbose` passes the tools' output through
 */
export async function buildApp(runtime, { verbose = false } = {}) {
  const files = sourceFiles()
  const bar = progress('Building')
  const timer = setInterval(() => bar.update('still building'), 1000)
  try {
    await tool('electron-vite', 'bin/electron-vite.js', ['build'], runtime, verbose)
    await tool('vite', 'bin/vite.js', ['build', '-c', 'vite.cli.config.ts'], runtime, verbose)
  } finally {
    clearInterval(timer)
  }
  mkdirSync(inProject('out'), { recursive: true })
  writeStamp(files)
  bar.done()
}

async function tool(name, bin, args, runtime, verbose) {
  const result = await runCommand(projectNode(), [inProject('node_modules', name, bin), ...args], {
    cwd: projectFolder,
    env: toolEnvironment({ ...runtime.env, NODE_ENV: 'production' }),
    inherit: verbose,
  })
  if (result.code === 0) return
  if (!verbose) process.stderr.write(`\n${result.stdout}${result.stderr}`)
  throw new SetupError(
    `The build stopped in ${name}${verbose ? '' : ` (${lastLine(result)})`}: what it says above names the file; \`npm run build\` tries again.`,
  )
}

/** @returns {SourceFile[]} what the build is made from, in path order; tests are no part of it */
function sourceFiles() {
  const files = []
  const visit = (absolute) => {
    const stats = statSync(absolute, { throwIfNoEntry: false })
    if (stats === undefined) return
    if (stats.isDirectory()) for (const name of readdirSync(absolute).sort()) visit(join(absolute, name))
    else if (!/\.test\.\w+$/.test(absolute))
      files.push({ path: relative(projectFolder, absolute), absolute, size: stats.size, time: stats.mtimeMs })
  }
  for (const source of SOURCES) visit(inProject(source))
  return files
}

/** @param {SourceFile[]} files */
function quickMark(files) {
  return digest(files.map(({ path, size, time }) => `${path} ${size} ${time}`).join('\n'))
}

/** @param {SourceFile[]} files */
function contentMark(files) {
  return digest(files.map(({ path, absolute }) => `${path} ${digest(readFileSync(absolute))}`).join('\n'))
}

function digest(data) {
  return createHash('sha256').update(data).digest('hex')
}

function writeStamp(files) {
  writeFileSync(inProject(...STAMP), JSON.stringify({ quick: quickMark(files), content: contentMark(files) }))
}

/** The harness of every bench: commands run in turn, medians of their wall time, and the ratio between them. */
import { spawn } from 'node:child_process'

/**
 * @typedef {object} Contender
 * @property {string} name
 * @property {() => Promise<void> | void} [before] prepares one run; not timed
 * @property {() => { command: string, args: string[], env?: NodeJS.ProcessEnv, cwd?: string }} run asked once per run
 * @property {(output: string) => void} [after] sees the run's stdout; throws when the run did not do its work
 */

/**
 * Runs the contenders in turn (a, b, a, b …), so that a machine that slows down slows them alike. One run of each goes before
 * and is not counted: it warms the file cache.
 * @param {Contender[]} contenders
 * @param {{ runs: number, onRun?: (name: string, run: number, seconds: number) => void }} options `runs` counted runs of each
 * @returns {Promise<{ name: string, seconds: number[], median: number, spread: number }[]>} in the given order; `spread` is half
 *   the distance between the quartiles, as a share of the median
 */
export async function measureInTurn(contenders, { runs, onRun }) {
  const results = contenders.map(({ name }) => ({ name, seconds: [] }))
  for (let run = 0; run <= runs; run++) {
    for (const [i, contender] of contenders.entries()) {
      await contender.before?.()
      const { seconds, output } = await time(contender.run(), contender.name)
      contender.after?.(output)
      if (run > 0) results[i].seconds.push(seconds)
      onRun?.(contender.name, run, seconds)
    }
  }
  return results.map((result) => ({ ...result, median: median(result.seconds), spread: spread(result.seconds) }))
}

/** @param {number[]} values at least one @returns {number} */
export function median(values) {
  return quantile(values, 0.5)
}

/** @param {number[]} values @param {number} share from 0 to 1 @returns {number} linear between neighbours */
export function quantile(values, share) {
  const sorted = [...values].sort((a, b) => a - b)
  const place = (sorted.length - 1) * share
  const low = Math.floor(place)
  const high = Math.ceil(place)
  return sorted[low] + (sorted[high] - sorted[low]) * (place - low)
}

function spread(values) {
  return (quantile(values, 0.75) - quantile(values, 0.25)) / 2 / median(values)
}

/**
 * A command given as one line, with its places filled in. Quotes hold words together; nothing else of a shell is understood.
 * @param {string} line for example `node other.mjs {folder} "{database}"`
 * @param {Record<string, string>} places
 * @returns {{ command: string, args: string[] }}
 */
export function commandFrom(line, places) {
  const words = [...line.matchAll(/"([^"]*)"|'([^']*)'|(\S+)/g)].map(
    ([, double, single, bare]) => double ?? single ?? bare,
  )
  const [command, ...args] = words.map((word) => word.replace(/\{(\w+)\}/g, (whole, name) => places[name] ?? whole))
  if (command === undefined) throw new Error('the command is empty')
  return { command, args }
}

/** @param {{ name: string, median: number, spread: number, seconds: number[] }[]} results ours first @returns {string[]} a table for a person */
export function describeResults(results) {
  const [ours, ...others] = results
  const width = Math.max(...results.map(({ name }) => name.length))
  return [
    ...results.map(({ name, median: middle, spread: around, seconds }) => {
      const range = `${Math.min(...seconds).toFixed(3)} to ${Math.max(...seconds).toFixed(3)}`
      return `${name.padEnd(width)}  median ${middle.toFixed(3)} s ± ${(around * 100).toFixed(1)} %  (${range}, ${seconds.length} runs)`
    }),
    ...others.map(
      ({ name, median: middle }) => `${ours.name} takes ${(ours.median / middle).toFixed(2)} times as long as ${name}`,
    ),
  ]
}

function time({ command, args, env, cwd }, name) {
  return new Promise((resolve, reject) => {
    const began = process.hrtime.bigint()
    const child = spawn(command, args, { env, cwd, stdio: ['ignore', 'pipe', 'pipe'] })
    let output = ''
    let complaint = ''
    child.stdout.setEncoding('utf8').on('data', (chunk) => (output += chunk))
    child.stderr.setEncoding('utf8').on('data', (chunk) => (complaint = (complaint + chunk).slice(-2000)))
    child.on('error', reject)
    child.on('close', (code) => {
      const seconds = Number(process.hrtime.bigint() - began) / 1e9
      if (code === 0) resolve({ seconds, output })
      else reject(new Error(`${name} ended with exit code ${code}: ${complaint.trim().split('\n').pop()}`))
    })
  })
}

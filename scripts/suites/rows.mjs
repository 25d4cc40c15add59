/** Rows of a table (faults F1–F40, bad inputs B1–B60), each proved by tests that have its number in their names. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { runEndToEnd } from '../e2e.mjs'
import { inProject, projectFolder, projectNode, toolEnvironment } from '../setup/places.mjs'
import { runCommand } from '../setup/run-command.mjs'

/**
 * @typedef {object} RowTest
 * @property {string} name
 * @property {'passed' | 'failed' | 'skipped'} status
 */

/** @param {string} letter @returns {string} a pattern for the names of tests that prove a row */
export const namesOf = (letter) => `(^|[^A-Za-z0-9])${letter}[0-9]+([^A-Za-z0-9]|$)`

/** @param {object | null} report vitest's JSON report @returns {RowTest[]} */
export function vitestTests(report) {
  return (report?.testResults ?? []).flatMap(({ name, status, message, assertionResults }) => [
    ...(status === 'failed' && assertionResults.length === 0
      ? [{ name: `${name}: ${message}`, status: 'failed' }]
      : []),
    ...assertionResults.map(({ fullName, status: how }) => ({
      name: fullName,
      status: how === 'passed' || how === 'failed' ? how : 'skipped',
    })),
  ])
}

/** @param {object | null} report Playwright's JSON report @returns {RowTest[]} */
export function playwrightTests(report) {
  const of = (suite) => [
    ...(suite.suites ?? []).flatMap(of),
    ...(suite.specs ?? []).flatMap(({ title, tests }) =>
      tests.map(({ status }) => ({
        name: title,
        status: status === 'expected' ? 'passed' : status === 'skipped' ? 'skipped' : 'failed',
      })),
    ),
  ]
  return (report?.suites ?? []).flatMap(of)
}

/**
 * Tells the outcome of each row. A row passes when one of its tests passed and none failed; a row all of whose tests were skipped
 * gives their names, which say why; a row without any test has failed.
 * @param {string} letter
 * @param {number} last number of the last row
 * @param {RowTest[]} tests
 * @param {Readonly<Record<string, string>>} [elsewhere] rows proved by another command, with its name
 * @returns {{ lines: string[], failed: number }}
 */
export function tellRows(letter, last, tests, elsewhere = {}) {
  const lines = []
  const count = { passed: 0, failed: 0, skipped: 0 }
  for (let number = 1; number <= last; number++) {
    const row = `${letter}${number}`
    const named = new RegExp(`(^|[^A-Za-z0-9])${row}(?![0-9])`)
    const mine = tests.filter(({ name }) => named.test(name))
    const [failure] = mine.filter(({ status }) => status === 'failed')
    const [proof] = mine.filter(({ status }) => status === 'passed')
    const say = (outcome, what) => {
      count[outcome]++
      lines.push(`${row.padEnd(4)} ${outcome.padEnd(8)} ${what}`)
    }
    if (failure) say('failed', failure.name)
    else if (proof) say('passed', proof.name)
    else if (mine[0]) say('skipped', mine[0].name)
    else if (elsewhere[row]) say('skipped', elsewhere[row])
    else say('failed', 'no test has this number in its name')
  }
  const stray = tests.filter(({ status }) => status === 'failed').length
  lines.push(`${count.passed} passed, ${count.failed} failed, ${count.skipped} skipped of ${last}`)
  return { lines, failed: count.failed + stray }
}

/**
 * Runs the unit and end-to-end tests of one table.
 * @param {string} letter
 * @param {{ unit: string[], endToEnd: string[], env?: NodeJS.ProcessEnv, playwright?: string[] }} where
 * @returns {Promise<RowTest[]>}
 */
export async function runRows(letter, { unit, endToEnd, env = {}, playwright = [] }) {
  const reports = mkdtempSync(join(tmpdir(), 'dateline-rows-'))
  try {
    const unitReport = join(reports, 'unit.json')
    const vitest = ['run', ...unit, '-t', namesOf(letter), '--reporter=dot', '--reporter=json']
    await runCommand(
      projectNode(),
      [inProject('node_modules', 'vitest', 'vitest.mjs'), ...vitest, `--outputFile.json=${unitReport}`],
      { cwd: projectFolder, env: toolEnvironment(env), inherit: true },
    )
    const endToEndReport = join(reports, 'e2e.json')
    const named = ['-g', namesOf(letter), ...playwright]
    await runEndToEnd([...endToEnd, ...named], { ...env, PLAYWRIGHT_JSON_OUTPUT_FILE: endToEndReport })
    const ran = (tests) =>
      tests.filter(({ name, status }) => status !== 'skipped' || new RegExp(namesOf(letter)).test(name))
    return ran([...vitestTests(readReport(unitReport)), ...playwrightTests(readReport(endToEndReport))])
  } finally {
    rmSync(reports, { recursive: true, force: true })
  }
}

function readReport(path) {
  try {
    return JSON.parse(readFileSync(path, 'utf8'))
  } catch {
    return null
  }
}

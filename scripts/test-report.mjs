/** Reads the test runners' JSON reports into the counts that `npm test` ends with. */

/**
 * @typedef {object} Tally
 * @property {string} name
 * @property {number} passed
 * @property {number} failed
 * @property {{ test: string, reason: string | null }[]} skipped `reason` null where the runner does not report one: then the name says it
 */

/**
 * @param {string} name
 * @param {number} exitCode of the runner
 * @param {object | null} report vitest's JSON report, null when it wrote none
 * @returns {Tally}
 */
export function tallyVitest(name, exitCode, report) {
  const tally = { name, passed: 0, failed: 0, skipped: [] }
  for (const file of report?.testResults ?? []) {
    let failedHere = 0
    for (const test of file.assertionResults) {
      if (test.status === 'passed') tally.passed++
      else if (test.status === 'failed') failedHere++
      else tally.skipped.push({ test: test.fullName, reason: null })
    }
    // A file that could not be loaded fails without a single test of its own.
    if (file.status === 'failed' && failedHere === 0) failedHere = 1
    tally.failed += failedHere
  }
  return settle(tally, exitCode)
}

/**
 * @param {string} name
 * @param {number} exitCode of the runner
 * @param {object | null} report Playwright's JSON report, null when it wrote none
 * @returns {Tally}
 */
export function tallyPlaywright(name, exitCode, report) {
  const tally = { name, passed: 0, failed: report?.errors?.length ?? 0, skipped: [] }
  const visit = (suite, path) => {
    for (const child of suite.suites ?? []) visit(child, [...path, child.title])
    for (const spec of suite.specs ?? []) {
      for (const test of spec.tests) {
        if (test.status === 'expected') tally.passed++
        else if (test.status === 'skipped')
          tally.skipped.push({ test: [...path, spec.title].join(' › '), reason: skipReason(test) })
        else tally.failed++
      }
    }
  }
  for (const suite of report?.suites ?? []) visit(suite, [suite.title])
  return settle(tally, exitCode)
}

/** @param {Tally[]} tallies @returns {string[]} the lines `npm test` ends with; the last is the sum */
export function summaryLines(tallies) {
  const line = ({ passed, failed, skipped }) =>
    `${passed} passed, ${failed} failed${skipped.length > 0 ? `, ${skipped.length} skipped` : ''}`
  const sum = {
    passed: tallies.reduce((total, tally) => total + tally.passed, 0),
    failed: tallies.reduce((total, tally) => total + tally.failed, 0),
    skipped: tallies.flatMap((tally) => tally.skipped),
  }
  return [
    ...sum.skipped.map(({ test, reason }) => `skipped: ${test}${reason === null ? '' : ` (${reason})`}`),
    ...tallies.map((tally) => `${tally.name}: ${line(tally)}`),
    line(sum),
  ]
}

/** A runner that ends badly without naming a failed test has failed all the same. */
function settle(tally, exitCode) {
  if (exitCode !== 0 && tally.failed === 0) tally.failed = 1
  return tally
}

function skipReason(test) {
  return test.annotations?.find(({ type }) => type === 'skip' || type === 'fixme')?.description ?? 'no reason given'
}

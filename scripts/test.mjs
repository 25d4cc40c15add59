/** `npm test`: sets up what is missing, then unit, integration and end-to-end tests, the proof of silence, and the counts in the last lines. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { runEndToEnd } from './e2e.mjs'
import { inProject, projectFolder, projectNode, toolEnvironment } from './setup/places.mjs'
import { runCommand } from './setup/run-command.mjs'
import { runScript, say } from './setup/say.mjs'
import { setUp } from './setup.mjs'
import { runSilence, whyNoEnclosure } from './suites/silence.mjs'
import { summaryLines, tallyPlaywright, tallyVitest } from './test-report.mjs'

await runScript(async () => {
  const runtime = await setUp({ tests: true })
  const reports = mkdtempSync(join(tmpdir(), 'dateline-test-'))
  try {
    const unitReport = join(reports, 'unit.json')
    say('\nUnit and integration tests')
    const args = [
      inProject('node_modules', 'vitest', 'vitest.mjs'),
      'run',
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${unitReport}`,
    ]
    const unit = await runCommand(projectNode(), args, {
      cwd: projectFolder,
      env: toolEnvironment({ ...runtime.env, ...(process.stdout.isTTY ? {} : { NO_COLOR: '1' }) }),
      inherit: true,
    })

    const endToEndReport = join(reports, 'e2e.json')
    say('\nEnd-to-end tests')
    const endToEnd = await runEndToEnd([], { PLAYWRIGHT_JSON_OUTPUT_FILE: endToEndReport })

    say('\nNothing leaves the machine')
    const silenceReport = join(reports, 'silence.json')
    const open = whyNoEnclosure()
    const silence = open === null ? await runSilence({ env: { PLAYWRIGHT_JSON_OUTPUT_FILE: silenceReport } }) : 0

    const tallies = [
      tallyVitest('Unit and integration', unit.code, readReport(unitReport)),
      tallyPlaywright('End to end', endToEnd, readReport(endToEndReport)),
      open === null
        ? tallyPlaywright('Silence', silence, readReport(silenceReport))
        : { name: 'Silence', passed: 0, failed: 0, skipped: [{ test: 'the proof of silence', reason: open }] },
    ]
    console.log(`\n${summaryLines(tallies).join('\n')}`)
    return tallies.some(({ failed }) => failed > 0) ? 1 : 0
  } finally {
    rmSync(reports, { recursive: true, force: true })
  }
})

function readReport(path) {
  try {
    return JSON.parse(readFileSync(path, 'utf8'))
  } catch {
    return null
  }
}

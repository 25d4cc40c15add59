/** The main job without a window: index, what was found, a briefing PDF, and its verification, all by the `dateline` command. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join, relative } from 'node:path'
import { briefingFrom, collectFindings, describeConflict, describeFindings, disagreementsIn } from './findings.mjs'
import { inProject, projectNode, toolEnvironment } from './setup/places.mjs'
import { lastLine, runCommand } from './setup/run-command.mjs'
import { say, SetupError } from './setup/say.mjs'
import { startScreen } from './setup/screen.mjs'

/**
 * @param {{ folder: string, runtime: import('./setup/electron-runtime.mjs').ElectronRuntime, standing: string }} input
 *   `folder` of the articles; `standing` is the folder the PDF is put into, unless that would be among the articles
 * @returns {Promise<number>} exit code: 0 when every citation of the briefing was verified
 */
export async function doMainJobHeadless({ folder, runtime, standing }) {
  say('There is no screen here, so this does the main job without a window.')
  const index = await datelineJson(['index', folder, '--json'])
  const report = index.values[0]
  console.log(
    `\nIndexed ${report.files} files of ${folder} in ${report.seconds.total.toFixed(1)} s (${report.failed} failed, ${report.skipped} skipped).`,
  )
  const troubles = report.problems.filter(({ state }) => state !== 'skipped')
  for (const { path, reason } of troubles.slice(0, 10)) console.log(`  ${path}: ${reason}`)
  if (troubles.length > 10) console.log(`  and ${troubles.length - 10} more`)

  const extracted = await datelineJson(['extract', folder, '--json'])
  const findings = collectFindings(extracted.values)
  console.log(describeFindings(findings).join('\n'))
  const conflicts = await printConflicts(folder)

  const work = mkdtempSync(join(tmpdir(), 'dateline-start-'))
  const amongSources = !relative(folder, standing).startsWith('..')
  const pdf = join(amongSources ? tmpdir() : standing, 'dateline-briefing.pdf')
  const screen = await startScreen()
  try {
    const definition = join(work, 'briefing.json')
    writeFileSync(
      definition,
      JSON.stringify(briefingFrom(findings, basename(folder), disagreementsIn(conflicts, extracted.values))),
    )
    const env = { ...runtime.env, DISPLAY: screen.display }
    const exported = await datelineJson(
      ['brief', 'export', definition, '--folder', folder, '--out', pdf, '--format', 'pdf', '--json'],
      env,
    )
    const { citations, pages, out, findings: refused } = exported.values[0]
    for (const finding of refused) console.log(`  ${finding.level}: ${finding.message}`)
    if (out === null)
      throw new SetupError(
        'The briefing was not written, for the reasons above: mend the sources or open them in the window.',
      )
    const verified = await datelineJson(['verify', pdf, folder, '--json'])
    const { verified: good, sentences, failed } = verified.values[0]
    console.log(`\nBriefing: ${pdf} (${pages ?? '?'} pages, ${citations} citations)`)
    console.log(`Verified against the files: ${good} of ${sentences} sentences hold.`)
    for (const { sentence, reason } of failed) console.log(`  not verified: ${sentence} (${reason})`)
    console.log(
      '\nTo get the window, run `npm start` where there is a screen: at the machine itself, over `ssh -X`, or in a VNC or remote desktop session.',
    )
    return failed.length === 0 ? 0 : 1
  } finally {
    screen.stop()
    rmSync(work, { recursive: true, force: true })
  }
}

async function printConflicts(folder) {
  const { values } = await datelineJson(['conflicts', '--folder', folder, '--json'])
  console.log(`\nWhat the articles do not agree on: ${values.length}`)
  for (const conflict of values.slice(0, 10)) console.log(`  ${describeConflict(conflict)}`)
  return values
}

/**
 * Runs one command that prints JSON lines. Its messages and progress go to our stderr only when it fails.
 * @param {string[]} args @param {NodeJS.ProcessEnv} [env]
 * @returns {Promise<{ code: number, values: any[] }>}
 */
async function datelineJson(args, env = {}) {
  const result = await runCommand(projectNode(), [inProject('out', 'cli', 'index.js'), ...args], {
    env: toolEnvironment(env),
  })
  if (result.code > 1) {
    throw new SetupError(
      `\`dateline ${args.slice(0, 2).join(' ')}\` could not run (${lastLine({ stdout: '', stderr: result.stderr })}): \`npm run doctor\` says what state the set-up is in.`,
    )
  }
  return {
    code: result.code,
    values: result.stdout
      .split('\n')
      .filter((line) => line.startsWith('{'))
      .map((line) => JSON.parse(line)),
  }
}

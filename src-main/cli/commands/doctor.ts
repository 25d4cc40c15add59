import { existsSync, readdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { DatelineError } from '../../contract/errors'
import { workspaceOf } from '../../engine/data-root'
import { openCasebookStore } from '../../engine/casebook/open-casebook-store'
import { moveIndexAside } from '../../engine/open-index-store'
import { closeHandle } from '../../sql/connection'
import { checkHealth } from '../../sql/health'
import { isDamage } from '../../sql/sqlite-fault'
import { openCasebookReader } from '../../sql/open-casebook'
import { openIndexReader } from '../../sql/open-index'
import { readArguments, WORKSPACE_OPTIONS } from '../arguments'
import { ExitCode } from '../exit-code'
import type { Output } from '../output'
import { UsageError } from '../usage'

interface Checked {
  name: string
  state: 'ok' | 'missing' | 'damaged' | 'repaired'
  detail: string
}

/** `DoctorReport` of the machine interface. */
interface DoctorReport {
  workspace: string
  ok: boolean
  checks: Checked[]
}

/** `dateline doctor [--repair]`: checks both databases, the backups and the journal of a workspace. */
export function doctorCommand(args: string[], output: Output): ExitCode {
  const { values } = readArguments(args, { ...WORKSPACE_OPTIONS, repair: { type: 'boolean' } })
  if (values.folder === undefined && values.workspace === undefined)
    throw new UsageError('Say which: --folder F or --workspace DIR.')
  const directory =
    values.workspace === undefined ? workspaceOf(values.folder ?? '').directory : resolve(values.workspace)
  if (values.workspace !== undefined && !existsSync(directory))
    throw new DatelineError('folder_missing', `There is no workspace in ${values.workspace}.`)
  const checks = [
    checkIndex(directory),
    checkCasebook(directory),
    countFiles(directory, 'backups'),
    countFiles(directory, 'journal'),
  ]
  if (values.repair) repair(directory, checks)
  const report: DoctorReport = { workspace: directory, ok: checks.every((check) => check.state !== 'damaged'), checks }
  if (values.json) output.print(JSON.stringify(report))
  else
    for (const { name, state, detail } of checks)
      output.print(`${name}: ${state}${detail === '' ? '' : ` (${detail})`}`)
  return report.ok ? ExitCode.done : ExitCode.findings
}

function checkIndex(directory: string): Checked {
  return checkDatabase(join(directory, 'index.sqlite'), 'index', openIndexReader)
}

function checkCasebook(directory: string): Checked {
  return checkDatabase(join(directory, 'casebook.sqlite'), 'casebook', openCasebookReader)
}

function checkDatabase(file: string, name: string, open: (file: string) => Parameters<typeof checkHealth>[0]): Checked {
  if (!existsSync(file)) return { name, state: 'missing', detail: 'it is made when the folder is opened' }
  try {
    const handle = open(file)
    const { ok, verdict, schemaVersion, pages } = checkHealth(handle)
    closeHandle(handle)
    return { name, state: ok ? 'ok' : 'damaged', detail: ok ? `schema ${schemaVersion}, ${pages} pages` : verdict }
  } catch (error) {
    if (!isDamage(error) && !(error instanceof Error && 'code' in error && error.code === 'damaged')) throw error
    return { name, state: 'damaged', detail: error instanceof Error ? error.message : String(error) }
  }
}

function countFiles(directory: string, name: string): Checked {
  const folder = join(directory, name)
  const count = existsSync(folder) ? readdirSync(folder).length : 0
  return { name, state: count > 0 ? 'ok' : 'missing', detail: `${count} ${count === 1 ? 'file' : 'files'}` }
}

/** The index is moved aside and made anew with the next opening; the casebook is restored from its backups and its journal. */
function repair(directory: string, checks: Checked[]): void {
  for (const check of checks) {
    if (check.state !== 'damaged') continue
    if (check.name === 'index') {
      check.detail = `moved to ${moveIndexAside(directory, new Date())}; it is made anew when the folder is opened`
    } else {
      const store = openCasebookStore({ directory })
      check.detail = store.notice?.message ?? check.detail
      store.close()
    }
    check.state = 'repaired'
  }
}

import { readFileSync } from 'node:fs'
import { DraftSchema } from '../../contract/decisions'
import { decisionLog, recordDecision } from '../../engine/decisions/decision-log'
import { listDecisions } from '../../engine/decisions/list-decisions'
import { previewDecision } from '../../engine/decisions/preview-decision'
import { readDraft } from '../../engine/decisions/read-draft'
import { readGazetteer } from '../../engine/decisions/read-gazetteer'
import type { DecisionContent } from '../../domain/decisions/decision'
import { Session } from '../../engine/session'
import { readArguments } from '../arguments'
import { ExitCode } from '../exit-code'
import type { Output } from '../output'
import { UsageError } from '../usage'

const OPTIONS = { folder: { type: 'string' }, workspace: { type: 'string' }, 'dry-run': { type: 'boolean' } } as const

/**
 * `dateline corrections list | make DRAFT.json | revert ID | gazetteer FILE`: the analyst's corrections of a folder. Each that is made says
 * what it changes; with `--dry-run` it only says so.
 */
export async function correctionsCommand(args: string[], output: Output): Promise<ExitCode> {
  const { values, positionals } = readArguments(args, OPTIONS)
  const [action = 'list', given] = positionals
  if (values.folder === undefined) throw new UsageError('Say which folder: --folder F.')
  const session = new Session(values.folder, values.workspace === undefined ? {} : { directory: values.workspace })
  try {
    await session.pipeline.run('all')
    if (action === 'list') return list(session, values.json === true, output)
    if (given === undefined) throw new UsageError(`corrections ${action} needs something to work on.`)
    return await decide(session, contentOf(session, action, given), { ...values, output })
  } finally {
    await session.close()
  }
}

function list(session: Session, json: boolean, output: Output): ExitCode {
  for (const row of listDecisions(session.index, decisionLog(session.store().casebook))) {
    const state = row.holds ? (row.lost ? ' (its passage is gone)' : '') : ' (taken back)'
    output.print(json ? JSON.stringify(row) : `${row.id}  ${row.description}${state}`)
    if (!json) for (const conflict of row.conflicts) output.print(`  ${conflict}`)
  }
  return ExitCode.done
}

function contentOf(session: Session, action: string, given: string): DecisionContent {
  switch (action) {
    case 'make':
      return readDraft(session.index, draftIn(given))
    case 'revert': {
      if (!decisionLog(session.store().casebook).some(({ id }) => id === given))
        throw new UsageError(`There is no correction ${given}; “dateline corrections list” shows them.`)
      return { kind: 'revert', decision: given }
    }
    case 'gazetteer': {
      const { title, entries } = readGazetteer(given)
      return { kind: 'gazetteer', title, entries }
    }
    default:
      throw new UsageError(`corrections takes list, make, revert or gazetteer, not “${action}”.`)
  }
}

function draftIn(file: string): ReturnType<typeof DraftSchema.parse> {
  let json: unknown
  try {
    json = JSON.parse(readFileSync(file, 'utf8'))
  } catch (error) {
    throw new UsageError(`${file} cannot be read: ${error instanceof Error ? error.message : String(error)}`)
  }
  const draft = DraftSchema.safeParse(json)
  if (!draft.success) throw new UsageError(`${file} is no correction: ${draft.error.issues[0]?.message ?? ''}`)
  return draft.data
}

async function decide(
  session: Session,
  content: DecisionContent,
  { json, 'dry-run': dryRun, output }: { json?: boolean; 'dry-run'?: boolean; output: Output },
): Promise<ExitCode> {
  const preview = previewDecision(session.index, decisionLog(session.store().casebook), content)
  const id = dryRun === true ? null : recordDecision(session.store(), content).id
  if (id !== null) session.replay()
  await session.settled()
  if (json === true) output.print(JSON.stringify({ id, ...preview }))
  else {
    output.print(`${id ?? 'not made'}  ${preview.description}`)
    output.print(`  ${preview.mentions} mentions in ${preview.articles} articles`)
    for (const conflict of preview.conflicts) output.print(`  ${conflict}`)
  }
  return ExitCode.done
}

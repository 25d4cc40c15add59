import { existsSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { DatelineError } from '../../contract/errors'
import { indexedClaims } from '../../engine/briefing/cited-claims'
import type { Placing } from '../../engine/briefing/place-briefing'
import { createAnchorStates } from '../../engine/casebook/anchor-states'
import { openCasebookStore, type CasebookStore } from '../../engine/casebook/open-casebook-store'
import { workspaceOf } from '../../engine/data-root'
import { indexArticles } from '../../engine/index-articles'
import { readDefinition } from '../../engine/briefing/read-definition'
import { indexOnFile } from '../../engine/briefing/told-on-file'
import { articleGrade } from '../../engine/casebook/grade-handlers'
import type { CasebookReader } from '../../sql/handle'
import { judgements } from '../../sql/casebook/conflict-judgements'
import { closeHandle } from '../../sql/connection'
import { openCasebookReader } from '../../sql/open-casebook'
import type { BriefingContent } from '../../engine/briefing/place-briefing'
import type { Output } from '../output'
import { UsageError } from '../usage'
import { withIndex } from './open-workspace'

export interface Where {
  folder?: string | undefined
  workspace?: string | undefined
}

/** The articles a briefing is placed in: those of `--folder`, brought up to date first, or of `--workspace` as they are. */
export function withArticles<T>(where: Where, output: Output, work: (placing: Placing) => Promise<T>): Promise<T> {
  return withIndex(where, 'text', output, (index, directory) => {
    const articles = indexArticles(() => index)
    const source = () => index
    const onFile = indexOnFile(source, () => readingCasebook(directory, judgements) ?? [])
    const placing = { articles, states: createAnchorStates(() => articles), claims: indexedClaims(source), onFile }
    const grades: Placing['grades'] = (article) =>
      readingCasebook(directory, (casebook) => articleGrade(casebook, article))
    return work({ ...placing, grades })
  })
}

/** What the workspace's casebook says; null where there is none yet. */
function readingCasebook<T>(directory: string, read: (casebook: CasebookReader) => T): T | null {
  const file = join(directory, 'casebook.sqlite')
  if (!existsSync(file)) return null
  const casebook = openCasebookReader(file)
  try {
    return read(casebook)
  } finally {
    closeHandle(casebook)
  }
}

/** The casebook of the workspace, open for the time of `work`. */
export function withCasebook<T>({ folder, workspace }: Where, work: (store: CasebookStore) => T): T {
  const store = openCasebookStore({ directory: workspaceDirectory({ folder, workspace }) })
  try {
    return work(store)
  } finally {
    store.close()
  }
}

function workspaceDirectory({ folder, workspace }: Where): string {
  if (folder !== undefined) return workspaceOf(folder, workspace).directory
  if (workspace === undefined) throw new UsageError('Say which: --folder F or --workspace DIR.')
  const directory = resolve(workspace)
  if (!existsSync(join(directory, 'index.sqlite')) && !existsSync(join(directory, 'casebook.sqlite'))) {
    throw new DatelineError('folder_missing', `There is no workspace in ${workspace}.`)
  }
  return directory
}

/** Throws where no definition is, before a folder is read for nothing. */
export function assertDefinition(file: string): void {
  if (!existsSync(file)) throw new UsageError(`There is no briefing definition ${file}.`)
}

/** Reads a briefing definition; one that is not there or does not fit is wrong usage. */
export function definitionIn(file: string, placing: Placing): BriefingContent {
  let json: string
  try {
    json = readFileSync(file, 'utf8')
  } catch (error) {
    throw new UsageError(`${file} cannot be read: ${error instanceof Error ? error.message : String(error)}`)
  }
  try {
    return readDefinition(json, placing.articles)
  } catch (error) {
    if (error instanceof DatelineError && error.code === 'bad_request')
      throw new UsageError(`${file}: ${error.message}`)
    throw error
  }
}

import { cpus } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { existsSync } from 'node:fs'
import { DatelineError } from '../../contract/errors'
import { workspaceOf } from '../../engine/data-root'
import type { IndexReport } from '../../engine/pipeline/index-report'
import { Session } from '../../engine/session'
import { closeHandle } from '../../sql/connection'
import type { IndexReader } from '../../sql/handle'
import { openIndexReader } from '../../sql/open-index'
import type { Output } from '../output'
import { UsageError } from '../usage'

/** Brings the index of a folder up to date, with a progress bar on a terminal; `cancelled` where Ctrl+C stopped it half-way. */
export async function indexFolder(
  folder: string,
  workspace: string | undefined,
  phase: 'text' | 'all',
  output: Output,
): Promise<IndexReport> {
  const place = workspaceOf(folder, workspace)
  const session: Session = new Session(folder, {
    directory: place.directory,
    workers: cpus().length,
    emit: (event) => {
      if (event === 'status' && output.terminal) output.progress(describeStatus(session))
    },
  })
  const stopped = new AbortController()
  const stop = () => {
    stopped.abort()
    session.pipeline.cancel()
  }
  process.once('SIGINT', stop)
  try {
    const report = await session.pipeline.run(phase)
    // Whoever calls this next would take a part of the folder for the whole.
    if (stopped.signal.aborted)
      throw new DatelineError('cancelled', 'Stopped before all was read. What was read is kept; run it again to go on.')
    return { ...report, workspace: place.directory }
  } finally {
    process.off('SIGINT', stop)
    await session.close()
  }
}

function describeStatus(session: Session): string {
  const { phase, text, analysis, secondsLeft } = session.pipeline.status()
  const counter = phase === 'analysis' ? analysis : text
  const share = counter.total > 0 ? counter.done / counter.total : 0
  const bar = '█'.repeat(Math.round(share * 30)).padEnd(30, '░')
  const left = secondsLeft === null ? '' : ` · ${secondsLeft} s left`
  const name = phase === 'analysis' ? 'analysing' : phase === 'text' ? 'reading' : 'scanning'
  return `${bar} ${name} ${counter.done.toLocaleString('en')}/${counter.total.toLocaleString('en')}${left}`
}

/**
 * Opens the index that `--folder` (brought up to date first) or `--workspace` names, for the time of `work`, which also hears in
 * which directory it lies.
 */
export async function withIndex<T>(
  where: { folder?: string | undefined; workspace?: string | undefined },
  phase: 'text' | 'all',
  output: Output,
  work: (index: IndexReader, directory: string) => T | Promise<T>,
): Promise<T> {
  const file = await indexFileOf(where, phase, output)
  const index = openIndexReader(file)
  try {
    return await work(index, dirname(file))
  } finally {
    closeHandle(index)
  }
}

async function indexFileOf(
  { folder, workspace }: { folder?: string | undefined; workspace?: string | undefined },
  phase: 'text' | 'all',
  output: Output,
): Promise<string> {
  if (folder !== undefined) {
    const report = await indexFolder(folder, workspace, phase, output)
    return join(report.workspace, 'index.sqlite')
  }
  if (workspace === undefined) throw new UsageError('Say which: --folder F or --workspace DIR.')
  const file = join(resolve(workspace), 'index.sqlite')
  if (!existsSync(file))
    throw new DatelineError(
      'folder_missing',
      `There is no workspace in ${workspace}. Make one: dateline index FOLDER --workspace ${workspace}`,
    )
  return file
}

import { troubledFiles } from '../sql/index/file'
import type { Engine } from './engine'
import type { Handlers } from './handlers'
import { UNREMARKABLE } from './read/causes'

type WorkspaceChannel = Extract<keyof Handlers, `workspace.${string}`>

const MOST_ATTENTION = 10_000

/** Answers for opening and closing folders and for the work on them. */
export function workspaceHandlers(engine: Engine): Pick<Handlers, WorkspaceChannel> {
  return {
    'workspace.open': ({ folder }) => engine.open(folder),
    'workspace.close': async () => {
      await engine.close()
      return null
    },
    'workspace.current': () => engine.current()?.info() ?? null,
    'workspace.recents': () => engine.recents.list(),
    'workspace.forget': ({ folder }) => {
      engine.recents.forget(folder)
      return null
    },
    'workspace.status': () => engine.session().pipeline.status(),
    'workspace.rescan': () => {
      engine.session().rescan()
      return null
    },
    'workspace.pause': () => {
      engine.session().pipeline.pause()
      return null
    },
    'workspace.resume': () => {
      engine.session().pipeline.resume()
      return null
    },
    'workspace.cancel': () => {
      engine.session().pipeline.cancel()
      return null
    },
    'workspace.attention': () =>
      troubledFiles(engine.session().index, UNREMARKABLE, MOST_ATTENTION).map(({ cause: _cause, ...row }) => row),
  }
}

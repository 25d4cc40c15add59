import { join } from 'node:path'
import { z } from 'zod'
import { DatelineError } from '../contract/errors'
import type { WorkspaceInfo } from '../contract/workspace'
import { censusOf } from '../sql/casebook/identity'
import { countArticles } from '../sql/index/article'
import { dataRoot, workspaceOf } from './data-root'
import { datelineError } from './dateline-error'
import { JsonFile } from './json-file'
import { Recents } from './recents'
import { Session, type Emit } from './session'

/** The engine of one program: at most one open folder, and what is remembered besides. */
export class Engine {
  readonly recents: Recents
  readonly programState: JsonFile<Record<string, string>>
  private open_: Session | null = null

  /** Tells all screens. */
  readonly emit: Emit

  constructor(
    emit: Emit,
    private readonly onTrouble: (error: unknown) => void,
    root = dataRoot(),
  ) {
    this.emit = (event, payload) => {
      if (event === 'articles.changed' && this.open_) this.remember()
      emit(event, payload)
    }
    this.recents = new Recents(root)
    this.programState = new JsonFile(join(root, 'state.json'), z.record(z.string(), z.string()), {})
  }

  current(): Session | null {
    return this.open_
  }

  /** The open folder; throws `no_workspace` when there is none. */
  session(): Session {
    if (!this.open_) throw new DatelineError('no_workspace', 'No folder is open. Open one first.')
    return this.open_
  }

  /** Opens a folder in place of the open one, and starts to bring its index up to date. A folder that is open already stays so. */
  async open(folder: string): Promise<WorkspaceInfo> {
    try {
      if (this.open_ && workspaceOf(folder).id === this.open_.place.id) {
        this.open_.rescan()
        return this.open_.info()
      }
      const next = new Session(folder, { emit: this.emit, onTrouble: this.onTrouble, watch: true })
      try {
        next.store()
      } catch (error) {
        await next.close()
        throw error
      }
      await this.close()
      this.open_ = next
      this.remember()
      next.rescan()
      return next.info()
    } catch (error) {
      throw datelineError(error)
    }
  }

  async close(): Promise<void> {
    const session = this.open_
    if (!session) return
    this.remember()
    this.open_ = null
    await session.close()
  }

  private remember(): void {
    const { place, index } = this.session()
    const counts = { articles: countArticles(index), notes: censusOf(this.session().store().casebook).notes }
    try {
      this.recents.note(place.folder, new Date().toISOString(), counts)
    } catch (error) {
      this.onTrouble(error)
    }
  }
}

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished } from 'vitest'
import type { Saved } from '../../contract/casebook'
import { noteHead, noteRevision } from '../../sql/casebook/notes'
import { checkHealth } from '../../sql/health'
import { bodyOf, noteInput } from '../casebook/casebook.fixture'
import { noteHash } from '../casebook/content-hash'
import { saveNote } from '../casebook/save-note'
import { runSearch } from '../search/run-search'
import { Session } from '../session'
import { inlinePool } from '../workers/inline-pool.fixture'

/** The word that must be found after every fault. */
const CANARY = 'kanarienvogel'

/** A note that was acknowledged: from then on it must be found with exactly these words. */
interface Acknowledged extends Saved {
  sha256: string
}

/** A folder, its workspace, and every acknowledgement given for it. */
export class Scene {
  readonly folder = temporary()
  readonly acknowledged: Acknowledged[] = []

  /** `directory`: where index and casebook live. */
  constructor(readonly directory = temporary()) {}

  file(name: string): string {
    return join(this.directory, name)
  }

  source(name: string): string {
    return join(this.folder, name)
  }

  /** Opens the workspace; read to the end unless told otherwise. */
  async open({ read = true, pool = inlinePool() } = {}): Promise<Session> {
    const session = new Session(this.folder, { directory: this.directory, pool })
    if (read) await session.pipeline.run('all')
    return session
  }

  /** Saves a note and remembers the acknowledgement. */
  save(session: Session, title: string, words: string, from?: Saved): Saved {
    const store = session.store()
    const input = { id: from?.id ?? null, expectedRevision: from?.revision ?? 0, title, body: bodyOf(words) }
    const saved = saveNote(store, noteInput(input))
    const sha256 = noteRevision(store.casebook, saved.id, saved.revision)?.sha256 ?? ''
    this.acknowledged.push({ ...saved, sha256 })
    return saved
  }

  /**
   * The check after every fault: the next start works, every acknowledged note has its words, both databases are whole, the
   * canary is found. Returns what the start said of itself. `history` false: of each note only the last words, where the fault
   * took both the casebook and the one backup that held older revisions.
   */
  async expectWhole({ history = true } = {}): Promise<string> {
    const session = await this.open()
    try {
      const { casebook } = session.store()
      const last = new Map(this.acknowledged.map((one) => [one.id, one]))
      for (const { id, revision, sha256 } of history ? this.acknowledged : last.values()) {
        const note = noteRevision(casebook, id, revision)
        expect([id, note && noteHash(note)]).toEqual([id, sha256])
        expect(noteHead(casebook, id)?.revision).toBeGreaterThanOrEqual(revision)
      }
      expect(checkHealth(casebook).verdict).toBe('ok')
      expect(checkHealth(session.index).verdict).toBe('ok')
      expect(canaries(session)).toEqual(['canary.txt'])
      return session.info().notice?.message ?? ''
    } finally {
      await session.close()
    }
  }
}

/** The articles in which the canary's word is found. */
export function canaries(session: Session): string[] {
  const { hits } = runSearch(session.index, CANARY, { sort: 'relevance', limit: 50, offset: 0 })
  return hits.map(({ facts }) => facts.path)
}

function temporary(): string {
  const folder = mkdtempSync(join(tmpdir(), 'dateline-fault-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

/** A workspace of four articles and six notes that was closed in order, twice, so that there is more than one backup. */
export async function makeScene(directory?: string): Promise<Scene> {
  const scene = new Scene(directory)
  writeFileSync(scene.source('canary.txt'), `MARENZA, March 12 (LPS) - The ${CANARY} sings in the harbour.`)
  for (const name of ['fire', 'grain', 'port'])
    writeFileSync(
      scene.source(`${name}.txt`),
      `MARENZA, March 12 (LPS) - The ${name} was reported on Tuesday, the office said.`,
    )
  const first = await scene.open()
  const notes = [0, 1, 2, 3].map((i) => scene.save(first, `Note ${i}`, `Words of note ${i}. `.repeat(60)))
  await first.close()
  const second = await scene.open()
  const changed = notes[1]
  if (changed) scene.save(second, 'Note 1', 'Other words of note 1. '.repeat(60), changed)
  scene.save(second, 'Note 4', 'Written after the first backup. '.repeat(60))
  await second.close()
  return scene
}

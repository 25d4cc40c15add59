import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { proseText } from '../../domain/evidence/prose'
import { seededRandom } from '../../domain/evidence/edited-articles.fixture'
import { noteHead, noteRevision } from '../../sql/casebook/notes'
import { temporaryFolder } from './casebook.fixture'
import { killAfter } from './kill-writer.fixture'
import { openCasebookStore } from './open-casebook-store'

const WRITER = join(import.meta.dirname, 'crash-writer.fixture.ts')

interface Acknowledged {
  id: string
  revision: number
  text: string
}

const ROUNDS = 50

describe('a process killed while it saves', () => {
  it(`loses nothing it acknowledged, ${ROUNDS} times in a row on one casebook`, { timeout: 240_000 }, async () => {
    const directory = temporaryFolder()
    const random = seededRandom(7)
    const all: Acknowledged[] = []
    for (let round = 0; round < ROUNDS; round++) {
      const count = 1 + Math.floor(random() * 12)
      all.push(...(await killAfter<Acknowledged>(WRITER, [directory, `round${round}`], count)))
      const store = openCasebookStore({ directory })
      const lost = all.filter(({ id, revision, text }) => {
        const head = noteHead(store.casebook, id)
        const stored = noteRevision(store.casebook, id, revision)
        return !head || head.revision < revision || !stored || proseText(JSON.parse(stored.body)) !== text
      })
      expect(lost).toEqual([])
      store.close()
    }
    expect(all.length).toBeGreaterThan(ROUNDS)
  })
})

import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { tableOfText } from '../../domain/briefing/read-table'
import { seededRandom } from '../../domain/evidence/edited-articles.fixture'
import { briefingHead } from '../../sql/casebook/briefings'
import { temporaryFolder } from '../casebook/casebook.fixture'
import { sha256 } from '../casebook/content-hash'
import { killAfter } from '../casebook/kill-writer.fixture'
import { openCasebookStore } from '../casebook/open-casebook-store'

const EXPORTER = join(import.meta.dirname, 'crash-exporter.fixture.ts')
const ROUNDS = 20

describe('a process killed while it saves and exports briefings', () => {
  it(
    `loses no acknowledged briefing and leaves no half file, ${ROUNDS} times in a row`,
    { timeout: 120_000 },
    async () => {
      const [directory, outside] = [temporaryFolder(), temporaryFolder()]
      const random = seededRandom(11)
      const all: { id: string; title: string }[] = []
      for (let round = 0; round < ROUNDS; round++) {
        const count = 1 + Math.floor(random() * 8)
        // Up to 4 ms behind an acknowledgement: in the middle of laying out, writing or renaming.
        const after = 1 + Math.floor(random() * 4)
        all.push(
          ...(await killAfter<{ id: string; title: string }>(
            EXPORTER,
            [directory, outside, `round${round}`],
            count,
            after,
          )),
        )
        const store = openCasebookStore({ directory })
        expect(all.filter(({ id, title }) => briefingHead(store.casebook, id)?.title !== title)).toEqual([])
        store.close()
        const file = join(outside, 'briefing.json')
        if (existsSync(file))
          expect(tableOfText(readFileSync(file, 'utf8'), 'json', sha256)).toMatchObject({ ok: true, alterations: [] })
      }
      expect(existsSync(join(outside, 'briefing.json'))).toBe(true)
      expect(all.length).toBeGreaterThan(ROUNDS)
    },
  )
})

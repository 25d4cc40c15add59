import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { describe, expect, it } from 'vitest'
import { proseText } from '../../domain/evidence/prose'
import { seededRandom } from '../../domain/evidence/edited-articles.fixture'
import { noteHead, noteRevision } from '../../sql/casebook/notes'
import { temporaryFolder } from './casebook.fixture'
import { openCasebookStore } from './open-casebook-store'

/** Lets Node read the project's sources as they are: relative imports have no extension here. */
const RESOLVE = `data:text/javascript,${encodeURIComponent(`
  import { registerHooks } from 'node:module'
  const resolve = (name, context, next) => {
    const ours = context.parentURL?.includes('/src-main/') && name.startsWith('.') && !/\\.[a-z]+$/.test(name)
    return next(ours ? name + '.ts' : name, context)
  }
  registerHooks({ resolve })
`)}`
const WRITER = join(import.meta.dirname, 'crash-writer.fixture.ts')

interface Acknowledged {
  id: string
  revision: number
  text: string
}

/** Starts the writer and kills it with SIGKILL right after its `count`-th acknowledgement. */
function killAfter(directory: string, word: string, count: number): Promise<Acknowledged[]> {
  const writer = spawn(
    process.execPath,
    ['--no-warnings', '--experimental-transform-types', '--import', RESOLVE, WRITER, directory, word],
    {
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  )
  const acknowledged: Acknowledged[] = []
  let complaint = ''
  writer.stderr.on('data', (chunk) => (complaint += String(chunk)))
  createInterface({ input: writer.stdout }).on('line', (line) => {
    if (line.startsWith('{')) acknowledged.push(JSON.parse(line) as Acknowledged)
    if (acknowledged.length === count) writer.kill('SIGKILL')
  })
  return new Promise((resolve, reject) => {
    writer.on('close', (_code, signal) =>
      signal === 'SIGKILL' ? resolve(acknowledged) : reject(new Error(`the writer ended by itself: ${complaint}`)),
    )
  })
}

const ROUNDS = 50

describe('a process killed while it saves', () => {
  it(`loses nothing it acknowledged, ${ROUNDS} times in a row on one casebook`, { timeout: 240_000 }, async () => {
    const directory = temporaryFolder()
    const random = seededRandom(7)
    const all: Acknowledged[] = []
    for (let round = 0; round < ROUNDS; round++) {
      all.push(...(await killAfter(directory, `round${round}`, 1 + Math.floor(random() * 12))))
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

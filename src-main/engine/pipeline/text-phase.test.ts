import { statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { ReadFile } from '../../sql/index/records'
import { temporaryFolder } from '../../sql/temporary-folder.fixture'
import { packed } from '../formats/zip/packed.fixture'
import { readBatch } from '../read/read-batch'
import type { SeenFile } from '../scan/walk'
import { WorkerLost } from '../workers/worker-pool'
import { Gate } from './lanes'
import { runTextPhase } from './text-phase'

const COUNT = 700
const members = Object.fromEntries(Array.from({ length: COUNT }, (_, i) => [`${i}.txt`, `Story number ${i}`]))

function folderWith(files: Record<string, string | Uint8Array>): { folder: string; seen: SeenFile[] } {
  const folder = temporaryFolder()
  const seen = Object.entries(files).map(([path, content]) => {
    writeFileSync(join(folder, path), content)
    const { size, mtimeMs, ino } = statSync(join(folder, path))
    return { path, pathBytes: null, size, modified: mtimeMs, inode: ino }
  })
  return { folder, seen }
}

/** Runs the phase with readers that are lost over the given members of "all.zip", again and again. */
async function run(folder: string, seen: SeenFile[], deadly: ReadonlySet<number>): Promise<ReadFile[]> {
  const stored: ReadFile[] = []
  await runTextPhase(
    {
      folder,
      lanes: 2,
      gate: new Gate(),
      read: (files, onPart) =>
        readBatch(folder, files, {
          onItem(item, member) {
            const avoided = files[item]?.avoid?.split(',').some((entry) => entry === `${member}:crash`)
            if (member !== null && deadly.has(member) && !avoided)
              throw new WorkerLost('crash', item, 'as asked', member)
          },
          onPart,
        }),
      store: (batch) => stored.push(...batch.files),
    },
    seen,
  )
  return stored
}

const count = (files: ReadFile[], state: string) => files.filter((file) => file.state === state).length

describe('reading with readers that are lost over members of a container', () => {
  it('gives up those members alone, and reads each other one once', async () => {
    const { folder, seen } = folderWith({ 'a.txt': 'Before', 'all.zip': packed(members), 'b.txt': 'After' })
    const stored = await run(folder, seen, new Set([0, 300, 301, 699]))
    expect(new Set(stored.map((file) => file.path)).size).toBe(stored.length)
    expect({ indexed: count(stored, 'indexed'), failed: count(stored, 'failed') }).toEqual({
      indexed: COUNT - 4 + 3,
      failed: 4,
    })
    expect(stored.filter((file) => file.state === 'failed').map((file) => [file.path, file.cause])).toEqual(
      [0, 300, 301, 699].map((i) => [`all.zip!/${i}.txt`, 'crash']),
    )
    expect(stored.find((file) => file.path === 'all.zip')).toMatchObject({ members: COUNT, container: null })
  })

  it('gives up the container when too many of them do it', async () => {
    const { folder, seen } = folderWith({ 'all.zip': packed(members) })
    const stored = await run(folder, seen, new Set(Array.from({ length: 50 }, (_, i) => i * 10)))
    expect(stored.at(-1)).toMatchObject({ path: 'all.zip', state: 'failed', cause: 'crash', members: null })
  })
})

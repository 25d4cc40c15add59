import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { temporaryFolder } from '../../sql/temporary-folder.fixture'
import type { ExtractInput } from '../analysis/extract-file'
import { WorkerLost, WorkerPool, type OnPart } from './worker-pool'

/** A stand-in that answers each file with its name, hangs over "hang", dies over "die" and runs out of memory over "grow". */
const WORKER = `
  import { parentPort, workerData } from 'node:worker_threads'
  const progress = new Int32Array(workerData.progress)
  const batch = (...vanished) => ({ values: [], blocks: [], words: new Uint8Array(0), vanished })
  let parts = 0
  const readInParts = () => {
    for (let i = 0; i < 20; i++) {
      parentPort.postMessage({ ok: true, part: batch(String(i)) })
      parts++
      while (parts - Atomics.load(progress, 2) > 2 && !Atomics.load(progress, 3)) Atomics.wait(progress, 2, Atomics.load(progress, 2), 50)
    }
    Atomics.store(progress, 3, 0)
    parentPort.postMessage({ ok: true, result: { kind: 'read', batch: batch('20') } })
  }
  parentPort.on('message', (task) => {
    if (task.kind === 'read') return readInParts()
    const extracted = []
    task.files.forEach((file, i) => {
      Atomics.store(progress, 0, i + 1)
      if (file.path === 'hang') for (;;) Atomics.load(progress, 0)
      if (file.path === 'die') process.exit(7)
      if (file.path === 'grow') { const all = []; for (;;) all.push(new Array(1e6).fill(String(all.length))) }
      extracted.push({ path: file.path })
    })
    Atomics.store(progress, 0, 0)
    if (task.files.some((file) => file.path === 'fail')) parentPort.postMessage({ ok: false, message: 'as asked' })
    else parentPort.postMessage({ ok: true, result: { kind: 'extract', extracted } })
  })`

const pools: WorkerPool[] = []

function poolOf(size: number, itemTimeout = 500): WorkerPool {
  const script = join(temporaryFolder(), 'worker.mjs')
  writeFileSync(script, WORKER)
  const pool = new WorkerPool({ script, size, readers: 1, itemTimeout })
  pools.push(pool)
  return pool
}

afterEach(async () => {
  await Promise.all(pools.splice(0).map((pool) => pool.close()))
})

const files = (...paths: string[]): ExtractInput[] =>
  paths.map((path) => ({ folder: '', path, pathBytes: null, shown: path }))
const ask = (pool: WorkerPool, ...paths: string[]) =>
  pool.run({ kind: 'extract', files: files(...paths) }).then((all) => all.map((one) => one.path))

describe('the worker pool', () => {
  it('does every task and gives each its own answer', async () => {
    const pool = poolOf(2)
    const answers = await Promise.all(Array.from({ length: 40 }, (_, i) => ask(pool, `a${i}`, `b${i}`)))
    expect(answers).toEqual(Array.from({ length: 40 }, (_, i) => [`a${i}`, `b${i}`]))
  })

  it.each([
    ['hang', 'timeout'],
    ['die', 'crash'],
    ['grow', 'crash'],
  ])('is told which file a worker was lost over: %s → %s, and goes on', async (name, why) => {
    const pool = poolOf(1, why === 'timeout' ? 500 : 25_000)
    await expect(ask(pool, 'one', 'two', name, 'three')).rejects.toMatchObject({ why, item: 2 })
    expect(await ask(pool, 'after')).toEqual(['after'])
  })

  it('says of tasks that only waited behind a lost one that they were not begun', async () => {
    const pool = poolOf(1)
    const [lost, waiting] = await Promise.allSettled([ask(pool, 'die'), ask(pool, 'innocent')])
    expect(lost).toMatchObject({ status: 'rejected', reason: { item: 0 } })
    // Either it was in the dead worker's mailbox, and says so, or a new one did it.
    if (waiting.status === 'rejected') expect(waiting.reason).toMatchObject({ item: -1 })
    else expect(waiting.value).toEqual(['innocent'])
  })

  it('passes on a failure of the whole task without giving up the worker', async () => {
    const pool = poolOf(1)
    await expect(ask(pool, 'fail')).rejects.toThrow('as asked')
    expect(await ask(pool, 'next')).toEqual(['next'])
  })

  it('settles everything when it is closed', async () => {
    const pool = poolOf(1)
    const all = Promise.allSettled([ask(pool, 'hang'), ask(pool, 'b'), ask(pool, 'c'), ask(pool, 'd')])
    await pool.close()
    for (const outcome of await all) {
      expect(outcome).toMatchObject({ status: 'rejected' })
      if (outcome.status === 'rejected') expect(outcome.reason).toBeInstanceOf(WorkerLost)
    }
    await expect(ask(pool, 'late')).rejects.toBeInstanceOf(WorkerLost)
  })

  it('takes what comes in parts in order, no faster than it is stored, and passes on why it will not take more', async () => {
    const pool = poolOf(1, 25_000)
    const paths: string[] = []
    let most = 0
    let open = 0
    const read = (onPart: OnPart) => pool.run({ kind: 'read', folder: '', files: [], chosen: new Map() }, onPart)
    const rest = await read(async (part) => {
      most = Math.max(most, ++open)
      await new Promise((resolve) => setImmediate(resolve))
      paths.push(...part.vanished)
      open--
    })
    expect([...paths, ...rest.vanished]).toEqual(Array.from({ length: 21 }, (_, i) => String(i)))
    expect(most).toBe(1)
    await expect(read(() => Promise.reject(new Error('the disk is full')))).rejects.toThrow('the disk is full')
    expect(await ask(pool, 'next')).toEqual(['next'])
  })
})

import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { hostname, tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { withLock } from './lock.mjs'

let folder
let path
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'lock-'))
  path = join(folder, 'a.lock')
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const worker = (log) => `
  import { appendFileSync } from 'node:fs'
  import { withLock } from ${JSON.stringify(new URL('lock.mjs', import.meta.url).href)}
  for (let i = 0; i < 20; i++) await withLock(${JSON.stringify(path)}, async () => {
    appendFileSync(${JSON.stringify(log)}, 'in ' + process.pid + '\\n')
    await new Promise((done) => setImmediate(done))
    appendFileSync(${JSON.stringify(log)}, 'out ' + process.pid + '\\n')
  }, { poll: 1 })`

describe('withLock', () => {
  it('lets one process in at a time', async () => {
    const log = join(folder, 'log')
    const workers = [1, 2, 3].map(() =>
      spawn(process.execPath, ['--input-type=module', '-e', worker(log)], { stdio: 'inherit' }),
    )
    for (const [code] of await Promise.all(workers.map((child) => once(child, 'exit')))) expect(code).toBe(0)
    const lines = readFileSync(log, 'utf8').trim().split('\n')
    expect(lines).toHaveLength(120)
    for (let i = 0; i < lines.length; i += 2) expect(lines[i + 1]).toBe(lines[i].replace('in', 'out'))
    expect(existsSync(path)).toBe(false)
  })

  it('is free again after an error', async () => {
    await expect(withLock(path, () => Promise.reject(new Error('stopped')))).rejects.toThrow('stopped')
    expect(await withLock(path, async () => 'in')).toBe('in')
  })

  it('takes over from a holder that was killed', async () => {
    const dead = spawnSync(process.execPath, ['-e', '']).pid
    writeFileSync(path, JSON.stringify({ pid: dead, host: hostname(), token: 'x' }))
    expect(await withLock(path, async () => 'in')).toBe('in')
  })

  it('takes over from another machine’s holder only when its heartbeat has stopped', async () => {
    writeFileSync(path, JSON.stringify({ pid: 1, host: 'elsewhere', token: 'x' }))
    let entered = false
    const waiting = withLock(path, async () => (entered = true), { poll: 1 })
    await new Promise((done) => setTimeout(done, 50))
    expect(entered).toBe(false)
    const longAgo = new Date(Date.now() - 10 * 60_000)
    utimesSync(path, longAgo, longAgo)
    await waiting
    expect(entered).toBe(true)
  })
})

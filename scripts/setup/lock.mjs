/**
 * A lock between processes, as a file. It saves two set-ups from doing the same work at once; what they make is renamed
 * into place in one step, so that even two that both believe they hold the lock cannot leave half a result.
 */
import { randomUUID } from 'node:crypto'
import { linkSync, mkdirSync, readFileSync, renameSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs'
import { hostname } from 'node:os'
import { dirname } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'

/** A holder touches its lock this often; four missed beats mean it is dead (for example on another machine). */
const HEARTBEAT_MS = 15_000

/** A wait shorter than this is not worth a word. */
const QUIET_MS = 1_000

/**
 * Runs `work` while holding the lock, waiting for whoever holds it.
 * @template T
 * @param {string} path the lock file; its folder is made when missing
 * @param {() => Promise<T>} work
 * @param {{ onWait?: (holder: string) => void, poll?: number }} [options] `onWait` is called once, when the wait gets noticeable
 * @returns {Promise<T>}
 */
export async function withLock(path, work, { onWait, poll = 250 } = {}) {
  mkdirSync(dirname(path), { recursive: true })
  const mine = JSON.stringify({ pid: process.pid, host: hostname(), token: randomUUID() })
  const began = Date.now()
  let told = false
  while (!tryCreate(path, mine)) {
    const holder = readHolder(path)
    if (holder && isDead(path, holder)) {
      removeStale(path, holder.raw)
      continue
    }
    if (holder && !told && Date.now() - began > QUIET_MS) {
      onWait?.(`process ${holder.pid}`)
      told = true
    }
    await delay(poll)
  }
  const beat = setInterval(() => touch(path), HEARTBEAT_MS)
  const release = () => {
    clearInterval(beat)
    if (readHolder(path)?.raw === mine) rmSync(path, { force: true })
  }
  process.once('exit', release)
  try {
    return await work()
  } finally {
    process.removeListener('exit', release)
    release()
  }
}

/** @param {string} path @param {string} content @returns {boolean} whether the lock is ours now */
function tryCreate(path, content) {
  // Written aside and linked: a reader never sees a lock without its holder.
  const aside = `${path}.${randomUUID()}`
  writeFileSync(aside, content)
  try {
    linkSync(aside, path)
    return true
  } catch (error) {
    if (error.code === 'EEXIST') return false
    throw error
  } finally {
    rmSync(aside, { force: true })
  }
}

/** @param {string} path @returns {{ pid: number, host: string, raw: string } | null} null when nobody holds it */
function readHolder(path) {
  try {
    const raw = readFileSync(path, 'utf8')
    return { ...JSON.parse(raw), raw }
  } catch {
    return null
  }
}

/** @param {string} path @param {{ pid: number, host: string }} holder */
function isDead(path, holder) {
  try {
    if (Date.now() - statSync(path).mtimeMs > 4 * HEARTBEAT_MS) return true
  } catch {
    return false
  }
  if (holder.host !== hostname()) return false
  try {
    process.kill(holder.pid, 0)
    return false
  } catch (error) {
    return error.code === 'ESRCH'
  }
}

/** Takes a dead holder's lock away; a live one that came between is put back. */
function removeStale(path, raw) {
  const aside = `${path}.${randomUUID()}`
  try {
    renameSync(path, aside)
  } catch {
    return
  }
  try {
    if (readFileSync(aside, 'utf8') !== raw) linkSync(aside, path)
  } catch {
    // A third process took the place meanwhile: it holds the lock now, which is all that matters.
  } finally {
    rmSync(aside, { force: true })
  }
}

function touch(path) {
  try {
    utimesSync(path, new Date(), new Date())
  } catch {
    // Somebody removed the lock: the work goes on, its result is put in place by one rename.
  }
}

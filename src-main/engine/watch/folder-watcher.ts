import { statfsSync, watch, type FSWatcher } from 'node:fs'
import { pathToOpen } from '../scan/path-name'

/** A folder as the walk met it, the root with the path ''. */
export interface WatchedFolder {
  path: string
  pathBytes: Uint8Array | null
}

export interface WatchTimes {
  /** Milliseconds without a further change after which one is told. */
  quiet: number
  /** Milliseconds between two tellings at least: a file that is written all day must not mean reading all day. */
  apart: number
  /** Milliseconds between two tellings where nothing can be watched. */
  blind: number
}

const TIMES: WatchTimes = { quiet: 500, apart: 5000, blind: 60_000 }
/** File systems on which the system does not hear of what other machines write: NFS, SMB, CIFS, FUSE (statfs(2)). */
const REMOTE = new Set([0x6969, 0x517b, 0xff534d42, 0xfe534d42, 0x65735546])

/**
 * Tells when something changes in a folder, so that it is read again. On Linux each folder is watched for what is in it, not each file:
 * 100,000 files in a hundred folders take a hundred watches. Where the system has no more of them, or the disk is another machine's, the
 * folder is looked through every minute instead.
 */
export class FolderWatcher {
  private readonly watchers = new Map<string, FSWatcher>()
  private timer: NodeJS.Timeout | null = null
  private blindTimer: NodeJS.Timeout | null = null
  private lastTold = -Infinity
  private closed = false

  constructor(
    private readonly root: string,
    private readonly onChange: () => void,
    private readonly times: WatchTimes = TIMES,
  ) {}

  /** Whether changes are looked for by the clock. */
  get blind(): boolean {
    return this.blindTimer !== null
  }

  /** Watches these folders, which a walk has just met, and no others. Something may have come into one that is new before it was watched. */
  follow(folders: readonly WatchedFolder[]): void {
    if (this.closed || this.blind) return
    if (isRemote(this.root)) {
      this.goBlind()
      return
    }
    const first = this.watchers.size === 0
    const recursive = process.platform !== 'linux'
    const wanted = new Map((recursive ? folders.slice(0, 1) : folders).map((folder) => [folder.path, folder]))
    for (const [path, watcher] of this.watchers) if (!wanted.has(path)) this.drop(path, watcher)
    let added = false
    for (const [path, folder] of wanted) {
      if (this.watchers.has(path)) continue
      const watching = this.add(folder, recursive)
      if (watching === 'impossible') return
      added ||= watching === 'yes'
    }
    if (added && !first) this.changed()
  }

  close(): void {
    this.closed = true
    for (const [path, watcher] of this.watchers) this.drop(path, watcher)
    if (this.timer) clearTimeout(this.timer)
    if (this.blindTimer) clearInterval(this.blindTimer)
  }

  private add(folder: WatchedFolder, recursive: boolean): 'yes' | 'no' | 'impossible' {
    const place = folder.path === '' ? this.root : pathToOpen(this.root, folder)
    try {
      const watcher = watch(place, { persistent: false, recursive }, () => this.changed())
      // It was removed: its parent tells.
      watcher.on('error', () => this.drop(folder.path, watcher))
      this.watchers.set(folder.path, watcher)
      return 'yes'
    } catch (error) {
      const code = error instanceof Error && 'code' in error ? error.code : null
      if (code === 'ENOENT' || code === 'ENOTDIR' || code === 'EACCES') return 'no'
      this.goBlind()
      return 'impossible'
    }
  }

  private drop(path: string, watcher: FSWatcher): void {
    watcher.close()
    this.watchers.delete(path)
  }

  private goBlind(): void {
    for (const [path, watcher] of this.watchers) this.drop(path, watcher)
    this.blindTimer ??= setInterval(this.onChange, this.times.blind)
    this.blindTimer.unref()
  }

  private changed(): void {
    if (this.closed) return
    if (this.timer) clearTimeout(this.timer)
    const wait = Math.max(this.times.quiet, this.lastTold + this.times.apart - performance.now())
    this.timer = setTimeout(() => {
      this.timer = null
      this.lastTold = performance.now()
      this.onChange()
    }, wait)
    this.timer.unref()
  }
}

function isRemote(folder: string): boolean {
  try {
    return process.platform === 'linux' && REMOTE.has(statfsSync(folder).type)
  } catch {
    return false
  }
}

/** One backup by what its file name says. */
export interface Backup {
  name: string
  /** Milliseconds since 1970. */
  time: number
  notes: number
  /** First digits of the hash over its content. */
  digest: string
}

const NAME = /^casebook-(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z-(\d+)n-([0-9a-f]{12})\.sqlite$/
const HOUR = 3_600_000
const DAY = 24 * HOUR

export function backupName(time: number, notes: number, digest: string): string {
  const stamp = new Date(time).toISOString().replace(/[-:]|\.\d+/gu, '')
  return `casebook-${stamp}-${notes}n-${digest.slice(0, 12)}.sqlite`
}

/** The backups among file names, newest first. */
export function backupsAmong(names: readonly string[]): Backup[] {
  const backups: Backup[] = []
  for (const name of names) {
    const match = NAME.exec(name)
    if (!match) continue
    const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0, notes = 0] = match.slice(1, 8).map(Number)
    backups.push({ name, time: Date.UTC(year, month - 1, day, hour, minute, second), notes, digest: match[8] ?? '' })
  }
  return backups.sort((a, b) => b.time - a.time || (a.name < b.name ? 1 : -1))
}

/**
 * Which backups may go: kept are the newest of each of the last 24 hours and of each of the last 14 days that have any, and always the
 * newest of those with the most notes, so that a casebook which lost notes never pushes out the last one that had them.
 */
export function outdated(backups: readonly Backup[]): Backup[] {
  const newestFirst = [...backups].sort((a, b) => b.time - a.time)
  const most = Math.max(0, ...newestFirst.map(({ notes }) => notes))
  const kept = new Set<Backup | undefined>([newestFirst.find(({ notes }) => notes === most)])
  for (const [unit, count] of [
    [HOUR, 24],
    [DAY, 14],
  ] as const) {
    const slots = new Map<number, Backup>()
    for (const backup of newestFirst) {
      const slot = Math.floor(backup.time / unit)
      if (!slots.has(slot)) slots.set(slot, backup)
    }
    ;[...slots.values()].slice(0, count).forEach((backup) => kept.add(backup))
  }
  return newestFirst.filter((backup) => !kept.has(backup))
}

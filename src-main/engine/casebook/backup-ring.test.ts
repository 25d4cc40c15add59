import { describe, expect, it } from 'vitest'
import { backupName, backupsAmong, outdated, type Backup } from './backup-ring'

const HOUR = 3_600_000
const DIGEST = 'abcdef012345'
const at = (hour: number, notes = 10): Backup => ({
  name: backupName(hour * HOUR, notes, DIGEST),
  time: hour * HOUR,
  notes,
  digest: DIGEST,
})

describe('the ring of backups', () => {
  it('reads what its names say, newest first, and passes over other files', () => {
    const backups = [at(1), at(3), at(2)]
    const names = [...backups.map(({ name }) => name), 'copying.sqlite', 'casebook-x.sqlite']
    expect(backupsAmong(names)).toEqual([at(3), at(2), at(1)])
  })

  it('keeps 24 hours and 14 days', () => {
    const twentyDays = Array.from({ length: 20 * 24 }, (_, hour) => at(hour))
    const gone = new Set(outdated(twentyDays))
    const kept = twentyDays.filter((backup) => !gone.has(backup)).map(({ time }) => time / HOUR)
    const lastDay = Array.from({ length: 24 }, (_, i) => 19 * 24 + i)
    const lastOfDays = Array.from({ length: 13 }, (_, i) => (6 + i) * 24 + 23)
    expect(kept).toEqual([...lastOfDays, ...lastDay])
  })

  it('never lets the last one with more notes go, however old', () => {
    const old = at(0, 50)
    const newer = Array.from({ length: 30 * 24 }, (_, hour) => at(hour + 1, 2))
    expect(outdated([old, ...newer])).not.toContain(old)
  })
})

import { readFileSync } from 'node:fs'
import { writeDurably } from './durable-file'

/** What is remembered of a casebook outside of it, so that an emptied or exchanged file is noticed. */
export interface HighWaterMark {
  casebookId: string
  /** Notes there have ever been, with those in the bin. */
  notes: number
  /** Set when the casebook was closed in order: its journal need not be compared. */
  clean: boolean
}

/** The mark, or null when there is none that can be read: then nothing is known. */
export function readMark(path: string): HighWaterMark | null {
  try {
    const mark = JSON.parse(readFileSync(path, 'utf8')) as Partial<HighWaterMark> | null
    if (typeof mark?.casebookId !== 'string' || typeof mark.notes !== 'number') return null
    return { casebookId: mark.casebookId, notes: mark.notes, clean: mark.clean === true }
  } catch {
    return null
  }
}

export function writeMark(path: string, mark: HighWaterMark): void {
  writeDurably(path, `${JSON.stringify(mark)}\n`)
}

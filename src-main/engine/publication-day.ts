import type { HeaderOrigin } from '../domain/extract/types'

/** The day of publication for the machine interface; the file's own time is none, however useful it is for sorting. */
export function publicationDay(date: string | null, origin: HeaderOrigin): string | null {
  return date === null || origin === 'file-time' ? null : date.slice(0, 10)
}

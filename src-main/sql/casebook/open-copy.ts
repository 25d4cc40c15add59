import { closeHandle, databaseOf, handleFor } from '../connection'
import type { CasebookReader } from '../handle'
import { versionOf } from '../migrate'
import { openDatabase } from '../open-database'

/** Runs `work` on a copy of a casebook (a backup), which is opened for reading only and closed again. */
export function withCopy<T>(file: string, work: (copy: CasebookReader) => T): T {
  const copy = handleFor<CasebookReader>(openDatabase(file, [['cell_size_check', 'ON']], () => undefined, true))
  try {
    return work(copy)
  } finally {
    closeHandle(copy)
  }
}

/** The schema number of an opened casebook or copy. */
export function schemaOf(casebook: CasebookReader): number {
  return versionOf(databaseOf(casebook))
}

import type { Conflict } from '../../domain/compare/conflicts/conflict'
import type { FamilyGroup } from '../../domain/compare/family-index'
import { closeHandle } from '../../sql/connection'
import { openIndexReader } from '../../sql/open-index'
import { readComparedFolder } from './compared-folder'

/** What a folder's articles say when they are held against each other. Families and evidence name articles by path. */
export interface FolderComparison {
  /** Analysed articles that were looked at. */
  articles: number
  families: FamilyGroup[]
  conflicts: Conflict[]
}

/** Compares a whole folder through a connection of its own, in a worker: it takes seconds to minutes for a large one. */
export function compareFolder(indexFile: string): FolderComparison {
  const index = openIndexReader(indexFile)
  try {
    const { stories, families, conflicts } = readComparedFolder(index)
    return { articles: stories.length, families, conflicts: conflicts() }
  } finally {
    closeHandle(index)
  }
}

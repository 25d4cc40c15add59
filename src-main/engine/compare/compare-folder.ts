import type { Conflict } from '../../domain/compare/conflicts/conflict'
import { findConflicts } from '../../domain/compare/conflicts/find-conflicts'
import type { FamilyGroup } from '../../domain/compare/family-index'
import { closeHandle } from '../../sql/connection'
import { openIndexReader } from '../../sql/open-index'
import { readComparedFolder } from './claim-articles'

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
    const { articles, families } = readComparedFolder(index)
    return { articles: articles.length, families, conflicts: findConflicts(articles) }
  } finally {
    closeHandle(index)
  }
}

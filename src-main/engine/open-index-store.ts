import { existsSync, mkdirSync, renameSync } from 'node:fs'
import { join } from 'node:path'
import type { WorkspaceInfo } from '../contract/workspace'
import { DatabaseError } from '../sql/database-error'
import type { IndexWriter } from '../sql/handle'
import { openIndex } from '../sql/open-index'

export interface OpenedIndex {
  index: IndexWriter
  /** Set when the index was rebuilt from nothing. */
  notice: WorkspaceInfo['notice']
}

/**
 * Opens the index of a workspace. It is derived: one that is damaged, or of another version of the program, is moved aside with
 * everything that belongs to it, and a new one is filled from the sources. Notes are not in it and stay as they are.
 */
export function openIndexStore(directory: string, now: Date): OpenedIndex {
  const file = join(directory, 'index.sqlite')
  try {
    return { index: openIndex(file), notice: null }
  } catch (error) {
    if (!(error instanceof DatabaseError) || (error.code !== 'damaged' && error.code !== 'newer_version')) throw error
    moveIndexAside(directory, now)
    return { index: openIndex(file), notice: rebuilding(error.code) }
  }
}

/** Moves the index with its logs into `damaged/<time>/`; returns the folder. */
export function moveIndexAside(directory: string, now: Date): string {
  const folder = join(directory, 'damaged', now.toISOString().replaceAll(':', '-'))
  mkdirSync(folder, { recursive: true })
  for (const suffix of ['', '-wal', '-shm', '-journal']) {
    const name = `index.sqlite${suffix}`
    if (existsSync(join(directory, name))) renameSync(join(directory, name), join(folder, name))
  }
  return folder
}

export function rebuilding(why: 'damaged' | 'newer_version'): NonNullable<WorkspaceInfo['notice']> {
  const reason = why === 'damaged' ? 'The index was damaged' : 'The index was made by another version of Dateline'
  return {
    kind: 'index-rebuilding',
    message: `${reason} and is being made anew from your files. Your notes are not touched by this.`,
  }
}

import type { Range } from '../../domain/text/span'

/** What notes and briefings need to know of an article. */
export interface SourceArticle {
  /** sha256 of the file's bytes. */
  id: string
  /** Relative to the folder, with "/" on every system. */
  path: string
  text: string
  title: string | null
  /** ISO date of publication. */
  date: string | null
  agency: string | null
  place: string | null
  language: string | null
  /** The encoding the analyst chose for its bytes; null where they are read as detected. */
  encoding: string | null
  sentences: readonly Range[]
}

/** The articles of the opened folder as they are now, wherever they come from: the index, or files read one by one. */
export interface ArticleSource {
  /** Whether an article with these bytes is in the folder now. */
  has(id: string): boolean
  /** The id of the article now at a path, null when there is none. */
  idAt(path: string): string | null
  get(id: string): SourceArticle | null
}

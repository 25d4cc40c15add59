declare const database: unique symbol
declare const access: unique symbol

/** Read access to the derived index. Opaque: only the functions of this folder can do something with it. */
export interface IndexReader {
  readonly [database]: 'index'
}

/** Write access to the derived index; there is one in the whole program. */
export interface IndexWriter extends IndexReader {
  readonly [access]: 'write'
}

/** Read access to the analyst's own work. */
export interface CasebookReader {
  readonly [database]: 'casebook'
}

/** Write access to the analyst's own work; there is one in the whole program. */
export interface CasebookWriter extends CasebookReader {
  readonly [access]: 'write'
}

export type Handle = IndexReader | CasebookReader
export type WriteHandle = IndexWriter | CasebookWriter

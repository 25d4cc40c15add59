import type { KeyTable } from './key-table'

/** Word classes and lists the features look into. */
export interface NameTables {
  /** Folded word → classes: bits 0-9 class of 1,024, bits 10-16 class of 128, bits 17-20 frequency band (1 most frequent). */
  classes: KeyTable
  /** Folded word or phrase (`phraseHash`) → sum of `listBit`s. */
  lists: KeyTable
  /** The first folded word of every phrase of two or more → 1, so that most phrases are never tried. */
  phraseStarts: KeyTable
}

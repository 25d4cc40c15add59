import type { Extraction } from '../../domain/extract/types'
import type { IndexReader } from '../../sql/handle'
import { packedExtraction } from '../../sql/index/extraction'
import { corrected } from '../decisions/corrections'
import { unpackClaims, unpackExtraction } from './extraction-codec'

/** What analysis found in an article; null while it is still coming or when it failed. */
export function analysedExtraction(index: IndexReader, hash: string, text: string): Extraction | null {
  const packed = packedExtraction(index, hash)
  return packed ? unpackExtraction(packed, text) : null
}

/** The same as the analyst corrected it: what every screen, list, comparison and command shows. */
export function storedExtraction(index: IndexReader, hash: string, text: string): Extraction | null {
  const extraction = analysedExtraction(index, hash, text)
  return extraction && corrected(index, { hash, text, extraction })
}

/** The same without the sentences, which take longer than everything else. */
export function storedClaims(index: IndexReader, hash: string, text: string): Omit<Extraction, 'sentences'> | null {
  const packed = packedExtraction(index, hash)
  return packed && corrected(index, { hash, text, extraction: { ...unpackClaims(packed, text), sentences: [] } })
}

import { propertiesOf } from '../document-properties'
import type { FormatReader } from '../format-reader'
import { readRtf } from './read-rtf'

/** Rich Text Format, as word processors and wire terminals save it. */
export const rtfReader: FormatReader = {
  name: 'rtf',
  read({ bytes }) {
    const { text, title, author, made, cut } = readRtf(bytes)
    const partial = cut ? ({ cause: 'incomplete', detail: 'the end is missing' } as const) : null
    return { text, encoding: 'rtf', confidence: 1, ...propertiesOf({ title, author, made }, text), partial }
  },
}

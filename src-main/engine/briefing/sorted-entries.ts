import { PDFCrossRefStream, type PDFRef } from '@cantoo/pdf-lib'

interface Entry {
  ref: PDFRef
}
interface EntryList {
  entries: Entry[]
}

/**
 * pdf-lib keeps the cross-reference entries of a file in order by going through all of them for each new one: half of the time it takes
 * to seal a briefing of 200 pages (60,000 elements). The place is found by halving instead; the order is the same.
 */
export function sortEntriesByHalving(): void {
  const stream = PDFCrossRefStream.prototype as unknown as { appendEntry(this: EntryList, entry: Entry): void }
  stream.appendEntry = function (entry) {
    const { entries } = this
    let [from, to] = [0, entries.length]
    const number = entry.ref.objectNumber
    if ((entries.at(-1)?.ref.objectNumber ?? -1) <= number) from = to
    while (from < to) {
      const middle = (from + to) >>> 1
      if ((entries[middle]?.ref.objectNumber ?? 0) > number) to = middle
      else from = middle + 1
    }
    entries.splice(from, 0, entry)
  }
}

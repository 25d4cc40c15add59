import type { ArticleView } from '@contract/article'
import type { Highlight } from '@contract/casebook'

/** A sign in the margin at the line where `offset` stands. */
export interface MarginSign {
  offset: number
  kind: 'number' | 'quote' | 'note' | 'highlight'
  /** What is drawn (a sentence's number, a note's number) or said of it. */
  label: string
  title: string
  noteId?: string
}

const RANK = { note: 3, highlight: 2, quote: 1, number: 0 }

/** The signs of an article: a number per sentence, a sign per quote, one per highlight and note. */
export function marginSigns(
  view: ArticleView,
  highlights: readonly Highlight[],
  noteTitles: ReadonlyMap<string, string>,
  shown: { numbers: boolean; quotes: boolean },
): MarginSign[] {
  const { sentences = [], attributions = [], entities = [] } = view.extraction ?? {}
  const signs: MarginSign[] = []
  if (shown.numbers) {
    sentences.forEach(({ start }, i) =>
      signs.push({ offset: start, kind: 'number', label: String(i + 1), title: `Sentence ${i + 1}` }),
    )
  }
  if (shown.quotes) {
    const names = new Map(entities.map(({ id, name }) => [id, name]))
    for (const { content, kind, source } of attributions) {
      const speaker = names.get(source.entityId ?? '') ?? source.text ?? 'no speaker named'
      const first = content[0]
      if (first) signs.push({ offset: first.start, kind: 'quote', label: '', title: `${kind} quote: ${speaker}` })
    }
  }
  for (const { anchor, noteId, state } of highlights) {
    if (state === 'lost') continue
    const title = noteId ? (noteTitles.get(noteId) ?? 'Untitled note') : ''
    if (noteId)
      signs.push({ offset: anchor.start, kind: 'note', label: '', title: `Note: ${title || 'Untitled note'}`, noteId })
    else signs.push({ offset: anchor.start, kind: 'highlight', label: '', title: 'Your highlight' })
  }
  return signs.sort((a, b) => a.offset - b.offset)
}

export interface PlacedSign extends MarginSign {
  top: number
}

/**
 * Keeps one sign per line: notes before highlights before quotes before numbers. Two signs share a line when their tops
 * differ by less than half a line.
 */
export function oneSignPerLine(signs: readonly PlacedSign[], lineHeight: number): PlacedSign[] {
  const kept: PlacedSign[] = []
  for (const sign of [...signs].sort((a, b) => RANK[b.kind] - RANK[a.kind] || a.offset - b.offset)) {
    if (kept.every((other) => Math.abs(other.top - sign.top) >= lineHeight / 2)) kept.push(sign)
  }
  return kept.sort((a, b) => a.top - b.top)
}

/**
 * The signs whose lines stand between `from` and `to`, both in the unit of `boxOf`, which measures one sign (null where it has
 * no line). Lines come in the order of their offsets, so that a book of 20,000 signs is measured where it is seen only.
 */
export function signsBetween(
  signs: readonly MarginSign[],
  boxOf: (sign: MarginSign) => { top: number; height: number } | null,
  from: number,
  to: number,
): (MarginSign & { top: number; height: number })[] {
  let [low, high] = [0, signs.length]
  while (low < high) {
    const middle = (low + high) >> 1
    const sign = signs[middle]
    const box = sign && boxOf(sign)
    // A sign without a line says nothing of where it stands: the search goes on before it.
    if (box && box.top < from) low = middle + 1
    else high = middle
  }
  const found: (MarginSign & { top: number; height: number })[] = []
  for (const sign of signs.slice(low)) {
    const box = boxOf(sign)
    if (box && box.top > to) break
    if (box && box.top >= from) found.push({ ...sign, ...box })
  }
  return found
}

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
    for (const { content, kind, source } of attributions) {
      const speaker =
        entities.find((entity) => entity.id === source.entityId)?.name ?? source.text ?? 'no speaker named'
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

import type { NameSpan } from '../names/name-span'
import type { EntityType } from '../types'

const TYPES: Record<string, EntityType> = {
  P: 'person',
  O: 'organization',
  L: 'place',
  E: 'event',
  G: 'group',
  W: 'work',
  X: 'other',
}

/** For tests: text with its names marked "{P Vladimir Putin}" → the bare text and the spans a tagger would find. */
export function markedNames(marked: string): { text: string; names: NameSpan[] } {
  const names: NameSpan[] = []
  let text = ''
  let at = 0
  for (const match of marked.matchAll(/\{([PLOEGWX]) ([^}]*)\}/gu)) {
    text += marked.slice(at, match.index)
    const words = match[2] ?? ''
    names.push({
      start: text.length,
      end: text.length + words.length,
      type: TYPES[match[1] ?? 'X'] ?? 'other',
      margin: 5,
    })
    text += words
    at = match.index + match[0].length
  }
  return { text: text + marked.slice(at), names }
}

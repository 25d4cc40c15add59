/** A seeded source of numbers in [0, 1) (mulberry32): the same seed makes the same edits. */
export function seededRandom(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

/**
 * A text as it is edited; `origin[i]` is where code unit `i` stood in the first version, -1 when it was put in; `copyOf[i]` is the same
 * for units of a sentence that was printed a second time, which nobody can tell from the first.
 */
export interface Edited {
  text: string
  origin: number[]
  copyOf: number[]
}

type Random = () => number
const pick = <T>(random: Random, items: readonly T[]): T => {
  const item = items[Math.floor(random() * items.length)]
  if (item === undefined) throw new Error('nothing to pick from')
  return item
}

interface Put {
  text: string
  origin?: number[]
  copyOf?: number[]
}

function splice(edited: Edited, start: number, end: number, put: string | Put): Edited {
  const { text, origin, copyOf } = typeof put === 'string' ? { text: put } : put
  const none = Array.from({ length: text.length }, () => -1)
  const around = (units: number[], middle: number[]) => [...units.slice(0, start), ...middle, ...units.slice(end)]
  return {
    text: edited.text.slice(0, start) + text + edited.text.slice(end),
    origin: around(edited.origin, origin ?? none),
    copyOf: around(edited.copyOf, copyOf ?? none),
  }
}

const matches = (text: string, pattern: RegExp): { start: number; end: number }[] =>
  [...text.matchAll(pattern)].map((match) => ({ start: match.index, end: match.index + match[0].length }))

const SENTENCE = /[^.!?。！？\n]+[.!?。！？]+[”"»]?[ ]?/gu
const WORD = /[\p{L}\p{M}]+/gu
const NUMBER = /\d+/gu
const PARAGRAPH = /[^\n]+\n*/gu
const NEW_SENTENCES = [
  'The ministry had no comment on Tuesday. ',
  'Officials declined to say more. ',
  'Это подтвердили в пресс-службе. ',
  '当局没有回应。',
  'A second inspection is due next week, according to people who were told of it. ',
]

/** What desks do to a story between two versions; each takes one place at random. */
const EDITS: Record<string, (edited: Edited, random: Random) => Edited> = {
  putSentence(edited, random) {
    const { start } = pick(random, [{ start: 0 }, ...matches(edited.text, SENTENCE)])
    return splice(edited, start, start, pick(random, NEW_SENTENCES))
  },
  cutSentence(edited, random) {
    const found = matches(edited.text, SENTENCE)
    if (found.length < 3) return edited
    const { start, end } = pick(random, found)
    return splice(edited, start, end, '')
  },
  changeWord(edited, random) {
    const found = matches(edited.text, WORD)
    if (found.length === 0) return edited
    const { start, end } = pick(random, found)
    return splice(edited, start, end, pick(random, ['some', 'officials', 'нового', 'district', 'reported']))
  },
  cutWord(edited, random) {
    const found = matches(edited.text, WORD)
    if (found.length === 0) return edited
    const { start, end } = pick(random, found)
    return splice(edited, start, end, '')
  },
  changeNumber(edited, random) {
    const found = matches(edited.text, NUMBER)
    if (found.length === 0) return edited
    const { start, end } = pick(random, found)
    return splice(edited, start, end, String(Math.floor(random() * 900) + 1))
  },
  moveParagraph(edited, random) {
    if (edited.text.trim() === '') return edited
    const from = pick(random, matches(edited.text, PARAGRAPH))
    const text = edited.text.slice(from.start, from.end)
    const origin = edited.origin.slice(from.start, from.end)
    const copyOf = edited.copyOf.slice(from.start, from.end)
    const rest = splice(edited, from.start, from.end, '')
    const to = pick(random, [{ start: 0 }, ...matches(rest.text, PARAGRAPH)])
    return splice(rest, to.start, to.start, { text, origin, copyOf })
  },
  repeatSentence(edited, random) {
    const found = matches(edited.text, SENTENCE)
    if (found.length === 0) return edited
    const { start, end } = pick(random, found)
    const to = pick(random, found)
    const copyOf = edited.origin
      .slice(start, end)
      .map((origin, i) => (origin < 0 ? (edited.copyOf[start + i] ?? -1) : origin))
    return splice(edited, to.start, to.start, { text: edited.text.slice(start, end), copyOf })
  },
  putHead(edited) {
    return splice(edited, 0, 0, 'UPDATE 1 — adds detail\n\n')
  },
  rewrap(edited) {
    const text = edited.text.replace(/([^\n])\n([^\n])/gu, '$1 $2')
    return { ...edited, text }
  },
  curlQuotes(edited) {
    return { ...edited, text: edited.text.replace(/[“”]/gu, '"').replace(/’/gu, "'") }
  },
}

/** `text` after `count` random edits. */
export function editArticle(text: string, random: Random, count: number): Edited {
  let edited: Edited = {
    text,
    origin: Array.from({ length: text.length }, (_, i) => i),
    copyOf: Array.from({ length: text.length }, () => -1),
  }
  for (let i = 0; i < count; i++) edited = (EDITS[pick(random, Object.keys(EDITS))] ?? ((same) => same))(edited, random)
  return edited
}

/** Where what is left of a passage stands: its first and last surviving unit, and how much of it survived in order. */
export function survivorsOf(
  edited: Edited,
  start: number,
  end: number,
): { start: number; end: number; share: number } | null {
  let first = -1
  let last = -1
  let kept = 0
  edited.origin.forEach((origin, i) => {
    if (origin < start || origin >= end) return
    if (first < 0) first = i
    last = i
    kept++
  })
  return first < 0 ? null : { start: first, end: last + 1, share: kept / (end - start) }
}

/** Whether every unit of `[at, at + length)` is one of the passage from `start`, or its twin in a sentence printed twice. */
export function standsAt(edited: Edited, at: number, start: number, length: number): boolean {
  for (let i = 0; i < length; i++) {
    if (edited.origin[at + i] !== start + i && edited.copyOf[at + i] !== start + i) return false
  }
  return true
}

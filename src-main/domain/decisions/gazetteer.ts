import type { EntityType } from '../extract/types'
import { fold } from '../text/normalise'
import type { Range } from '../text/span'

/** One line of a list of names that the analyst brought along. */
export interface GazetteerEntry {
  name: string
  type: EntityType
  aliases: string[]
}

/** Words that are a name wherever they stand. */
export interface WordRule {
  words: string
  name: string
  type: EntityType
  /** From a list of names: a name called just so is of this kind whatever analysis took it for. */
  listed: boolean
}

const WORD = /[\p{L}\p{M}\p{N}]+/gu
const LETTER = /[\p{L}\p{M}\p{N}]/u

/** Words that are names wherever they stand, found in a text by their first word: ten thousand of them cost no more than ten. */
export class WordRules {
  /** By first word, the longest first: "Bank of Lirania" before "Bank". */
  private readonly byFirst = new Map<string, WordRule[]>()
  private readonly byKey = new Map<string, WordRule>()

  constructor(readonly all: readonly WordRule[]) {
    for (const rule of all) {
      const [first] = rule.words.match(WORD) ?? []
      if (first === undefined || !rule.words.startsWith(first)) continue
      this.byFirst.set(first, [...(this.byFirst.get(first) ?? []), rule])
      if (rule.listed) this.byKey.set(fold(rule.words), rule)
    }
    for (const rules of this.byFirst.values()) rules.sort((a, b) => b.words.length - a.words.length)
  }

  /** The entry of a list that is called just so; null when none is. */
  entryFor(key: string): WordRule | null {
    return this.byKey.get(key) ?? null
  }

  /** Where the words stand as whole words, letter for letter, none over another; UTF-16 offsets in text order. */
  placesIn(text: string): { range: Range; rule: WordRule }[] {
    if (this.byFirst.size === 0) return []
    const places: { range: Range; rule: WordRule }[] = []
    let free = 0
    for (const { 0: word, index: start } of text.matchAll(WORD)) {
      if (start < free) continue
      const rule = this.byFirst
        .get(word)
        ?.find(({ words }) => text.startsWith(words, start) && !LETTER.test(text.charAt(start + words.length)))
      if (!rule) continue
      free = start + rule.words.length
      places.push({ range: { start, end: free }, rule })
    }
    return places
  }
}

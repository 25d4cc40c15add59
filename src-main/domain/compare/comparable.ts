import type { Entity, Extraction, Figure } from '../extract/types'
import { fold } from '../text/normalise'
import { overlap, type Range } from '../text/span'
import { tokenize } from '../text/tokenize'
import { tokenAt, TokenFlag, tokenText } from '../text/tokens'

/** What a word is to a comparison: a changed number, name or negation matters more than changed wording. */
export type WordKind = 'number' | 'name' | 'negation' | 'word'

/** One word of a sentence, with punctuation left out. Offsets are into the article's text. */
export interface Word extends Range {
  /** As it is compared: folded, without a possessive. */
  key: string
  kind: WordKind
}

export interface ComparableSentence extends Range {
  words: Word[]
  /** Share of the sentence inside direct speech: two independent reports of one speech share that much honestly. */
  quoted: number
}

/** An article as `compare` reads it. */
export interface Comparable {
  id: string
  text: string
  sentences: ComparableSentence[]
  entities: readonly Entity[]
  /** In text order. */
  figures: readonly Figure[]
}

const NEGATIONS = new Set(
  "not no never none nobody nothing neither nor without cannot can't won't don't doesn't didn't isn't aren't wasn't weren't hasn't haven't hadn't wouldn't couldn't shouldn't не нет ни без ne pas sans aucun жоқ емес".split(
    ' ',
  ),
)

/** Whether a folded word negates. */
export const negates = (key: string): boolean => NEGATIONS.has(key) || key.endsWith("n't")

/** Marks the range list hit by `[start, end)`; `ranges` must be sorted and not overlapping. */
function hit<T extends Range>(ranges: readonly T[], start: number, end: number): T | undefined {
  let low = 0
  let high = ranges.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (ranges[middle]!.end > start) high = middle
    else low = middle + 1
  }
  const found = ranges[low]
  return found && found.start < end ? found : undefined
}

const inOrder = <T extends Range>(ranges: readonly T[]): T[] => [...ranges].sort((a, b) => a.start - b.start)

/** Cuts an analysed article into sentences of words, each word marked as number, name, negation or plain. */
export function readComparable(id: string, text: string, extraction: Extraction): Comparable {
  const tokens = tokenize(text)
  const names = inOrder(extraction.entities.flatMap((entity) => entity.mentions.filter((m) => m.form === 'name')))
  const figures = inOrder(extraction.figures)
  const speech = inOrder(extraction.attributions.filter((a) => a.kind !== 'indirect').flatMap((a) => a.content))
  const sentences = extraction.sentences.map(({ start, end }) => {
    const words: Word[] = []
    for (let i = tokenAt(tokens, start); i < tokens.count && tokens.start[i]! < end; i++) {
      const flags = tokens.flags[i]!
      if ((flags & (TokenFlag.word | TokenFlag.number)) === 0 || (flags & TokenFlag.possessive) !== 0) continue
      const range = { start: tokens.start[i]!, end: tokens.end[i]! }
      const key = fold(tokenText(text, tokens, i))
      const kind =
        hit(figures, range.start, range.end) || (flags & TokenFlag.number) !== 0
          ? 'number'
          : hit(names, range.start, range.end)
            ? 'name'
            : negates(key)
              ? 'negation'
              : 'word'
      words.push({ ...range, key, kind })
    }
    const inSpeech = speech.reduce((sum, span) => sum + overlap(span, { start, end }), 0)
    return { start, end, words, quoted: end > start ? Math.min(1, inSpeech / (end - start)) : 0 }
  })
  return { id, text, sentences, entities: extraction.entities, figures }
}

/** The whole fact a word belongs to: "4.2 million" for "4.2", "Ilse Darvan" for "Darvan"; the word itself outside facts. */
export function factAround(article: Comparable, word: Word): Range {
  if (word.kind === 'number') return hit(article.figures, word.start, word.end) ?? word
  if (word.kind !== 'name') return word
  const mentions = article.entities.flatMap((entity) => entity.mentions)
  return mentions.find((m) => m.form === 'name' && m.start <= word.start && m.end >= word.end) ?? word
}

/** The value of the number a word belongs to; null where the word is no number or its value is not known. */
export function valueOf(article: Comparable, word: Range): number | null {
  const figure = hit(article.figures, word.start, word.end)
  if (figure) return figure.value
  const plain = Number(article.text.slice(word.start, word.end).replaceAll(',', ''))
  return Number.isFinite(plain) ? plain : null
}

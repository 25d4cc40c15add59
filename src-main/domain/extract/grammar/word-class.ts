/** Word classes, as numbers so that a whole article's classes fit a typed array. */
export const WordClass = {
  noun: 0,
  name: 1,
  verb: 2,
  auxiliary: 3,
  adjective: 4,
  adverb: 5,
  preposition: 6,
  determiner: 7,
  pronoun: 8,
  numeral: 9,
  coordinator: 10,
  subordinator: 11,
  particle: 12,
  mark: 13,
} as const

export const WORD_CLASS_COUNT = 14

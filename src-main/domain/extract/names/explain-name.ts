import type { Range } from '../../text/span'
import { splitSentences } from '../../text/sentences'
import { tokenize } from '../../text/tokenize'
import { ArticleTagger, type Contribution } from './article-tagger'
import { FEATURE_KINDS } from './feature-kinds'
import type { NameModel } from './name-model'
import { NAME_LISTS } from './name-lists'

type Kind = (typeof FEATURE_KINDS)[number]

/** How a contribution is said; `word(n)` is the word n places from the token, `run` the run of capitals it stands in. */
type Saying = (at: { word: (offset: number) => string; left: string; right: string; list: string }) => string

const SAYINGS: Partial<Record<Kind, Saying>> = {
  'the word as printed': ({ word }) => `the word “${word(0)}” itself`,
  'the word': ({ word }) => `the word “${word(0)}” itself`,
  'the word before': ({ word }) => (word(-1) ? `after “${word(-1)}”` : 'at the start of the sentence'),
  'the word after': ({ word }) => (word(1) ? `before “${word(1)}”` : 'at the end of the sentence'),
  'two words before': ({ word }) => `two words after “${word(-2)}”`,
  'two words after': ({ word }) => `two words before “${word(2)}”`,
  'the word with the one before': ({ word }) => `“${word(-1)} ${word(0)}” together`,
  'the word with the one after': ({ word }) => `“${word(0)} ${word(1)}” together`,
  'the words around': ({ word }) => `between “${word(-1)}” and “${word(1)}”`,
  'the two words before': ({ word }) => `after “${word(-2)} ${word(-1)}”`,
  'the two words after': ({ word }) => `before “${word(1)} ${word(2)}”`,
  'beginning of the word': ({ word }) => `the beginning of “${word(0)}”`,
  'ending of the word': ({ word }) => `the ending of “${word(0)}”`,
  'word left of the run of capitals': ({ left }) => (left ? `after “${left}”` : 'at the start of the sentence'),
  'word right of the run of capitals': ({ right }) => (right ? `before “${right}”` : 'at the end of the sentence'),
  'kind of the word left of the run': ({ left }) => `after a word like “${left}”`,
  'kind of the word right of the run': ({ right }) => `before a word like “${right}”`,
  'in a list': ({ word, list }) => `“${word(0)}” is in the list: ${list}`,
  'a phrase of a list begins': ({ list }) => `it is in the list: ${list}`,
  'inside a phrase of a list': ({ list }) => `it is in the list: ${list}`,
  'a phrase of a list ends': ({ list }) => `it is in the list: ${list}`,
  'kind of word': ({ word }) => `the kind of word “${word(0)}” is`,
  'fine kind of word': ({ word }) => `the kind of word “${word(0)}” is`,
  'fine kind of the word before': ({ word }) => `after a word like “${word(-1)}”`,
  'kind of the word before': ({ word }) => `after a word like “${word(-1)}”`,
  'fine kind of the word after': ({ word }) => `before a word like “${word(1)}”`,
  'kind of the word after': ({ word }) => `before a word like “${word(1)}”`,
  'capitals and digits of the word': ({ word }) => `the capitals of “${word(0)}”`,
  'shape of the word': ({ word }) => `the capitals of “${word(0)}”`,
  'how common the word is': ({ word }) => `how rare the word “${word(0)}” is`,
  'left of the word elsewhere': ({ word }) => `what stands next to “${word(0)}” elsewhere in the article`,
  'right of the word elsewhere': ({ word }) => `what stands next to “${word(0)}” elsewhere in the article`,
  'kind left of the word elsewhere': ({ word }) => `what stands next to “${word(0)}” elsewhere in the article`,
  'kind right of the word elsewhere': ({ word }) => `what stands next to “${word(0)}” elsewhere in the article`,
  'lists of the word': ({ word }) => `the lists “${word(0)}” is in, or is not in`,
  'lists of the last word of the run': ({ word }) => `the lists “${word(0)}” is in, or is not in`,
  'lists of the first word of the run': ({ word }) => `the lists “${word(0)}” is in, or is not in`,
  'case elsewhere in the article': ({ word }) => `how the article writes “${word(0)}” elsewhere`,
  'earlier in the article': ({ word }) => `what “${word(0)}” was earlier in the article`,
}

/**
 * Why the tagger takes `span` (one of `tagNames`' answers for this text) for what it says: up to four reasons, the weightiest first, in words a
 * person can read. Empty when the span is no name the tagger finds.
 */
export function explainName(text: string, span: Range, model: NameModel): string[] {
  const tokens = tokenize(text)
  const tagger = new ArticleTagger(text, tokens, splitSentences(text, tokens), model)
  const totals = new Map<string, number>()
  for (const contribution of tagger.explain(span.start, span.end)) {
    const saying = say(tagger, contribution)
    totals.set(saying, (totals.get(saying) ?? 0) + contribution.weight)
  }
  return [...totals]
    .filter(([, weight]) => weight > 0)
    .sort((a, b) => b[1] - a[1])
    .slice(0, 4)
    .map(([saying]) => saying)
}

function say(tagger: ArticleTagger, { kind, token, value }: Contribution): string {
  const name = FEATURE_KINDS[kind] ?? 'any word'
  const saying = SAYINGS[name]
  if (!saying) return name
  const { words, evidence } = tagger
  const sentence = words.sentenceOfToken[token]
  const wordAt = (i: number) =>
    words.sentenceOfToken[i] === sentence ? words.text.slice(words.tokens.start[i], words.tokens.end[i]) : ''
  const run = evidence.runOfToken[token] ?? -1
  const start = run < 0 ? token : (evidence.runStart[run] ?? token)
  const end = run < 0 ? token + 1 : (evidence.runEnd[run] ?? token + 1)
  return saying({
    word: (offset) => wordAt(token + offset),
    left: wordAt(start - 1),
    right: wordAt(end),
    list: NAME_LISTS[value] ?? '',
  })
}

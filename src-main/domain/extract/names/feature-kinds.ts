import { NAME_LISTS } from './name-lists'
import { wordHash } from './word-hash'

/** What each feature looks at, in words for "why is this a name?"; the index is part of every feature's key. */
export const FEATURE_KINDS = [
  'any word', 'the word as printed', 'the word', 'the word before', 'the word after', 'two words before', 'two words after',
  'the word with the one before', 'the word with the one after', 'the words around', 'the two words before', 'the two words after',
  'capitals and digits of the word', 'shape of the word', 'shape of the word before', 'shape of the word after', 'shapes with the word before',
  'shapes with the word after', 'shapes of three words', 'beginning of the word', 'ending of the word',
  'kind of word', 'kind of the word before', 'kind of the word after', 'kind of the second word before', 'kind of the second word after',
  'fine kind of word', 'fine kind of the word before', 'fine kind of the word after', 'fine kind of the second word before',
  'fine kind of the second word after', 'kinds with the word before', 'kinds with the word after', 'kinds around', 'how common the word is',
  'a phrase of a list begins', 'inside a phrase of a list', 'a phrase of a list ends', 'in a list', 'lists of the word', 'lists of the word before',
  'lists of the word after', 'lists and shape', 'place in the sentence', 'place in the sentence and word', 'sentence in capitals',
  'case elsewhere in the article', 'case elsewhere, at a sentence start', 'word left of the run of capitals', 'word right of the run of capitals',
  'first word of the run', 'last word of the run', 'length of the run', 'place in the run', 'kind of the word left of the run',
  'kind of the word right of the run', 'kind of the last word of the run', 'lists of the first word of the run',
  'lists of the last word of the run', 'a longer name elsewhere begins with', 'a longer name elsewhere ends with',
  'before a longer name elsewhere', 'length of a longer name elsewhere', 'kind of the last word of a longer name elsewhere',
  'left of the word elsewhere', 'right of the word elsewhere', 'acronym of a name in the article', 'name with an acronym in the article',
  'earlier in the article', 'the word before, earlier in the article', 'the longer name, earlier in the article',
  'in brackets', 'kind left of the word elsewhere', 'kind right of the word elsewhere',
] as const // prettier-ignore

export const kind = (name: (typeof FEATURE_KINDS)[number]): number => FEATURE_KINDS.indexOf(name)

/** Number of this set of features and lists; weights trained for another set are refused. */
export const FEATURES_VERSION = wordHash([...FEATURE_KINDS, ...NAME_LISTS].join('|')) >>> 0

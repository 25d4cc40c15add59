import type { Range } from '../../text/span'
import type { Tokens } from '../../text/tokens'
import type { EntityType } from '../types'
import { agree } from './agree'
import { ArticleTagger, type TaggedName } from './article-tagger'
import { completeNames } from './complete-names'
import { isFacility, typeOfMisc } from './name-head-rules'
import type { NameModel } from './name-model'
import type { NameSpan } from './name-span'
import { TAG_TYPES } from './tag-set'

const TYPES: readonly EntityType[] = ['person', 'organization', 'place', 'other', 'group']

/**
 * The names of an article in text order, none overlapping another. `tokens` and `sentences` must be those of `text`.
 * The same text gives the same names; nothing is kept between calls.
 */
export function tagNames(text: string, tokens: Tokens, sentences: Range[], model: NameModel): NameSpan[] {
  const tagger = new ArticleTagger(text, tokens, sentences, model)
  const names = tagger.run()
  agree(names, tagger.words)
  return completeNames(names, tagger.evidence).map((name) => toSpan(text, tagger, name))
}

function toSpan(text: string, tagger: ArticleTagger, name: TaggedName): NameSpan {
  const { tokens } = tagger.words
  const start = tokens.start[name.from] as number
  const end = tokens.end[name.to - 1] as number
  const words = text.slice(start, end)
  const type = TAG_TYPES[name.type] === 'MISC' ? typeOfMisc(words) : (TYPES[name.type] as EntityType)
  const span: NameSpan = { start, end, type, margin: name.margin }
  if (type === 'place' && isFacility(words)) span.facility = true
  return span
}

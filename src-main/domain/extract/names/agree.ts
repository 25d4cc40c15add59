import type { TaggedName } from './article-tagger'
import type { ArticleWords } from './article-words'
import { TAG_TYPES } from './tag-set'
import { mix } from './word-hash'

/**
 * Brings the names of one article to agree: the same words stand for the same kind of thing, so what speaks for each type is summed
 * over all places where they stand, and the best sum decides everywhere.
 */
export function agree(names: TaggedName[], words: ArticleWords): void {
  const groups = new Map<number, TaggedName[]>()
  for (const name of names) {
    const key = phraseKey(name, words)
    const group = groups.get(key)
    if (group) group.push(name)
    else groups.set(key, [name])
  }
  for (const group of groups.values()) if (group.some((name) => name.type !== group[0]?.type)) settle(group)
}

function phraseKey(name: TaggedName, words: ArticleWords): number {
  let key = 3
  for (let token = name.from; token < name.to; token++) key = mix(key, words.lowerOfToken[token] as number)
  return key
}

function settle(group: TaggedName[]): void {
  let best = 0
  let most = -Infinity
  for (let type = 0; type < TAG_TYPES.length; type++) {
    const sum = group.reduce((total, name) => total + (name.readings[type] as number), 0)
    if (sum > most) {
      most = sum
      best = type
    }
  }
  for (const name of group) name.type = best
}

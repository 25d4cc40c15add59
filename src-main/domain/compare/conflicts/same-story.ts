import type { ClaimArticle } from './conflict'

/** Two articles tell one story only within so many days. */
const DAYS = 21
const DAY_MS = 86_400_000
/** A name that more articles than this share tells no story apart. */
const COMMON_NAME = 60
/**
 * What shared names must add up to for two articles to be of one story, where a name that only one article has counts 1 (inverse document
 * frequency over its maximum). Without a date on both sides, more: nothing else keeps two years apart.
 */
const ENOUGH = 1.7
const ENOUGH_UNDATED = 2.6

const nameKey = (name: string): string =>
  name
    .toLowerCase()
    .normalize('NFKD')
    .replace(/[^\p{L}\p{N} ]/gu, '')

function keysOf({ extraction }: ClaimArticle): Set<string> {
  return new Set(
    extraction.entities.flatMap(({ type, name, mentions }) =>
      type === 'group' || type === 'work' || !mentions.some(({ form }) => form === 'name') ? [] : [nameKey(name)],
    ),
  )
}

/**
 * Pairs of articles that report one story: of one wire family, or within three weeks of each other and sharing names that few others
 * have. Grows with the number of pairs that share a rare name, not with the square of the folder.
 */
export function sameStoryPairs(articles: readonly ClaimArticle[]): [ClaimArticle, ClaimArticle][] {
  const holders = new Map<string, number[]>()
  articles.forEach((article, i) => {
    for (const key of keysOf(article)) {
      const list = holders.get(key)
      if (list) list.push(i)
      else holders.set(key, [i])
    }
  })
  const score = new Map<number, number>()
  const add = (list: readonly number[], worth: number) => {
    for (const [n, i] of list.entries())
      for (const j of list.slice(n + 1))
        score.set(i * articles.length + j, (score.get(i * articles.length + j) ?? 0) + worth)
  }
  const total = Math.max(articles.length, 50)
  for (const list of holders.values())
    if (list.length > 1 && list.length <= COMMON_NAME) add(list, Math.log(total / list.length) / Math.log(total))
  const families = new Map<string, number[]>()
  articles.forEach(({ origin }, i) => families.set(origin, [...(families.get(origin) ?? []), i]))
  for (const list of families.values()) if (list.length <= COMMON_NAME) add(list, ENOUGH_UNDATED)
  return [...score].flatMap(([pair, worth]): [ClaimArticle, ClaimArticle][] => {
    const [a, b] = [articles[Math.floor(pair / articles.length)], articles[pair % articles.length]]
    if (!a || !b || daysApart(a.date, b.date) > DAYS) return []
    return worth >= (a.date && b.date ? ENOUGH : ENOUGH_UNDATED) ? [[a, b]] : []
  })
}

/** Days between two ISO dates; 0 where one is unknown. */
export function daysApart(a: string | null, b: string | null): number {
  if (!a || !b) return 0
  return Math.abs(Date.parse(a.slice(0, 10)) - Date.parse(b.slice(0, 10))) / DAY_MS
}

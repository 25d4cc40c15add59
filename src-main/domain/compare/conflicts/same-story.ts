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
/** A story that the whole folder tells is held against this many of its tellings, per article. */
const MOST_PAIRS = 40

const nameKey = (name: string): string =>
  name
    .toLowerCase()
    .normalize('NFKD')
    .replace(/[^\p{L}\p{N} ]/gu, '')

/** What of an article tells which story it is of: little enough to be kept for every article of a large folder. */
export interface Story {
  path: string
  date: string | null
  /** Wire family or, outside of one, the article itself. */
  origin: string
  /** Keys of the names in it. */
  names: ReadonlySet<string>
}

/** An article as a story. */
export function storyOf({
  path,
  date,
  extraction,
}: Pick<ClaimArticle, 'path' | 'date' | 'extraction'>): Omit<Story, 'origin'> {
  const names = extraction.entities.flatMap(({ type, name, mentions }) =>
    type === 'group' || type === 'work' || !mentions.some(({ form }) => form === 'name') ? [] : [nameKey(name)],
  )
  return { path, date, names: new Set(names) }
}

/**
 * Pairs of articles that report one story: of one wire family, or within three weeks of each other and sharing names that few others
 * have; for each article those it shares most with. Grows with the number of pairs that share a rare name, not with the square of the
 * folder.
 */
export function sameStoryPairs(stories: readonly Story[]): [Story, Story][] {
  const holders = new Map<string, number[]>()
  stories.forEach(({ names }, i) => {
    for (const key of names) {
      const list = holders.get(key)
      if (list) list.push(i)
      else holders.set(key, [i])
    }
  })
  const shared = stories.map(() => new Map<number, number>())
  const add = (list: readonly number[], worth: number) => {
    for (const [n, i] of list.entries())
      for (const j of list.slice(n + 1)) {
        const [a, b] = [stories[i], stories[j]]
        const known = shared[i]
        if (a && b && known && daysApart(a.date, b.date) <= DAYS) known.set(j, (known.get(j) ?? 0) + worth)
      }
  }
  const total = Math.max(stories.length, 50)
  // Copies of one dispatch make no name common: else the more often a story was carried, the less it would be held against others.
  const dispatches = (list: readonly number[]) => new Set(list.map((i) => stories[i]?.origin)).size
  for (const list of holders.values())
    if (list.length > 1 && list.length <= COMMON_NAME) add(list, Math.log(total / dispatches(list)) / Math.log(total))
  const families = new Map<string, number[]>()
  stories.forEach(({ origin }, i) => families.set(origin, [...(families.get(origin) ?? []), i]))
  for (const list of families.values()) if (list.length <= COMMON_NAME) add(list, ENOUGH_UNDATED)
  return stories.flatMap((a, i) =>
    [...(shared[i] ?? [])]
      .flatMap(([j, worth]) => {
        const b = stories[j]
        return b && worth >= (a.date && b.date ? ENOUGH : ENOUGH_UNDATED) ? [{ b, worth }] : []
      })
      .sort((x, y) => y.worth - x.worth)
      .slice(0, MOST_PAIRS)
      .map(({ b }): [Story, Story] => [a, b]),
  )
}

/** Days between two ISO dates; 0 where one is unknown. */
export function daysApart(a: string | null, b: string | null): number {
  if (!a || !b) return 0
  return Math.abs(Date.parse(a.slice(0, 10)) - Date.parse(b.slice(0, 10))) / DAY_MS
}

/** A member of a family as far as its place in time goes. */
export interface Told {
  /** ISO date of publication, with time where one is printed; null where none is known. */
  date: string | null
  agency: string | null
  path: string
  words: number
}

/** The agency that most members credit ("LPS", also in "LPS/MP"); null without any. */
function creditedAgency(members: readonly Told[]): string | null {
  const agencies = [...new Set(members.flatMap(({ agency }) => agency ?? []))]
  const credits = (name: string) => members.filter(({ agency }) => agency?.split(/[/,&]/u).some((one) => one.trim() === name)).length
  return agencies.sort((a, b) => credits(b) - credits(a) || (a < b ? -1 : 1))[0] ?? null
} // prettier-ignore

/**
 * Members in the order in which they were told, as far as that is known. Of a day's files those with a printed time stand by it; files
 * without one that carry the agency most members credit come first, unless its own dispatch has a time, then right after that one.
 * Among files equal in this the longest is first, since copies are cut and seldom grow.
 */
export function orderTold<T extends Told>(members: readonly T[]): T[] {
  const credited = creditedAgency(members)
  const dispatchTime = new Map<string, string>()
  for (const { date, agency } of members) {
    if (date === null || date.length <= 10 || agency !== credited) continue
    const day = date.slice(0, 10)
    const known = dispatchTime.get(day)
    if (known === undefined || date < known) dispatchTime.set(day, date)
  }
  /** Day and time as text that sorts; `+` stands just after a time, `~` after all others. */
  const place = ({ date, agency }: T): string => {
    if (date === null) return '~'
    if (date.length > 10) return date
    const own = agency !== null && agency === credited
    const time = dispatchTime.get(date)
    return !own ? `${date}~` : time === undefined ? date : `${time}+`
  }
  return [...members].sort((a, b) => compare(place(a), place(b)) || b.words - a.words || compare(a.path, b.path))
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

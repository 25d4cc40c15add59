import { nameWords } from '../extract/entities/name-mention'
import { toLatin } from '../text/transliterate'
import type { CorpusName, Joining } from './group-names'

/** Words that say what form a company has and not which it is. */
const LEGAL_FORMS = new Set([
  'inc',
  'ltd',
  'llc',
  'plc',
  'corp',
  'co',
  'gmbh',
  'ag',
  'sa',
  'jsc',
  'ojsc',
  'pjsc',
  'llp',
  'nv',
])

/** A name that is no person's, without what does not tell one from another: article, full stops, legal form. */
function plainKey(name: string): string {
  const words = nameWords(toLatin(name))
  const bare = words.filter((word, i) => i === 0 || !LEGAL_FORMS.has(word))
  return bare.join(' ')
}

/** Brings organizations, places and the rest together: the same words, and aliases that belong to one alone ("SCO"). */
export function joinOtherNames(among: readonly number[], { names, clusters, join, together }: Joining): void {
  const nameOf = (at: number) => names[at] as CorpusName
  const byKey = new Map<string, number>()
  for (const at of among) {
    const key = plainKey(nameOf(at).name)
    const known = byKey.get(key)
    if (known === undefined) byKey.set(key, at)
    else join(at, known, 'the same name in another spelling')
  }
  const bearers = new Map<string, number[]>()
  for (const at of among)
    for (const alias of nameOf(at).aliases) {
      const key = plainKey(alias)
      bearers.set(key, [...(bearers.get(key) ?? []), at])
    }
  for (const [key, at] of byKey) {
    const homes = new Set((bearers.get(key) ?? []).map((bearer) => clusters.root(bearer)))
    homes.delete(clusters.root(at))
    const [home] = homes
    if (homes.size !== 1 || home === undefined) continue
    // Two things that one article tells apart are two, unless articles use one name for the other more often than not.
    if (clusters.members(home).some((member) => together(at, member))) continue
    join(at, home, 'articles use this name for it, and for nothing else')
  }
}

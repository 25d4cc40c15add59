/** What the engine does to find wire families, over texts at hand and without a database. Bundled by compare.mjs. */
import { readComparable } from '../src-main/domain/compare/comparable'
import { FamilyIndex, groupFamilies } from '../src-main/domain/compare/family-index'
import { readDocument } from '../src-main/domain/extract/document'

/** As the engine keeps them at hand. */
const AT_HAND = 4000
const NAME = /\b[A-Z][a-z]+ [A-Z][a-z]+\b/gu

/** Processor time of this process, so that other work on the machine does not count. */
function cpuSeconds() {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1e6
}

/** @param {{ id: string, text: string }} article with its sentences, and names by their capitals */
function comparable({ id, text }) {
  const entities = [...text.matchAll(NAME)].map(({ 0: name, index }, i) => ({
    id: `e${i}`,
    type: 'person',
    name,
    aliases: [],
    roles: [],
    mentions: [{ start: index, end: index + name.length, text: name, form: 'name' }],
  }))
  const attributions = [...text.matchAll(/“([^”]+)”/gu)].map(({ 1: words, index }) => ({
    content: [{ start: index + 1, end: index + 1 + words.length, text: words }],
    source: { entityId: null, text: null, start: null, end: null },
    cue: null,
    kind: 'direct',
  }))
  const { sentences } = readDocument(text, 'en')
  return readComparable(id, text, { language: 'en', sentences, entities, attributions, figures: [], dates: [] })
}

/**
 * @param {readonly { id: string, text: string }[]} articles
 * @returns {{ families: string[][], reading: number, finding: number }} families by id; processor seconds for cutting texts to words, which
 *   analysis does anyhow, and for finding families among them
 */
export function findFamilies(articles) {
  const texts = new Map(articles.map((article) => [article.id, article]))
  const recent = new Map()
  let reading = 0
  const read = (id) => {
    const known = recent.get(id)
    if (known) return known
    const started = cpuSeconds()
    const made = comparable(texts.get(id))
    reading += cpuSeconds() - started
    recent.set(id, made)
    if (recent.size > AT_HAND) recent.delete(recent.keys().next().value)
    return made
  }
  const started = cpuSeconds()
  const index = new FamilyIndex(read)
  const links = articles.flatMap(({ id }) => index.add(read(id)))
  const families = groupFamilies(links).map(({ members }) => members)
  return { families, reading, finding: cpuSeconds() - started - reading }
}

/**
 * How the found families agree with what was made: over all pairs of articles.
 * @param {readonly import('./retellings.mjs').MadeArticle[]} made @param {readonly string[][]} families
 */
export function judgeFamilies(made, families) {
  const familyOf = new Map(families.flatMap((members, i) => members.map((id) => [id, i])))
  const truth = new Map(made.map((article) => [article.id, article]))
  let right = 0
  let found = 0
  for (const members of families)
    for (const [i, a] of members.entries())
      for (const b of members.slice(i + 1)) {
        found += 1
        if (truth.get(a).origin === truth.get(b).origin) right += 1
      }
  const tellings = new Map()
  for (const article of made) tellings.set(article.origin, [...(tellings.get(article.origin) ?? []), article])
  const byMutation = new Map()
  let wanted = 0
  for (const group of tellings.values())
    for (const [i, a] of group.entries())
      for (const b of group.slice(i + 1)) {
        wanted += 1
        if (a.mutation !== null && b.mutation !== null) continue
        const mutation = a.mutation ?? b.mutation
        const known = byMutation.get(mutation) ?? { found: 0, all: 0 }
        known.all += 1
        if (familyOf.has(a.id) && familyOf.get(a.id) === familyOf.get(b.id)) known.found += 1
        byMutation.set(mutation, known)
      }
  return {
    precision: found === 0 ? 1 : right / found,
    recall: wanted === 0 ? 1 : right / wanted,
    pairs: wanted,
    byMutation: Object.fromEntries([...byMutation].sort().map(([name, { found: hits, all }]) => [name, hits / all])),
  }
}

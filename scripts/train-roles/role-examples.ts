import { readDocument } from '../../src-main/domain/extract/document'
import type { Chooser, Reading } from '../../src-main/domain/extract/entities/link-roles'
import { resolveRoles } from '../../src-main/domain/extract/entities/resolve-entities'
import type { NameSpan } from '../../src-main/domain/extract/names/name-span'

interface GoldMention {
  start: number
  end: number
  form: 'name' | 'role'
}
interface GoldEntity {
  type: NameSpan['type']
  name: string
  mentions: GoldMention[]
}
export interface Article {
  id: string
  text: string
  entities: GoldEntity[]
}
/** What the linker was asked, and the reading that follows the annotation. */
export interface Example {
  readings: readonly Reading[]
  right: number
}

/** Names of the annotation in text order; nested ones give way to the name around them. */
export function goldNames(article: Article): NameSpan[] {
  const spans = article.entities
    .flatMap(({ type, mentions }) =>
      mentions.filter(({ form }) => form === 'name').map(({ start, end }) => ({ start, end, type, margin: 5 })),
    )
    .sort((a, b) => a.start - b.start || b.end - a.end)
  const flat: NameSpan[] = []
  for (const span of spans) if (span.start >= (flat[flat.length - 1]?.end ?? 0)) flat.push(span)
  return flat
}

/** Runs the linker with the annotation as its chooser and keeps what it was asked. */
export function examplesOf(article: Article): Example[] {
  const doc = readDocument(article.text, 'en')
  const entityOfSpan = new Map<string, number>()
  const spansOf = new Map<number, number[]>()
  article.entities.forEach(({ mentions }, i) => {
    for (const { start, end, form } of mentions) {
      entityOfSpan.set(`${start}:${end}`, i)
      if (form === 'name') spansOf.set(i, [...(spansOf.get(i) ?? []), start])
    }
  })
  const examples: Example[] = []
  const ofOwn = new Map<number, number>()
  const clusterOf = new Map<number, Map<number, number>>()
  let profileCount = 0
  const chooser: Chooser = ({ phrase }, readings) => {
    const gold = entityOfSpan.get(`${phrase.start}:${phrase.end}`)
    let right = 0
    if (gold !== undefined) {
      const own = ofOwn.get(gold)
      const votes = clusterOf.get(gold)
      const cluster = votes ? [...votes].sort((a, b) => b[1] - a[1])[0]?.[0] : own
      const index = readings.findIndex(({ profile }) => profile !== null && profile === cluster)
      right =
        index >= 0
          ? index
          : cluster === undefined
            ? Math.max(
                0,
                readings.findIndex(({ profile }) => profile === -1),
              )
            : 0
      if (readings[right]?.profile === -1) ofOwn.set(gold, profileCount++)
    }
    examples.push({ readings, right })
    return { reading: right, confidence: 1 }
  }
  const names = goldNames(article)
  // First pass without roles: which cluster holds which annotated entity.
  const { clusters } = resolveRoles(doc, names, () => ({ reading: 0, confidence: 1 }))
  profileCount = clusters.length
  clusters.forEach((cluster, index) => {
    for (const { span } of cluster.mentions) {
      const gold = entityOfSpan.get(`${span.start}:${span.end}`)
      if (gold === undefined) continue
      const votes = clusterOf.get(gold) ?? new Map<number, number>()
      votes.set(index, (votes.get(index) ?? 0) + 1)
      clusterOf.set(gold, votes)
    }
  })
  resolveRoles(doc, names, chooser)
  return examples
}

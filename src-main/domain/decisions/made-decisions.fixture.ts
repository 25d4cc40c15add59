import { makeAnchor } from '../evidence/anchor'
import type { Entity, EntityType, Extraction, Mention } from '../extract/types'
import type { Decision, DecisionContent } from './decision'

export const ARTICLE = { articleId: 'a'.repeat(64), path: 'wire/1.txt' }

/** A log from contents, with ids "d1", "d2" … */
export function logOf(...contents: DecisionContent[]): Decision[] {
  return contents.map((content, i) => ({
    id: `d${i + 1}`,
    sequence: i + 1,
    madeAt: '2026-01-01T00:00:00.000Z',
    content,
  }))
}

/** The `nth` place of some words as an anchor. */
export function at(text: string, words: string, nth = 1) {
  let start = -1
  for (let i = 0; i < nth; i++) start = text.indexOf(words, start + 1)
  return makeAnchor(text, start, start + words.length, ARTICLE)
}

/** An entity with a name mention wherever one of its names stands. */
export function entityOf(text: string, id: string, type: EntityType, name: string, aliases: string[] = []): Entity {
  const mentions: Mention[] = []
  for (const words of [name, ...aliases])
    for (let start = text.indexOf(words); start >= 0; start = text.indexOf(words, start + 1)) {
      const end = start + words.length
      if (mentions.some((one) => one.start < end && one.end > start)) continue
      mentions.push({ start, end, text: words, form: 'name', why: 'made', confidence: 0.9 })
    }
  return { id, type, name, aliases, roles: [], mentions: mentions.sort((a, b) => a.start - b.start) }
}

export function extractionOf(entities: Entity[], more: Partial<Extraction> = {}): Extraction {
  return { language: 'en', sentences: [], entities, attributions: [], figures: [], dates: [], ...more }
}

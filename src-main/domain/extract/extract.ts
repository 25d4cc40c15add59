import { findAttributions, type AttributionsFound } from './attributions/find-attributions'
import { findDates } from './dates/find-dates'
import { readDocument, type Document } from './document'
import { resolveEntities } from './entities/resolve-entities'
import { findFigures } from './figures/find-figures'
import { extractByRules } from './languages/extract-by-rules'
import type { NameModel } from './names/name-model'
import { tagNames } from './names/tag-names'
import { offeredFor } from './offered'
import type { ArticleHeader, Entity, Extraction, Mention } from './types'

export interface ExtractOptions {
  /** The trained name tagger; without it no names are found, and so nothing that rests on them. */
  model: NameModel | null
  /** ISO 639-1 code of the text, null where unknown; unknown is read as English. */
  language: string | null
}

/**
 * Everything Dateline finds in one article, the same for the screen, the database and `dateline extract`: sentences, entities
 * with all their mentions, attributions, figures, dates. Pure and deterministic; what a language is offered says `offeredFor`.
 */
export function extract(text: string, header: ArticleHeader, options: ExtractOptions): Extraction {
  const doc = readDocument(text, options.language)
  const byRules = extractByRules(doc, header)
  if (byRules) return { language: options.language, sentences: doc.sentences, ...byRules, dates: [] }
  const offered = offeredFor(options.language)
  const named = offered.names === 'none' ? [] : resolveEntities(doc, namesOf(doc, options.model), header)
  const dates = offered.dates ? findDates(doc, header.date) : []
  const figures = offered.figures ? findFigures(doc, named, dates, header.bodyStart) : []
  const found: AttributionsFound = offered.attributions
    ? findAttributions(doc, named, header)
    : { attributions: [], pronouns: [] }
  return {
    language: options.language,
    sentences: doc.sentences,
    entities: withPronouns(named, found.pronouns),
    attributions: found.attributions,
    figures,
    dates,
  }
}

function namesOf(doc: Document, model: NameModel | null): ReturnType<typeof tagNames> {
  return model ? tagNames(doc.text, doc.tokens, doc.sentences, model) : []
}

function withPronouns(entities: Entity[], pronouns: AttributionsFound['pronouns']): Entity[] {
  if (pronouns.length === 0) return entities
  const byId = new Map<string, Mention[]>()
  for (const { entityId, span } of pronouns) {
    const mention: Mention = { ...span, form: 'pronoun', why: 'the speaker of a quote', confidence: 0.8 }
    const list = byId.get(entityId)
    if (list) list.push(mention)
    else byId.set(entityId, [mention])
  }
  return entities.map((entity) => {
    const more = byId.get(entity.id)
    if (!more) return entity
    return { ...entity, mentions: [...entity.mentions, ...more].sort((a, b) => a.start - b.start) }
  })
}

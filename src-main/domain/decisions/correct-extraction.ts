import type { Anchor } from '../evidence/anchor'
import type { Attribution, Extraction, Figure } from '../extract/types'
import type { Range } from '../text/span'
import type { CorpusRules } from './corpus-rules'
import { rawName, typeOf, type ActiveDecision, type Correction, type Speaker, type Subject } from './decision'
import { EntityDrafts, YOUR_WORD } from './entity-drafts'

/** What was decided and touches one article. */
export interface ArticleRules {
  corpus: CorpusRules
  /** Active decisions on this article alone, in the order of the log. */
  own: readonly ActiveDecision[]
  /** Where an anchor stands in this article's text now; null when it does not any more. */
  place(anchor: Anchor): Range | null
}

/**
 * What analysis found, as the analyst corrected it. Nothing that was passed in is changed; without a decision that touches the article
 * the very same extraction comes back. Decisions speak of places and of names as analysis gives them, never of each other's outcome,
 * so that any of them can be taken back at any time.
 */
export function correctExtraction(extraction: Extraction, text: string, rules: ArticleRules): Extraction {
  const { corpus, own, place } = rules
  const spoken = corpus.words.placesIn(text)
  const ruled = extraction.entities.some(({ type, name }) => corpus.ruleOf(rawName(type, name)))
  if (own.length === 0 && spoken.length === 0 && !ruled) return extraction

  const drafts = new EntityDrafts(extraction.entities)
  const claims = { attributions: [...extraction.attributions], figures: [...extraction.figures] }
  addWords(drafts, spoken)
  for (const { content } of own) applyOwn(content, { drafts, claims, text, place })
  applyCorpus(drafts, corpus)
  return { ...extraction, figures: claims.figures, ...drafts.finish(claims.attributions) }
}

interface Work {
  drafts: EntityDrafts
  claims: { attributions: Attribution[]; figures: Figure[] }
  text: string
  place: ArticleRules['place']
}

function applyOwn(content: Correction, work: Work): void {
  const { drafts, claims, text, place } = work
  switch (content.kind) {
    case 'reject':
    case 'retype':
    case 'split':
      applyToSubject(content, content.subject, work)
      return
    case 'add': {
      const range = place(content.at)
      if (!range) return
      drafts.take(range)
      drafts.put({ ...range, text: text.slice(range.start, range.end) }, 'name', content.type, content.name)
      return
    }
    case 'speaker':
      changeQuote(work, content.at, (quote) => ({ ...quote, source: sourceOf(content.speaker, drafts), ...YOUR_WORD }))
      return
    case 'reject-quote':
      changeQuote(work, content.at, () => null)
      return
    case 'reject-figure': {
      const range = place(content.at)
      if (range)
        claims.figures = claims.figures.filter((figure) => figure.end <= range.start || figure.start >= range.end)
      return
    }
    // The text itself was read so; nothing is left to correct.
    case 'encoding':
      return
    default:
      throw new RangeError(`said of all articles only: ${content.kind}`)
  }
}

type SubjectCorrection = Extract<Correction, { kind: 'reject' | 'retype' | 'split' }>

function applyToSubject(content: SubjectCorrection, subject: Subject, { drafts, place }: Work): void {
  if ('names' in subject) {
    for (const entity of drafts.named(subject.names)) {
      if (content.kind === 'reject') drafts.remove(entity)
      else {
        entity.type = content.type
        if (content.kind === 'split') drafts.rename(entity, content.name)
        entity.mentions = entity.mentions.map((mention) => ({ ...mention, ...YOUR_WORD }))
      }
    }
    return
  }
  const range = place(subject.at)
  if (!range) return
  for (const { entity, mention } of drafts.take(range)) {
    if (content.kind === 'reject') continue
    const name = content.kind === 'split' ? content.name : mention.form === 'name' ? mention.text : entity.name
    const { start, end, text } = mention
    drafts.put({ start, end, text }, mention.form, content.type, name)
  }
}

function changeQuote({ claims, place }: Work, at: Anchor, change: (quote: Attribution) => Attribution | null): void {
  const range = place(at)
  if (!range) return
  claims.attributions = claims.attributions.flatMap((quote) => {
    const here = quote.content.some(({ start, end }) => start < range.end && end > range.start)
    const changed = here ? change(quote) : quote
    return changed ? [changed] : []
  })
}

function sourceOf(speaker: Speaker | null, drafts: EntityDrafts): Attribution['source'] {
  if (!speaker) return { entityId: null, text: null, start: null, end: null }
  if (speaker.raw === null) return { entityId: null, text: speaker.name, start: null, end: null }
  const [known] = drafts.named([speaker.raw])
  const entityId = known?.id ?? drafts.idOf(typeOf(speaker.raw), speaker.name)
  return { entityId, text: speaker.name, start: null, end: null }
}

/** Marks the words wherever no name is claimed yet. */
function addWords(drafts: EntityDrafts, places: ReturnType<CorpusRules['words']['placesIn']>): void {
  const taken = drafts.entities.flatMap(({ mentions }) => mentions)
  for (const { range, rule } of places) {
    if (taken.some(({ start, end }) => start < range.end && end > range.start)) continue
    drafts.put({ ...range, text: rule.words }, 'name', rule.type, rule.name)
  }
}

function applyCorpus(drafts: EntityDrafts, corpus: CorpusRules): void {
  const groups = new Map<string, (typeof drafts.entities)[number]>()
  for (const entity of [...drafts.entities]) {
    const raw = rawName(entity.type, entity.name)
    const rule = corpus.ruleOf(raw)
    if (!rule) continue
    if (rule.hidden) {
      drafts.remove(entity)
      continue
    }
    if (rule.type) entity.type = rule.type
    if (rule.name !== null) drafts.rename(entity, rule.name)
    const group = corpus.groupOf(raw)
    const first = groups.get(group)
    if (first) drafts.join(entity, first)
    else groups.set(group, entity)
  }
  // A name that became what another already was is that other one.
  for (const entity of [...groups.values()]) {
    const twin = drafts.entities.find(
      (other) => other !== entity && rawName(other.type, other.name) === rawName(entity.type, entity.name),
    )
    if (twin) drafts.join(entity, twin)
  }
}

import { articleOf, placeOf, typeOf, type ActiveDecision } from '../../domain/decisions/decision'
import type { CorrectedSpan, LearningArticle } from '../../domain/extract/names/learn-names'
import type { Entity, EntityType } from '../../domain/extract/types'
import { fold } from '../../domain/text/normalise'
import type { IndexReader } from '../../sql/handle'
import { articleText } from '../../sql/index/article'
import { articlesNaming, rowsOfNames } from '../../sql/index/corpus-entity'
import { analysedArticles } from '../../sql/index/extraction'
import { storedExtraction } from '../analysis/stored-extraction'
import { correctionsOf, placeIn } from '../decisions/corrections'
import { articlesWithWords } from '../decisions/replay-decisions'

/** Newest articles that one correction on all articles is taught by. */
const MOST_OF_ONE = 20
const MOST = 300
/** Articles in which nothing was corrected, so that what is right stays so. */
const MOST_KEPT = 60

const TAGS: Record<EntityType, NonNullable<CorrectedSpan['type']>> = {
  person: 'PER',
  organization: 'ORG',
  place: 'LOC',
  group: 'NORP',
  event: 'MISC',
  work: 'MISC',
  other: 'MISC',
}

/** Whether a correction says something about what is a name and of which kind; merging and renaming do not. */
export const teaches = ({ content: { kind } }: ActiveDecision): boolean =>
  kind === 'reject' || kind === 'retype' || kind === 'split' || kind === 'add' || kind === 'add-everywhere'

/** What the corrections that hold teach, by article, and some articles that nothing was corrected in. */
export function lessons(index: IndexReader): LearningArticle[] {
  const taught = new Map<string, CorrectedSpan[]>()
  for (const decision of correctionsOf(index).active.filter(teaches))
    for (const hash of articlesOf(index, decision)) {
      if (!taught.has(hash) && taught.size >= MOST) continue
      taught.set(hash, [...(taught.get(hash) ?? []), ...spansOf(index, hash, decision)])
    }
  const kept = analysedArticles(index)
    .filter((hash) => !taught.has(hash))
    .slice(0, MOST_KEPT)
  return [...taught, ...kept.map((hash) => [hash, []] as const)].flatMap(([hash, corrected]) => {
    const text = articleText(index, hash)
    return text === null ? [] : [{ text, corrected }]
  })
}

function articlesOf(index: IndexReader, { content }: ActiveDecision): string[] {
  const about = articleOf(content)
  if (about) return [about.articleId]
  if (content.kind === 'add-everywhere') return articlesWithWords(index, content.words).slice(0, MOST_OF_ONE)
  if (!('subject' in content) || !('names' in content.subject)) return []
  const type = 'type' in content ? content.type : null
  // Once it was learned, analysis itself gives the names their new kind.
  const names = content.subject.names.flatMap((raw) =>
    type === null ? [raw] : [raw, `${type}:${raw.slice(typeOf(raw).length + 1)}`],
  )
  return articlesNaming(index, rowsOfNames(index, names))
    .slice(0, MOST_OF_ONE)
    .map(({ hash }) => hash)
}

function spansOf(index: IndexReader, hash: string, { content }: ActiveDecision): CorrectedSpan[] {
  const text = articleText(index, hash) ?? ''
  const anchor = placeOf(content)
  const type = 'type' in content ? TAGS[content.type] : null
  if (anchor) {
    const range = placeIn(anchor, text, hash)
    return range ? [{ ...range, type }] : []
  }
  const keys = new Set(keysOf(content))
  const called = ({ name, aliases }: Entity) => [name, ...aliases].some((one) => keys.has(fold(one)))
  const entities = storedExtraction(index, hash, text)?.entities ?? []
  const shown = entities
    .filter((entity) => called(entity) && 'type' in content && entity.type === content.type)
    .flatMap(({ mentions }) => mentions)
    .filter(({ form }) => form === 'name')
    .map(({ start, end }) => ({ start, end, type }))
  return content.kind === 'reject' ? rejected(text, keys) : shown
}

function keysOf(content: ActiveDecision['content']): string[] {
  if (content.kind === 'add-everywhere') return [fold(content.name)]
  if (!('subject' in content) || !('names' in content.subject)) return []
  return content.subject.names.map((raw) => raw.slice(typeOf(raw).length + 1))
}

/** Where rejected names stand, capitalised as names are: analysis may not find them any more. */
function rejected(text: string, keys: ReadonlySet<string>): CorrectedSpan[] {
  const folded = fold(text)
  // Folding may change lengths; then places cannot be told by it.
  if (folded.length !== text.length) return []
  return [...keys].flatMap((key) => {
    const spans: CorrectedSpan[] = []
    for (let start = folded.indexOf(key); key !== '' && start >= 0; start = folded.indexOf(key, start + key.length))
      if (/^\p{Lu}/u.test(text.slice(start))) spans.push({ start, end: start + key.length, type: null })
    return spans
  })
}

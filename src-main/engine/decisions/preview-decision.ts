import type { Preview } from '../../contract/decisions'
import { corpusRules } from '../../domain/decisions/corpus-rules'
import { decisionConflicts } from '../../domain/decisions/decision-conflicts'
import {
  activeDecisions,
  articleOf,
  placeOf,
  rawName,
  type Correction,
  type Decision,
  type DecisionContent,
  type RawName,
} from '../../domain/decisions/decision'
import { describeDecision } from '../../domain/decisions/describe-decision'
import { wordPlaces } from '../../domain/decisions/word-places'
import type { IndexReader } from '../../sql/handle'
import { articleFacts, articleText } from '../../sql/index/article'
import { articlesNaming, rowsOfNames } from '../../sql/index/corpus-entity'
import { analysedExtraction } from '../analysis/stored-extraction'
import { corrected } from './corrections'
import { articlesListed, articlesWithWords } from './replay-decisions'

const MOST_ROWS = 200

/** What a decision would change: how many mentions in which articles, and what it overrules. Nothing is written. */
export function previewDecision(index: IndexReader, log: readonly Decision[], content: DecisionContent): Preview {
  const next: Decision = { id: 'preview', sequence: log.length + 1, madeAt: '', content }
  const conflicts = decisionConflicts(activeDecisions([...log, next])).filter(({ later }) => later === next.id)
  const about = correctionOf(log, content)
  const touched = about ? touchedBy(index, about) : []
  const shown = touched.slice(0, MOST_ROWS)
  const facts = new Map(
    articleFacts(
      index,
      shown.map(({ hash }) => hash),
    ).map((one) => [one.id, one]),
  )
  return {
    description:
      content.kind === 'revert' && about ? `Taken back: ${describeDecision(about)}` : describeDecision(content),
    mentions: touched.reduce((sum, { mentions }) => sum + mentions, 0),
    articles: touched.length,
    rows: shown.flatMap(({ hash, mentions }) => {
      const one = facts.get(hash)
      return one ? [{ articleId: hash, title: one.title ?? one.lead, date: one.date, mentions }] : []
    }),
    conflicts: conflicts.map(({ message }) => message),
  }
}

/** Taking back changes what the decision changed; taking back a taking back changes it again. */
function correctionOf(log: readonly Decision[], content: DecisionContent): Correction | null {
  let at = content
  for (let steps = 0; at.kind === 'revert' && steps <= log.length; steps++) {
    const { decision } = at
    const found = log.find(({ id }) => id === decision)
    if (!found) return null
    at = found.content
  }
  return at.kind === 'revert' ? null : at
}

interface Touched {
  hash: string
  mentions: number
}

function touchedBy(index: IndexReader, content: Correction): Touched[] {
  const about = articleOf(content)
  if (about) {
    const one = placeOf(content) !== null || !('subject' in content) || !('names' in content.subject)
    const names = 'subject' in content && 'names' in content.subject ? content.subject.names : []
    return [{ hash: about.articleId, mentions: one ? 1 : mentionsIn(index, about.articleId, names) }]
  }
  if (content.kind === 'add-everywhere')
    return articlesWithWords(index, content.words).map((hash) => ({
      hash,
      mentions: wordPlaces(articleText(index, hash) ?? '', content.words).length,
    }))
  if (content.kind === 'gazetteer') {
    const rules = corpusRules([{ id: '', sequence: 1, madeAt: '', content }]).words
    return articlesListed(index, content.entries)
      .map((hash) => ({ hash, mentions: rules.placesIn(articleText(index, hash) ?? '').length }))
      .filter(({ mentions }) => mentions > 0)
  }
  return articlesNaming(index, rowsOfNames(index, namesOfCorrection(content)))
}

function namesOfCorrection(content: Correction): readonly RawName[] {
  if ('names' in content) return content.names
  return 'subject' in content && 'names' in content.subject ? content.subject.names : []
}

function mentionsIn(index: IndexReader, hash: string, names: readonly RawName[]): number {
  const text = articleText(index, hash)
  const extraction = text === null ? null : analysedExtraction(index, hash, text)
  if (text === null || !extraction) return 0
  return corrected(index, { hash, text, extraction }, 'as analysed')
    .entities.filter(({ type, name }) => names.includes(rawName(type, name)))
    .reduce((sum, { mentions }) => sum + mentions.length, 0)
}

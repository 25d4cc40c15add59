import { activeDecisions, articleOf, type ActiveDecision, type Decision } from '../../domain/decisions/decision'
import type { GazetteerEntry } from '../../domain/decisions/gazetteer'
import { wordPlaces } from '../../domain/decisions/word-places'
import { searchWords } from '../../domain/search/words'
import type { IndexReader, IndexWriter } from '../../sql/handle'
import { articleAtPath, articleText } from '../../sql/index/article'
import { replaceDecisions } from '../../sql/index/decision-copy'
import { recountEntities } from '../../sql/index/extraction'
import { readMeta, writeMeta } from '../../sql/index/meta'
import { articlesWithPhrase } from '../../sql/index/phrase'
import { entityCounts } from '../analysis/entity-counts'
import { analysedExtraction } from '../analysis/stored-extraction'
import { corrected, correctionsOf, DECISIONS_META, ownDecisions } from './corrections'
import { groupFolder } from './group-folder'

/** The log only grows, so its length and its last entry tell it from every other state of it. */
const versionOf = (log: readonly Decision[]) => `${log.length} ${log.at(-1)?.id ?? ''}`

/**
 * Makes the index show what the log of decisions says now: copies the decisions that hold, counts the articles anew that those touch
 * which came or went, and groups the folder's names. Does nothing when the index has this very log. Returns whether anything changed.
 */
export function replayDecisions(index: IndexWriter, log: readonly Decision[]): boolean {
  if ((readMeta(index, DECISIONS_META) ?? versionOf([])) === versionOf(log)) return false
  const before = correctionsOf(index).active
  const active = activeDecisions(log)
  replaceDecisions(
    index,
    active.map(({ content, ...rest }) => ({ ...rest, content: JSON.stringify(content) })),
  )
  writeMeta(index, DECISIONS_META, versionOf(log))
  const ids = (list: readonly ActiveDecision[]) => new Set(list.map(({ id }) => id))
  const [was, is] = [ids(before), ids(active)]
  const turned = [...before.filter(({ id }) => !is.has(id)), ...active.filter(({ id }) => !was.has(id))]
  for (const hash of new Set(turned.flatMap((decision) => touchedArticles(index, decision)))) recount(index, hash)
  // What was said of one place moves no other name.
  if (turned.some(({ content }) => articleOf(content) === null)) groupFolder(index)
  return true
}

/** Articles whose entities an analysis has just stored: those with decisions of their own are counted as corrected. */
export function recountAnalysed(index: IndexWriter, hashes: readonly string[]): void {
  const corrections = correctionsOf(index)
  if (corrections.active.length === 0) return
  for (const hash of hashes) {
    const spoken = corrections.corpus.words.all.length > 0 && hasWords(index, hash)
    if (spoken || ownDecisions(index, corrections, hash).length > 0) recount(index, hash)
  }
}

function hasWords(index: IndexReader, hash: string): boolean {
  const text = articleText(index, hash) ?? ''
  return correctionsOf(index).corpus.words.placesIn(text).length > 0
}

/** The articles of which a decision changes what is counted, before names are grouped. */
function touchedArticles(index: IndexReader, { content }: ActiveDecision): string[] {
  if (content.kind === 'add-everywhere') return articlesWithWords(index, content.words)
  if (content.kind === 'gazetteer') return articlesListed(index, content.entries)
  const about = articleOf(content)
  if (!about) return []
  const now = articleAtPath(index, about.path)
  return now === null ? [about.articleId] : [about.articleId, now]
}

/** Hashes of the articles in which a name of a list may stand. */
export function articlesListed(index: IndexReader, entries: readonly GazetteerEntry[]): string[] {
  const names = entries.flatMap(({ name, aliases }) => [name, ...aliases])
  return [...new Set(names.flatMap((name) => articlesWithPhrase(index, termsOf(name))))]
}

const termsOf = (words: string): string[] => searchWords(words).map(({ term }) => term)

/** Hashes of the articles in which these very words stand, newest first. */
export function articlesWithWords(index: IndexReader, words: string): string[] {
  return articlesWithPhrase(index, termsOf(words)).filter(
    (hash) => wordPlaces(articleText(index, hash) ?? '', words).length > 0,
  )
}

function recount(index: IndexWriter, hash: string): void {
  const text = articleText(index, hash)
  const extraction = text === null ? null : analysedExtraction(index, hash, text)
  if (text === null || !extraction) return
  recountEntities(index, hash, entityCounts(corrected(index, { hash, text, extraction }, 'as analysed')))
}

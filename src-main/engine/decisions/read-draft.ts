import type { Parsed } from '../../contract/channels'
import type { Target } from '../../contract/decisions'
import { DatelineError } from '../../contract/errors'
import {
  rawName,
  type DecisionContent,
  type RawName,
  type Speaker,
  type Subject,
} from '../../domain/decisions/decision'
import { makeAnchor, type Anchor } from '../../domain/evidence/anchor'
import type { EntityType } from '../../domain/extract/types'
import type { Range } from '../../domain/text/span'
import type { IndexReader } from '../../sql/handle'
import { articleText, pathsOf } from '../../sql/index/article'
import { corpusEntity, corpusIdOf, namesOf } from '../../sql/index/corpus-entity'
import { analysedExtraction } from '../analysis/stored-extraction'
import { corrected } from './corrections'

type Draft = Parsed<'decision.preview'>
type Place = Range & { articleId: string }

/** What a correction points at, in the terms decisions are kept in. */
interface Pointed {
  /** All names of the entity in the whole folder, the most used first. */
  names: RawName[]
  name: string
  type: EntityType
  /** Set when a place in an article was pointed at. */
  place: { anchor: Anchor; own: RawName } | null
}

/** The decision that a page's or command's draft means. Throws `not_found` when what it points at is not there (any more). */
export function readDraft(index: IndexReader, draft: Draft): DecisionContent {
  switch (draft.kind) {
    case 'reject':
      return { kind: 'reject', subject: subjectOf(point(index, draft.target), draft.scope) }
    case 'retype':
      return { kind: 'retype', subject: subjectOf(point(index, draft.target), draft.scope), type: draft.type }
    case 'rename':
      return { kind: 'rename', names: point(index, draft.target).names, name: draft.name }
    case 'merge': {
      const [one, other] = [point(index, draft.target), point(index, draft.with)]
      const [from, into] = [one.names[0], other.names[0]]
      if (from === undefined || into === undefined || from === into)
        throw new DatelineError('bad_request', 'These are one already.')
      return { kind: 'merge', names: [into, from], name: other.name, type: other.type }
    }
    case 'split':
      return split(point(index, draft.target), draft)
    case 'add': {
      const at = anchorAt(index, draft.place)
      const { name, type } = draft
      return draft.everywhere
        ? { kind: 'add-everywhere', words: at.exact, name, type }
        : { kind: 'add', at, name, type }
    }
    case 'speaker':
      return { kind: 'speaker', at: anchorAt(index, draft.place), speaker: speakerOf(index, draft.speaker) }
    case 'reject-quote':
    case 'reject-figure':
      return { kind: draft.kind, at: anchorAt(index, draft.place) }
    case 'encoding': {
      const { articleId, encoding } = draft
      const [path] = pathsOf(index, articleId)
      if (path === undefined) throw new DatelineError('not_found', 'This article is not in the folder any more.')
      return { kind: 'encoding', article: { articleId, path }, encoding }
    }
    case 'revert':
      return draft
  }
}

function subjectOf({ names, place }: Pointed, scope: 'mention' | 'article' | 'corpus'): Subject {
  if (scope === 'corpus' || !place) return { names, article: null }
  if (scope === 'mention') return { at: place.anchor }
  return { names: [place.own], article: { articleId: place.anchor.articleId, path: place.anchor.path } }
}

function split(pointed: Pointed, draft: Extract<Draft, { kind: 'split' }>): DecisionContent {
  const { name, type } = draft
  if (pointed.place && draft.scope !== 'corpus')
    return { kind: 'split', subject: subjectOf(pointed, draft.scope), from: null, name, type }
  const wanted = draft.names.length > 0 ? draft.names : pointed.place ? [pointed.place.own] : []
  const names = wanted.filter((one) => pointed.names.includes(one))
  const from = pointed.names.find((one) => !names.includes(one))
  if (names.length === 0 || from === undefined)
    throw new DatelineError('bad_request', 'Choose some of its names, and leave at least one.')
  return { kind: 'split', subject: { names, article: null }, from, name, type }
}

function speakerOf(index: IndexReader, speaker: Target | { words: string } | null): Speaker | null {
  if (!speaker) return null
  if ('words' in speaker) return { name: speaker.words, raw: null }
  const { name, names, place } = point(index, speaker)
  return { name, raw: place?.own ?? names[0] ?? null }
}

function point(index: IndexReader, target: Target): Pointed {
  if ('corpusId' in target) {
    const id = Number(target.corpusId.slice('entity-'.length))
    const entity = corpusEntity(index, id)
    if (!entity) throw new DatelineError('not_found', 'This entity is not in the folder any more.')
    return { ...entity, names: namesOf(index, id).map(({ type, key }) => `${type}:${key}`), place: null }
  }
  const anchor = anchorAt(index, target)
  const text = articleText(index, target.articleId) ?? ''
  const extraction = analysedExtraction(index, target.articleId, text)
  const found = extraction && corrected(index, { hash: target.articleId, text, extraction }, 'as analysed').entities
  const here = ({ start, end }: Range) => start === target.start && end === target.end
  const own = found?.find(({ mentions }) => mentions.some(here))
  if (!own) throw new DatelineError('not_found', 'No name is marked at this place (any more).')
  const raw = rawName(own.type, own.name)
  const corpusId = corpusIdOf(index, own.type, raw.slice(own.type.length + 1))
  const group = corpusId === null ? null : corpusEntity(index, corpusId)
  const names = corpusId === null ? [raw] : namesOf(index, corpusId).map(({ type, key }) => `${type}:${key}`)
  return { names, name: group?.name ?? own.name, type: group?.type ?? own.type, place: { anchor, own: raw } }
}

function anchorAt(index: IndexReader, { articleId, start, end }: Place): Anchor {
  const text = articleText(index, articleId)
  if (text === null) throw new DatelineError('not_found', 'This article is not in the folder any more.')
  if (start >= end || end > text.length)
    throw new DatelineError('bad_request', 'There is no such passage in the article.')
  return makeAnchor(text, start, end, { articleId, path: pathsOf(index, articleId)[0] ?? '' })
}

import type { Draft } from '@contract/decisions'
import type { EntityType } from '@domain/extract/types'
import type { Range } from '@domain/text/span'

/** What the analyst pointed at. */
export interface Pointed extends Range {
  kind: 'name' | 'passage' | 'quote' | 'figure'
  articleId: string
  /** The words that stand there. */
  words: string
  /** What a name is taken for; null for everything else. */
  entity: { type: EntityType; name: string } | null
}

export type Action = 'reject' | 'retype' | 'rename' | 'merge' | 'split' | 'add' | 'speaker' | 'drop'
export type Scope = 'mention' | 'article' | 'corpus'

/** Another entity chosen from the folder's list. */
export interface Chosen {
  corpusId: string
  name: string
}

/** Everything that can be set in the dialog. */
export interface Choice {
  action: Action
  scope: Scope
  type: EntityType
  name: string
  other: Chosen | null
}

export const ACTION_NAME: Record<Action, string> = {
  reject: 'Is no name',
  retype: 'Is another kind',
  rename: 'Has another name',
  merge: 'Is the same as…',
  split: 'Is somebody or something else',
  add: 'Is a name',
  speaker: 'Is said by somebody else',
  drop: 'Is wrongly found',
}

/** What can be done with each kind of thing, the most wanted first. */
export const ACTIONS: Record<Pointed['kind'], readonly Action[]> = {
  name: ['retype', 'merge', 'split', 'rename', 'reject'],
  passage: ['add'],
  quote: ['speaker', 'drop'],
  figure: ['drop'],
}

export const SCOPE_NAME: Record<Scope, string> = {
  mention: 'This mention',
  article: 'This article',
  corpus: 'All articles',
}

/** How far each action can reach; one that is about an entity as a whole always holds everywhere. */
export function scopesOf(action: Action): readonly Scope[] {
  if (action === 'reject' || action === 'retype') return ['mention', 'article', 'corpus']
  if (action === 'split') return ['mention', 'article']
  return action === 'add' ? ['mention', 'corpus'] : []
}

/** The correction to ask the engine for; null while something is missing. */
export function draftOf(pointed: Pointed, { action, scope, type, name, other }: Choice): Draft | null {
  const { articleId, start, end } = pointed
  const place = { articleId, start, end }
  const called = name.trim()
  switch (action) {
    case 'reject':
      return { kind: 'reject', target: place, scope }
    case 'retype':
      return pointed.entity?.type === type ? null : { kind: 'retype', target: place, scope, type }
    case 'rename':
      return called === '' || called === pointed.entity?.name ? null : { kind: 'rename', target: place, name: called }
    case 'merge':
      return other ? { kind: 'merge', target: place, with: { corpusId: other.corpusId } } : null
    case 'split':
      return called === '' || called === pointed.entity?.name
        ? null
        : { kind: 'split', target: place, scope, name: called, type }
    case 'add':
      return called === '' ? null : { kind: 'add', place, name: called, type, everywhere: scope === 'corpus' }
    case 'speaker': {
      if (other) return { kind: 'speaker', place, speaker: { corpusId: other.corpusId } }
      return { kind: 'speaker', place, speaker: called === '' ? null : { words: called } }
    }
    case 'drop':
      return { kind: pointed.kind === 'quote' ? 'reject-quote' : 'reject-figure', place }
  }
}

/** An action on a thing as a menu names it. */
export const menuLabel = ({ kind, words }: Pointed, action: Action): string =>
  kind === 'name' || kind === 'passage'
    ? `“${words.slice(0, 30)}” ${ACTION_NAME[action].toLowerCase()}`
    : `This ${kind} ${ACTION_NAME[action].toLowerCase()}`

import type { Highlight } from '../../contract/casebook'
import type { Output, Parsed } from '../../contract/channels'
import { DatelineError } from '../../contract/errors'
import type { EventPayload } from '../../contract/events'
import type { EngineChannel } from '../../contract/names'
import {
  highlightsOf,
  removeHighlight,
  restoreHighlight,
  writeHighlight,
  type StoredHighlight,
} from '../../sql/casebook/highlights'
import { noteHead } from '../../sql/casebook/notes'
import { readState, writeState } from '../../sql/casebook/state'
import { datelineError } from '../dateline-error'
import type { ArticleSource } from './article-source'
import type { AnchorStates } from './anchor-states'
import { fileFault } from './durable-file'
import { createCodeHandlers } from './code-handlers'
import { createGradeHandlers } from './grade-handlers'
import { createNoteHandlers } from './note-handlers'
import { keepCitedTexts, keptText } from './kept-texts'
import type { CasebookStore } from './open-casebook-store'
import { cleanCitation } from './save-note'

export interface CasebookDependencies {
  /** Throws `no_workspace` when none is open. */
  store: () => CasebookStore
  articles: () => ArticleSource
  states: AnchorStates
  /** View state when no folder is open; null when one is. */
  programState: () => { get(key: string): string | null; set(key: string, value: string): void } | null
  emit: (event: 'notes.changed', payload: EventPayload<'notes.changed'>) => void
}

type CasebookChannel = Extract<
  EngineChannel,
  | `note.${string}`
  | `highlight.${string}`
  | `anchor.${string}`
  | `source.${string}`
  | `code.${string}`
  | `grade.${string}`
  | `state.${string}`
>
export type CasebookHandlers = { [N in CasebookChannel]: (input: Parsed<N>) => Output<N> }

/** Answers for notes, highlights, anchors and view state. Nothing authored is acknowledged before it is on the disk twice. */
export function createCasebookHandlers(dependencies: CasebookDependencies): CasebookHandlers {
  const { store, articles, states, programState, emit } = dependencies
  const changed = (noteId: string | null): void => {
    emit('notes.changed', { noteId })
    // What was authored is on the disk already: a text that cannot be kept now is tried again with the next change.
    store().attempt(() => keepCitedTexts(store(), articles()))
  }
  const view = ({ madeAt, ...highlight }: StoredHighlight): Highlight => {
    const placed = states.place(highlight.anchor)
    return { ...highlight, state: placed.state, createdAt: madeAt }
  }

  return guarded({
    ...createCodeHandlers({ store, articles, states, changed }),
    ...createGradeHandlers({ store, articles, changed }),
    ...createNoteHandlers({ store, articles, states, changed }),
    'highlight.list': ({ id }) => {
      const path = articles().get(id)?.path
      return highlightsOf(store().casebook, id, path === undefined ? [] : [path]).map(view)
    },
    'highlight.create': ({ anchor, noteId }) => {
      const { casebook, journal, newId, now } = store()
      if (noteId !== null && !noteHead(casebook, noteId))
        throw new DatelineError('not_found', 'This note does not exist (any more).')
      const highlight = { ...cleanCitation({ id: newId(), anchor }), noteId, madeAt: now() }
      writeHighlight(casebook, highlight, () => journal.append({ kind: 'highlight', highlight }))
      changed(noteId)
      return view(highlight)
    },
    'highlight.remove': ({ id }) => {
      const { casebook, journal, now } = store()
      const removedAt = now()
      const removed = removeHighlight(casebook, id, removedAt, () =>
        journal.append({ kind: 'highlight-removed', id, removedAt }),
      )
      if (removed) changed(null)
      return null
    },
    'highlight.restore': ({ id }) => {
      const { casebook, journal } = store()
      if (restoreHighlight(casebook, id, () => journal.append({ kind: 'highlight-restored', id }))) changed(null)
      return null
    },
    'anchor.resolve': ({ anchor }) => {
      const { state, articleId, start, end } = states.place(cleanCitation({ id: '', anchor }).anchor)
      return { state, articleId, start, end }
    },
    'source.kept': ({ id }) => keptText(store().casebook, id),
    'state.get': ({ key }) => {
      const program = programState()
      return program ? program.get(key) : readState(store().casebook, key)
    },
    'state.set': ({ key, value }) => {
      const program = programState()
      if (program) program.set(key, value)
      else writeState(store().casebook, key, value)
      return null
    },
  })
}

/** The same handlers with errors of SQLite and of the disk as ones a person can act on. */
function guarded(handlers: CasebookHandlers): CasebookHandlers {
  const guard =
    <I, O>(handler: (input: I) => O) =>
    (input: I): O => {
      try {
        return handler(input)
      } catch (error) {
        throw datelineError(fileFault(error))
      }
    }
  const entries = Object.entries(handlers).map(([name, handler]) => [
    name,
    guard(handler as (input: unknown) => unknown),
  ])
  return Object.fromEntries(entries) as CasebookHandlers
}

import type { Note, NoteRow } from '../../contract/casebook'
import type { Output, Parsed } from '../../contract/channels'
import { DatelineError } from '../../contract/errors'
import { noteLinks, type LinkKind, type NoteLink } from '../../domain/evidence/note-links'
import { anchorById } from '../../sql/casebook/anchors'
import {
  citedPlaces,
  noteHead,
  noteHeads,
  noteRevision,
  revisionsOf,
  setRemoved,
  type CitedPlace,
  type NoteHead,
} from '../../sql/casebook/notes'
import { notesLinkingTo } from '../../sql/casebook/note-words'
import { gradeLabel } from '../../domain/casebook/grading'
import type { Anchor } from '../../domain/evidence/anchor'
import { articleGrade } from './grade-handlers'
import type { AnchorStates } from './anchor-states'
import type { ArticleSource } from './article-source'
import type { CasebookStore } from './open-casebook-store'
import { restoreNote, saveNote } from './save-note'
import { readNoteWords, searchNotes } from './search-notes'

export interface NoteDependencies {
  store: () => CasebookStore
  articles: () => ArticleSource
  states: AnchorStates
  changed: (noteId: string) => void
}

type NoteChannel =
  | 'note.list'
  | 'note.get'
  | 'note.save'
  | 'note.remove'
  | 'note.restore'
  | 'note.bin'
  | 'note.revisions'
  | 'note.revision'
  | 'note.search'
  | 'note.links'
  | 'note.linking'
type NoteHandlers = { [N in NoteChannel]: (input: Parsed<N>) => Output<N> }

export function createNoteHandlers({ store, articles, states, changed }: NoteDependencies): NoteHandlers {
  const rows = (heads: NoteHead[], places: CitedPlace[]): NoteRow[] => {
    const cited = new Map<string, CitedPlace[]>()
    for (const place of places) cited.set(place.noteId, [...(cited.get(place.noteId) ?? []), place])
    return heads.map((head) => rowOf(head, (cited.get(head.id) ?? []).map(isSettled)))
  }
  const isSettled = ({ anchorId, articleId }: CitedPlace): boolean =>
    states.isSettled(() => {
      const anchor = anchorById(store().casebook, anchorId)
      if (!anchor) throw new DatelineError('damaged', 'A citation lost its passage.', String(anchorId))
      return anchor
    }, articleId)

  const all = (): NoteRow[] => rows(noteHeads(store().casebook, 'kept'), citedPlaces(store().casebook))
  const linking = (kind: LinkKind, target: string): NoteRow[] => {
    readNoteWords(store().casebook)
    const ids = new Set(notesLinkingTo(store().casebook, kind, target))
    return ids.size === 0 ? [] : all().filter(({ id }) => ids.has(id))
  }
  const gradeOf = (anchor: Anchor): string | null => {
    const { articleId } = states.place(anchor)
    const article = articleId === null ? null : articles().get(articleId)
    const grade = article && articleGrade(store().casebook, article)
    return grade ? gradeLabel(grade) : null
  }
  /** What a link's target is called now: entities are known by their name. */
  const nameNow = ({ kind, target, label }: NoteLink): string | null => {
    if (kind === 'entity') return label
    if (kind === 'article') return articles().get(target)?.title ?? articles().get(target)?.path ?? null
    const head = noteHead(store().casebook, target)
    return head && head.removedAt === null ? head.title : null
  }

  return {
    'note.search': ({ query, limit }) => searchNotes(store().casebook, query, all(), limit),
    'note.links': ({ id }) => {
      const head = found(noteHead(store().casebook, id))
      const { body } = found(noteRevision(store().casebook, id, head.revision))
      const links = noteLinks(JSON.parse(body)).map((link) => ({ ...link, now: nameNow(link) }))
      return { links, back: linking('note', id) }
    },
    'note.linking': ({ kind, target }) => linking(kind, target),
    'note.list': ({ articleId }) => {
      const { casebook } = store()
      const places = citedPlaces(casebook)
      const heads = noteHeads(casebook, 'kept')
      if (articleId === null) return rows(heads, places)
      const path = articles().get(articleId)?.path
      const speaking = new Set(
        places.filter((at) => at.articleId === articleId || at.path === path).map(({ noteId }) => noteId),
      )
      return rows(
        heads.filter(({ id }) => speaking.has(id)),
        places,
      )
    },
    'note.get': ({ id }): Note => {
      const head = found(noteHead(store().casebook, id))
      const revision = found(noteRevision(store().casebook, id, head.revision))
      const rests = revision.citations.map((citation) => ({
        ...states.view(citation),
        grade: gradeOf(citation.anchor),
      }))
      const row = rowOf(
        head,
        rests.map(({ state }) => state === 'exact'),
      )
      return { ...row, body: bodyOf(revision.body), createdAt: head.madeAt, rests }
    },
    'note.save': (input) => {
      const saved = saveNote(store(), input)
      changed(saved.id)
      return saved
    },
    'note.remove': ({ id }) => {
      const { casebook, journal, now } = store()
      const head = found(noteHead(casebook, id))
      const revision = found(noteRevision(casebook, id, head.revision))
      const removedAt = now()
      const { pinned, madeAt, copyOf } = head
      setRemoved(casebook, id, removedAt, () => journal.writeNote({ ...revision, pinned, madeAt, copyOf, removedAt }))
      changed(id)
      return null
    },
    'note.restore': ({ id, revision }) => {
      const saved = restoreNote(store(), id, revision)
      changed(id)
      return saved
    },
    'note.bin': () => rows(noteHeads(store().casebook, 'removed'), citedPlaces(store().casebook)),
    'note.revisions': ({ id }) =>
      revisionsOf(store().casebook, id).map(({ revision, savedAt, title, preview }) => ({
        revision,
        savedAt,
        title,
        preview,
      })),
    'note.revision': ({ id, revision }) => {
      const { title, body } = found(noteRevision(store().casebook, id, revision))
      return { title, body: bodyOf(body), revision }
    },
  }
}

function rowOf(head: NoteHead, settled: boolean[]): NoteRow {
  const { id, title, preview, revision, savedAt, pinned, tags } = head
  const unsettled = settled.filter((is) => !is).length
  return { id, title, preview, citations: settled.length, unsettled, revision, updatedAt: savedAt, pinned, tags }
}

function found<T>(value: T | null): T {
  if (value === null) throw new DatelineError('not_found', 'This note does not exist (any more).')
  return value
}

const bodyOf = (json: string): Record<string, unknown> => JSON.parse(json) as Record<string, unknown>

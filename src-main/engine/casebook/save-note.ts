import type { Citation, Saved } from '../../contract/casebook'
import type { Parsed } from '../../contract/channels'
import { DatelineError } from '../../contract/errors'
import { cleanTags } from '../../domain/evidence/note-tags'
import { prosePreview, proseText } from '../../domain/evidence/prose'
import { wellFormed, wellFormedJson } from '../../domain/evidence/well-formed'
import { keepRevision, noteHead, noteRevision, writeRevision, type NoteHead } from '../../sql/casebook/notes'
import { noteHash } from './content-hash'
import type { NoteEntry } from './journal'
import type { CasebookStore } from './open-casebook-store'

type Input = Parsed<'note.save'>

/** A note of more words than this that becomes empty keeps its last full revision for good. */
const WORTH_KEEPING = 200

/**
 * Saves a note as a new revision. Returns only when it is committed with `synchronous=FULL` and its journal file is on the disk. When
 * the note has moved on since `expectedRevision`, the text is kept as a note of its own and `stale` is thrown.
 */
export function saveNote(store: CasebookStore, input: Input): Saved {
  const head = input.id === null ? null : noteHead(store.casebook, input.id)
  const content = contentOf(input, head?.tags ?? [])
  const sha256 = noteHash(content)
  if (head && isUnchanged(store, head, sha256, input.pinned)) {
    return { id: head.id, revision: head.revision, savedAt: head.savedAt }
  }
  if (head && head.revision !== input.expectedRevision) {
    const title = `${content.title || 'Untitled'} (conflict copy)`
    const copy = newNote(store, { ...content, title, pinned: false }, { copyOf: head.id })
    throw new DatelineError(
      'stale',
      'This note was changed elsewhere meanwhile. What you wrote is kept as a note of its own, a conflict copy.',
      copy.id,
    )
  }
  if (!head) return newNote(store, { ...content, pinned: input.pinned }, { id: input.id ?? store.newId() })

  const savedAt = store.now()
  const entry: NoteEntry = {
    ...content,
    id: head.id,
    revision: head.revision + 1,
    sha256,
    savedAt,
    pinned: input.pinned,
    madeAt: head.madeAt,
    copyOf: head.copyOf,
    removedAt: null,
  }
  const emptied = isEmptied(store, head, input.body)
  write(store, entry, () => {
    if (emptied) keepRevision(store.casebook, head.id, head.revision, 'emptied')
  })
  return { id: entry.id, revision: entry.revision, savedAt }
}

type Content = Pick<NoteEntry, 'title' | 'body' | 'preview' | 'citations' | 'tags'>

/** `before` are the tags a note keeps when the input says nothing of them. */
function contentOf(input: Pick<Input, 'title' | 'body' | 'citations' | 'tags'>, before: string[]): Content {
  const body = wellFormedJson(input.body)
  return {
    title: wellFormed(input.title),
    body: JSON.stringify(body),
    preview: prosePreview(body),
    citations: input.citations.map(cleanCitation),
    tags: input.tags ? cleanTags(input.tags.map(wellFormed)) : before,
  }
}

/** Broken surrogates replaced (SQLite would do it later, after hashing), and the end where the words end. */
export function cleanCitation({ id, anchor }: Citation): Citation {
  const [path, exact, prefix, suffix] = [anchor.path, anchor.exact, anchor.prefix, anchor.suffix].map(wellFormed)
  const words = { path: path ?? '', exact: exact ?? '', prefix: prefix ?? '', suffix: suffix ?? '' }
  return { id, anchor: { ...anchor, ...words, end: anchor.start + words.exact.length } }
}

function isUnchanged(store: CasebookStore, head: NoteHead, sha256: string, pinned: boolean): boolean {
  if (head.removedAt !== null || head.pinned !== pinned) return false
  return noteRevision(store.casebook, head.id, head.revision)?.sha256 === sha256
}

function isEmptied(store: CasebookStore, head: NoteHead, body: unknown): boolean {
  if (proseText(body).trim() !== '') return false
  const before = noteRevision(store.casebook, head.id, head.revision)
  return before !== null && proseText(JSON.parse(before.body)).length > WORTH_KEEPING
}

function newNote(
  store: CasebookStore,
  content: Content & { pinned: boolean },
  { id = store.newId(), copyOf = null }: { id?: string; copyOf?: string | null },
): Saved {
  const savedAt = store.now()
  const entry: NoteEntry = {
    ...content,
    id,
    revision: 1,
    sha256: noteHash(content),
    savedAt,
    madeAt: savedAt,
    copyOf,
    removedAt: null,
  }
  write(store, entry)
  store.noteMade()
  return { id, revision: 1, savedAt }
}

/** Database and journal together: nothing is committed that is not in the journal, nothing acknowledged that is not in both. */
function write(store: CasebookStore, entry: NoteEntry, alsoBefore: () => void = () => undefined): void {
  const commit = () =>
    writeRevision(store.casebook, entry, () => {
      alsoBefore()
      const stored = noteRevision(store.casebook, entry.id, entry.revision)
      if (!stored || noteHash(stored) !== entry.sha256) {
        throw new DatelineError(
          'internal',
          'The note could not be stored as it is written. Its text is still in the editor.',
        )
      }
      store.journal.writeNote(entry)
    })
  store.withRoom(commit)
}

/** Makes an earlier revision the newest again, or (null) only takes the note out of the bin. */
export function restoreNote(store: CasebookStore, id: string, revision: number | null): Saved {
  const head = noteHead(store.casebook, id)
  if (!head) throw new DatelineError('not_found', 'This note does not exist.')
  const old = noteRevision(store.casebook, id, revision ?? head.revision)
  if (!old) throw new DatelineError('not_found', 'This version of the note does not exist.')
  const { pinned, madeAt, copyOf } = head
  const savedAt = store.now()
  const entry: NoteEntry = { ...old, revision: head.revision + 1, savedAt, pinned, madeAt, copyOf, removedAt: null }
  write(store, entry, () => keepRevision(store.casebook, id, head.revision, 'replaced-by-restore'))
  return { id, revision: entry.revision, savedAt }
}

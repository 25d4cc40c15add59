import type { ImportCount } from '../../../contract/exchange'
import { copiesOf } from '../../../sql/casebook/exchange'
import { noteHead, noteRevision, revisionsOf, writeRevision } from '../../../sql/casebook/notes'
import { noteHash } from '../content-hash'
import type { NoteEntry } from '../journal'
import type { CasebookStore } from '../open-casebook-store'
import type { BundledNote, NoteVersion } from './bundle'
import { derivedId } from './derived-id'

/**
 * Takes a note in. New: with all its versions. Known: nothing when it says the same or this casebook is ahead; its next version when
 * it goes on from where this casebook stands; otherwise its newest version becomes a note of its own beside it.
 */
export function mergeNote(store: CasebookStore, note: BundledNote): keyof ImportCount | 'damaged' {
  const { casebook } = store
  const newest = note.versions.at(-1)
  if (!newest || note.versions.some((version) => noteHash(version) !== version.sha256)) return 'damaged'
  const head = noteHead(casebook, note.id)
  if (!head) {
    const copyOf = note.copyOf !== null && noteHead(casebook, note.copyOf) ? note.copyOf : null
    note.versions.forEach((version, i) => write(store, { ...entryOf(note, version), copyOf, revision: i + 1 }))
    return 'added'
  }
  const here = noteRevision(casebook, note.id, head.revision)?.sha256
  const history = new Set(
    revisionsOf(casebook, note.id).map(({ revision }) => noteRevision(casebook, note.id, revision)?.sha256),
  )
  if (history.has(newest.sha256)) return 'unchanged'
  if (note.versions.some(({ sha256 }) => sha256 === here) && head.removedAt === null) {
    const { pinned, madeAt, copyOf } = head
    write(store, { ...entryOf(note, newest), pinned, madeAt, copyOf, removedAt: null, revision: head.revision + 1 })
    return 'updated'
  }
  return keepBeside(store, note, newest)
}

function keepBeside(store: CasebookStore, note: BundledNote, newest: NoteVersion): keyof ImportCount {
  const title = `${newest.title || 'Untitled'} (imported copy)`
  const sha256 = noteHash({ ...newest, title })
  const id = derivedId('note', note.id, newest.sha256)
  if (copiesOf(store.casebook, note.id).some((copy) => copy.id === id)) return 'unchanged'
  write(store, {
    ...entryOf(note, newest),
    id,
    title,
    sha256,
    revision: 1,
    copyOf: note.id,
    pinned: false,
    removedAt: null,
  })
  return 'conflicts'
}

const entryOf = ({ id, pinned, madeAt, copyOf, removedAt }: BundledNote, version: NoteVersion): NoteEntry => ({
  ...version,
  id,
  pinned,
  madeAt,
  copyOf,
  removedAt,
})

function write(store: CasebookStore, entry: NoteEntry): void {
  writeRevision(store.casebook, entry, () => store.journal.writeNote(entry))
}

import { BriefingSectionSchema } from '../../contract/briefing'
import type { Saved } from '../../contract/casebook'
import type { Parsed } from '../../contract/channels'
import { DatelineError } from '../../contract/errors'
import { wellFormed } from '../../domain/evidence/well-formed'
import { briefingHead, removeBriefing, writeBriefing, type BriefingRevision } from '../../sql/casebook/briefings'
import { briefingHash } from '../casebook/content-hash'
import type { CasebookStore } from '../casebook/open-casebook-store'
import { cleanCitation } from '../casebook/save-note'

type Input = Parsed<'briefing.save'>
type Section = Input['sections'][number]

/** A briefing as the casebook keeps it, its sections read. */
export interface StoredBriefing extends Omit<BriefingRevision, 'sections'> {
  sections: Section[]
}

/**
 * Saves a briefing as a new revision. Returns only when it is committed with `synchronous=FULL` and its journal file is on the disk.
 * When it has moved on since `expectedRevision`, what was written is kept as a briefing of its own and `stale` is thrown.
 */
export function saveBriefing(store: CasebookStore, input: Input): Saved {
  const head = input.id === null ? null : briefingHead(store.casebook, input.id)
  const content = contentOf(input)
  if (head && !head.removed && head.sha256 === content.sha256) {
    return { id: head.id, revision: head.revision, savedAt: head.savedAt }
  }
  if (head && head.revision !== input.expectedRevision) {
    const title = `${content.title || 'Untitled'} (conflict copy)`
    const copy = write(store, contentOf({ ...input, title }), store.newId(), 1)
    throw new DatelineError(
      'stale',
      'This briefing was changed elsewhere meanwhile. What you wrote is kept as a briefing of its own, a conflict copy.',
      copy.id,
    )
  }
  return write(store, content, head?.id ?? input.id ?? store.newId(), (head?.revision ?? 0) + 1)
}

/** The newest revision; throws `not_found` when there is none or it was removed. */
export function readBriefing(store: CasebookStore, id: string): StoredBriefing {
  const head = briefingHead(store.casebook, id)
  if (!head || head.removed) {
    throw new DatelineError('not_found', 'This briefing does not exist (any more).')
  }
  const { removed: _removed, sections, ...rest } = head
  return { ...rest, sections: BriefingSectionSchema.array().parse(JSON.parse(sections)) }
}

/** Puts a briefing into the bin, where all its revisions stay. */
export function discardBriefing(store: CasebookStore, id: string): void {
  const head = briefingHead(store.casebook, id)
  if (!head) throw new DatelineError('not_found', 'This briefing does not exist (any more).')
  const { removed: _removed, ...revision } = head
  const removedAt = store.now()
  removeBriefing(store.casebook, id, removedAt, () => store.journal.writeBriefing({ ...revision, removedAt }))
}

type Content = Omit<BriefingRevision, 'id' | 'revision' | 'savedAt'>

/** What is stored: characters well formed before they are hashed, since SQLite would mend them later. */
function contentOf({ title, marking, author, sections }: Input): Content {
  const clean = sections.map(({ id, heading, sentences }): Section => ({
    id,
    heading: wellFormed(heading),
    sentences: sentences.map((sentence) => ({
      ...sentence,
      text: wellFormed(sentence.text),
      citations: sentence.citations.map(cleanCitation),
    })),
  }))
  const sentences = clean.flatMap((section) => section.sentences)
  const words = {
    title: wellFormed(title),
    marking: wellFormed(marking),
    author: wellFormed(author),
    sections: JSON.stringify(clean),
  }
  return {
    ...words,
    sentences: sentences.length,
    citations: sentences.reduce((sum, { citations }) => sum + citations.length, 0),
    sha256: briefingHash(words),
  }
}

/** Database and journal together: nothing is committed that is not in the journal, nothing acknowledged that is not in both. */
function write(store: CasebookStore, content: Content, id: string, revision: number): Saved {
  const savedAt = store.now()
  const entry = { ...content, id, revision, savedAt, removedAt: null }
  const commit = () =>
    writeBriefing(store.casebook, entry, () => {
      const stored = briefingHead(store.casebook, id)
      if (!stored || briefingHash(stored) !== entry.sha256) {
        throw new DatelineError(
          'internal',
          'The briefing could not be stored as it is written. Its text is still in the editor.',
        )
      }
      store.journal.writeBriefing(entry)
    })
  store.withRoom(commit)
  return { id, revision, savedAt }
}

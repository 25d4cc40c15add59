import type { Highlight, Note, NoteRow, NoteSave } from '@contract/casebook'
import { DatelineError } from '@contract/errors'

interface Kept {
  note: Note
  revisions: Note[]
  removed: boolean
}

const wordsOf = (node: unknown): string => {
  if (typeof node !== 'object' || node === null) return ''
  const { text, content } = node as { text?: unknown; content?: unknown }
  if (typeof text === 'string') return text
  return Array.isArray(content) ? content.map(wordsOf).join(' ') : ''
}

/** Notes and highlights in memory, with the revision check of the real casebook. */
export class FakeCasebook {
  readonly highlights = new Map<string, Highlight>()
  private readonly removedHighlights = new Map<string, Highlight>()
  private readonly notes = new Map<string, Kept>()
  private count = 0

  nextId(): string {
    this.count += 1
    return `fake-id-${String(this.count).padStart(4, '0')}`
  }

  now(): string {
    return new Date(Date.UTC(2026, 10, 25, 12, 4, this.count)).toISOString()
  }

  rows(articleId: string | null, removed = false): NoteRow[] {
    return [...this.notes.values()]
      .filter((kept) => kept.removed === removed)
      .filter(({ note }) => !articleId || note.rests.some((rest) => rest.anchor.articleId === articleId))
      .map(({ note: { body: _body, createdAt: _createdAt, rests: _rests, ...row } }) => row)
      .sort((a, b) => Number(b.pinned) - Number(a.pinned) || b.updatedAt.localeCompare(a.updatedAt))
  }

  note(id: string): Note {
    return this.kept(id).note
  }

  revisions(id: string): Note[] {
    return [...this.kept(id).revisions].reverse()
  }

  remove(id: string): void {
    this.kept(id).removed = true
  }

  restore(id: string, revision: number | null): Note {
    const kept = this.kept(id)
    kept.removed = false
    const old = kept.revisions.find((note) => note.revision === revision)
    return old ? this.write(kept, { ...old, revision: kept.note.revision + 1, updatedAt: this.now() }) : kept.note
  }

  save(input: NoteSave): Note {
    const id = input.id ?? this.nextId()
    const kept = this.notes.get(id)
    if (kept && kept.note.revision !== input.expectedRevision) {
      this.save({ ...input, id: null, expectedRevision: 0, title: `${input.title} (conflict copy)` })
      throw new DatelineError('stale', 'This note was changed elsewhere. Your version was kept as a conflict copy.')
    }
    const note: Note = {
      id,
      title: input.title,
      body: input.body,
      preview: wordsOf(input.body).trim().slice(0, 120),
      citations: input.citations.length,
      unsettled: 0,
      revision: (kept?.note.revision ?? 0) + 1,
      updatedAt: this.now(),
      createdAt: kept?.note.createdAt ?? this.now(),
      pinned: input.pinned ?? false,
      tags: input.tags ?? kept?.note.tags ?? [],
      rests: input.citations.map((citation, i) => ({
        ...citation,
        state: citation.anchor.prefix.includes('moved') ? 'moved' : 'exact',
        label: `Source ${i + 1}`,
        date: '2019-03-12',
      })),
    }
    return this.write(kept ?? { note, revisions: [], removed: false }, note)
  }

  private write(kept: Kept, note: Note): Note {
    kept.note = note
    kept.revisions.push(note)
    this.notes.set(note.id, kept)
    return note
  }

  removeHighlight(id: string): void {
    const highlight = this.highlights.get(id)
    if (highlight) this.removedHighlights.set(id, highlight)
    this.highlights.delete(id)
  }

  restoreHighlight(id: string): void {
    const highlight = this.removedHighlights.get(id)
    if (highlight) this.highlights.set(id, highlight)
  }

  private kept(id: string): Kept {
    const kept = this.notes.get(id)
    if (!kept) throw new DatelineError('not_found', 'This note is not there any more.')
    return kept
  }
}

import { cpSync, mkdirSync, mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { DatelineError } from '../../contract/errors'
import { proseText } from '../../domain/evidence/prose'
import { noteHeads, noteRevision, setRemoved } from '../../sql/casebook/notes'
import { bodyOf, noteInput } from '../casebook/casebook.fixture'
import { openCasebookStore, type CasebookStore } from '../casebook/open-casebook-store'
import { restoreNote, saveNote } from '../casebook/save-note'

/** One thing that happens to a casebook; `note` counts through the notes there are. */
export type Step =
  | { kind: 'create'; title: string; words: string }
  | { kind: 'edit' | 'stale'; note: number; words: string; pinned: boolean }
  | { kind: 'remove' | 'restore'; note: number }
  | { kind: 'undo'; note: number; revision: number }
  | { kind: 'crash' | 'reopen' | 'backup' | 'damage' }

const words = fc.string({ unit: 'grapheme', maxLength: 60 })
const note = fc.nat(2)

export const steps: fc.Arbitrary<Step[]> = fc.array(
  fc.oneof(
    { weight: 2, arbitrary: fc.record({ kind: fc.constant('create' as const), title: words, words }) },
    { weight: 6, arbitrary: fc.record({ kind: fc.constantFrom('edit' as const, 'edit' as const, 'stale' as const), note, words, pinned: fc.boolean() }) },
    { weight: 2, arbitrary: fc.record({ kind: fc.constantFrom('remove' as const, 'restore' as const), note }) },
    { weight: 2, arbitrary: fc.record({ kind: fc.constant('undo' as const), note, revision: fc.nat(6) }) },
    { weight: 3, arbitrary: fc.record({ kind: fc.constantFrom('crash' as const, 'reopen' as const, 'backup' as const, 'damage' as const, 'damage' as const) }) },
  ),
  { minLength: 4, maxLength: 40, size: 'max' },
) // prettier-ignore

interface Version {
  title: string
  words: string
}

/** What a note must be, kept in plain memory. */
interface ModelNote {
  versions: Map<number, Version>
  revision: number
  pinned: boolean
  removed: boolean
}

const HOURS = 7_200_000

/** Does the steps to a real casebook and to a plain map, and compares the two after every opening and at the end. */
export class CasebookModel {
  private readonly root = mkdtempSync(join(tmpdir(), 'dateline-model-'))
  private directory = join(this.root, '0')
  private lives = 0
  private time = Date.UTC(2026, 0, 1)
  private readonly notes = new Map<string, ModelNote>()
  /** Revisions that stand in a backup; the head of each note stands in the journal as well. */
  private backedUp = new Set<string>()
  private store: CasebookStore

  constructor() {
    mkdirSync(this.directory)
    // Room for notes is not what is tried here, and takes time to make.
    writeFileSync(join(this.directory, 'reserve'), '')
    this.store = this.open()
  }

  run(all: readonly Step[]): string[] {
    try {
      const differences = all.flatMap((step) => this.step(step))
      this.reopen()
      return [...differences, ...this.differences()]
    } finally {
      this.store.close()
      rmSync(this.root, { recursive: true, force: true })
    }
  }

  private open(): CasebookStore {
    this.time += HOURS
    return openCasebookStore({ directory: this.directory, now: () => new Date(this.time) })
  }

  private step(step: Step): string[] {
    switch (step.kind) {
      case 'create':
        this.save(null, step.title, step.words, false)
        return []
      case 'edit':
      case 'stale': {
        const [id, known] = this.chosen(step.note)
        if (known) this.save(id, 'Edited', step.words, step.pinned, step.kind === 'stale' ? 1 : 0)
        return []
      }
      case 'remove':
      case 'restore':
      case 'undo':
        this.changeState(step)
        return []
      case 'backup':
        this.time += HOURS
        this.store.tick()
        this.remember()
        return []
      case 'reopen':
        this.reopen()
        return this.differences()
      case 'crash':
        this.crash()
        return this.differences()
      case 'damage':
        this.damage()
        return this.differences()
    }
  }

  private chosen(number: number): [string, ModelNote | undefined] {
    const ids = [...this.notes.keys()]
    const id = ids[number % Math.max(1, ids.length)] ?? ''
    return [id, this.notes.get(id)]
  }

  private save(id: string | null, title: string, text: string, pinned: boolean, behind = 0): void {
    const known = id === null ? undefined : this.notes.get(id)
    const expectedRevision = known ? known.revision - behind : 0
    const input = noteInput({ id, expectedRevision, title, body: bodyOf(text), pinned })
    const version = { title, words: text }
    const made = (noteId: string, changed: Partial<Version> = {}) =>
      this.notes.set(noteId, { versions: new Map([[1, { ...version, ...changed }]]), revision: 1, pinned: changed.title ? false : pinned, removed: false }) // prettier-ignore
    try {
      const saved = saveNote(this.store, input)
      if (!known) made(saved.id)
      else {
        known.versions.set(saved.revision, version)
        Object.assign(known, { revision: saved.revision, pinned, removed: false })
      }
    } catch (error) {
      if (!(error instanceof DatelineError && error.code === 'stale' && error.detail)) throw error
      made(error.detail, { title: `${title || 'Untitled'} (conflict copy)` })
    }
  }

  private changeState(step: Extract<Step, { kind: 'remove' | 'restore' | 'undo' }>): void {
    const [id, known] = this.chosen(step.note)
    if (!known) return
    if (step.kind === 'remove') {
      const stored = noteRevision(this.store.casebook, id, known.revision)
      const head = [...noteHeads(this.store.casebook, 'kept')].find((one) => one.id === id)
      if (!stored || !head) return
      const removedAt = this.store.now()
      const { pinned, madeAt, copyOf } = head
      setRemoved(this.store.casebook, id, removedAt, () =>
        this.store.journal.writeNote({ ...stored, pinned, madeAt, copyOf, removedAt }),
      )
      known.removed = true
      return
    }
    const numbers = [...known.versions.keys()]
    const from = step.kind === 'undo' ? (numbers[step.revision % numbers.length] ?? known.revision) : null
    const saved = restoreNote(this.store, id, from)
    const version = known.versions.get(from ?? known.revision)
    if (version) known.versions.set(saved.revision, version)
    Object.assign(known, { revision: saved.revision, removed: false })
  }

  private remember(): void {
    this.backedUp = new Set(
      [...this.notes].flatMap(([id, { versions }]) => [...versions.keys()].map((revision) => `${id} ${revision}`)),
    )
  }

  private reopen(): void {
    this.remember()
    this.store.close()
    this.store = this.open()
  }

  /** The folder as it is on the disk now, without anything having been closed. */
  private crash(): void {
    const left = this.directory
    this.directory = join(this.root, String(++this.lives))
    cpSync(left, this.directory, { recursive: true })
    this.store.close()
    rmSync(left, { recursive: true })
    this.store = this.open()
    this.remember()
  }

  /** The casebook's file cut: what backups and journal hold must come back. */
  private damage(): void {
    const left = this.directory
    this.directory = join(this.root, String(++this.lives))
    cpSync(left, this.directory, { recursive: true })
    this.store.close()
    rmSync(left, { recursive: true })
    truncateSync(join(this.directory, 'casebook.sqlite'), 1000)
    for (const [id, known] of this.notes)
      for (const revision of known.versions.keys())
        if (revision !== known.revision && !this.backedUp.has(`${id} ${revision}`)) known.versions.delete(revision)
    this.store = this.open()
    this.remember()
  }

  private differences(): string[] {
    const { casebook } = this.store
    const heads = (which: 'kept' | 'removed') => noteHeads(casebook, which).map((head) => [head.id, head] as const)
    const kept = new Map(heads('kept'))
    const removed = new Map(heads('removed'))
    const wrong: string[] = []
    if (kept.size + removed.size !== this.notes.size)
      wrong.push(`${kept.size + removed.size} notes, not ${this.notes.size}`)
    for (const [id, known] of this.notes) {
      const head = (known.removed ? removed : kept).get(id)
      if (head?.revision !== known.revision) wrong.push(`head of ${id}: ${head?.revision} for ${known.revision}`)
      if (head && head.pinned !== known.pinned) wrong.push(`pin of ${id}`)
      for (const [revision, version] of known.versions) {
        const stored = noteRevision(casebook, id, revision)
        const text = stored && proseText(JSON.parse(stored.body))
        if (stored?.title !== version.title || text?.trim() !== version.words.trim())
          wrong.push(`${id} ${revision}: ${JSON.stringify([stored?.title, text])} for ${JSON.stringify(version)}`)
      }
    }
    return wrong
  }
}

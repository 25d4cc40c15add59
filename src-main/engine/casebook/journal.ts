import { mkdirSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { noteMarkdown } from '../../domain/evidence/note-markdown'
import type { BriefingRevision } from '../../sql/casebook/briefings'
import type { NoteRevision } from '../../sql/casebook/notes'
import { appendDurably, writeDurably } from './durable-file'
import { briefingMarkdown } from './briefing-markdown'
import { briefingHash, noteHash } from './content-hash'
import { readEntry, writeEntry } from './journal-entry'
import { parseLog, type LogEntry } from './journal-log'

export interface NoteEntry extends NoteRevision {
  pinned: boolean
  madeAt: string
  copyOf: string | null
  removedAt: string | null
}

export interface BriefingEntry extends BriefingRevision {
  removedAt: string | null
}

export interface JournalContent {
  notes: NoteEntry[]
  briefings: BriefingEntry[]
  log: LogEntry[]
  /** Files that carry no whole entry, by name. */
  unreadable: string[]
}

/**
 * The second copy of everything written: a readable Markdown file per note and briefing, and a log of highlights and decisions, in
 * plain files. Each write is on the disk when it returns. Notes survive the total loss of the database and its backups.
 */
export interface Journal {
  writeNote(note: NoteEntry): void
  writeBriefing(briefing: BriefingEntry): void
  append(entry: LogEntry): void
  read(): JournalContent
}

const NOTE = /^note-.+\.md$/
const BRIEFING = /^briefing-.+\.md$/

export function openJournal(folder: string): Journal {
  mkdirSync(folder, { recursive: true })
  const log = join(folder, 'log.ndjson')
  return {
    writeNote(note) {
      const markdown = noteMarkdown(JSON.parse(note.body), note.citations)
      writeDurably(
        join(folder, `note-${note.id}.md`),
        writeEntry({ kind: 'note', title: note.title, markdown, data: note }),
      )
    },
    writeBriefing(briefing) {
      const markdown = briefingMarkdown(briefing.sections)
      const entry = { kind: 'briefing' as const, title: briefing.title, markdown, data: briefing }
      writeDurably(join(folder, `briefing-${briefing.id}.md`), writeEntry(entry))
    },
    append: (entry) => appendDurably(log, JSON.stringify(entry)),
    read: () => readJournal(folder, log),
  }
}

function readJournal(folder: string, log: string): JournalContent {
  const content: JournalContent = { notes: [], briefings: [], log: parseLog(readOr(log, '')), unreadable: [] }
  for (const name of readdirSync(folder).sort()) {
    if (NOTE.test(name)) {
      const note = readEntry<NoteEntry>(readOr(join(folder, name), ''))
      // Notes written before there were tags have none in their file.
      const entry = note && { ...note, tags: (note as Partial<NoteEntry>).tags ?? [] }
      if (entry && noteHash(entry) === entry.sha256) content.notes.push(entry)
      else content.unreadable.push(name)
    } else if (BRIEFING.test(name)) {
      const briefing = readEntry<BriefingEntry>(readOr(join(folder, name), ''))
      if (briefing && briefingHash(briefing) === briefing.sha256) content.briefings.push(briefing)
      else content.unreadable.push(name)
    }
  }
  return content
}

function readOr(path: string, otherwise: string): string {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return otherwise
  }
}

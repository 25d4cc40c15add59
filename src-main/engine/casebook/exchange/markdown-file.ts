import { codeTree } from '../../../domain/casebook/codebook'
import { noteMarkdown } from '../../../domain/evidence/note-markdown'
import { cleanTags } from '../../../domain/evidence/note-tags'
import { noteHash } from '../content-hash'
import { readEntry, writeEntry } from '../journal-entry'
import type { NoteEntry } from '../journal'
import { BundleSchema, emptyBundle, type Bundle, type BundledNote } from './bundle'
import { safeName, zipOf } from './dateline-file'
import { derivedId } from './derived-id'
import { paragraphs, plainNote } from './plain-note'

/** The notes as Markdown files in an archive, with tags and the codebook; what was written exactly stands in a comment at the end of each. */
export function writeMarkdown(bundle: Bundle): { bytes: Uint8Array; left: string[] } {
  const files: Record<string, string> = {}
  for (const { versions, removedAt, ...note } of bundle.notes) {
    const newest = versions.at(-1)
    if (!newest || removedAt !== null) continue
    const data: NoteEntry = { ...newest, ...note, removedAt }
    const tags =
      newest.tags.length > 0 ? `\n\n${newest.tags.map((tag) => `#${tag.replace(/\s/gu, '-')}`).join(' ')}` : ''
    const markdown = noteMarkdown(JSON.parse(newest.body), newest.citations) + tags
    files[`${safeName(newest.title, note.id)}.md`] = writeEntry({ kind: 'note', title: newest.title, markdown, data })
  }
  const codes = codeTree(bundle.codes)
  if (codes.length > 0) {
    const lines = codes.map(({ code, depth }) => {
      const passages = bundle.codings.filter(({ codeId, removed }) => !removed && codeId === code.id).length
      return `${'  '.repeat(depth)}- **${code.name.replace(/\*/gu, '\\*')}** (${passages})${code.definition === '' ? '' : `: ${code.definition.replace(/\s+/gu, ' ')}`}`
    })
    files['codebook.md'] = `# Codebook\n\n${lines.join('\n')}\n`
  }
  const left = [
    'History of notes, highlights, passages under codes, grades and briefings: the Markdown files carry the notes as they are now.',
  ]
  return { bytes: zipOf(files), left }
}

const TITLE = /^#{1,2}\s+(.+?)\s*#*\s*$/mu
const MATTER = /^---\n([\s\S]*?)\n---\n/u

/**
 * Notes from Markdown files: those of Dateline exactly as they were, others by their first heading (or file name), their paragraphs and
 * the tags of their front matter. `codebook.md` is for reading only.
 */
export function readMarkdown(
  files: readonly { name: string; text: string }[],
  now: string,
): { bundle: Bundle; left: string[] } {
  const bundle = emptyBundle()
  const left: string[] = []
  for (const { name, text } of files) {
    const base = name.slice(name.lastIndexOf('/') + 1)
    if (base === 'codebook.md') continue
    const note = ownNote(text) ?? (text.includes('<!-- dateline-journal ') ? null : foreignNote(name, text, now))
    if (note) bundle.notes.push(note)
    else left.push(`The file ${base} was changed behind the words Dateline wrote at its end, and was left out.`)
  }
  return { bundle, left }
}

function ownNote(text: string): BundledNote | null {
  const entry = readEntry<NoteEntry>(text)
  if (!entry) return null
  const { id, pinned, madeAt, copyOf, removedAt, ...version } = {
    ...entry,
    tags: (entry as Partial<NoteEntry>).tags ?? [],
  }
  const note = { id, pinned, madeAt, copyOf, removedAt, versions: [{ ...version, revision: 1 }] }
  const parsed = BundleSchema.shape.notes.element.safeParse(note)
  const [newest] = parsed.data?.versions ?? []
  return parsed.success && newest && noteHash(newest) === newest.sha256 ? parsed.data : null
}

function foreignNote(name: string, text: string, now: string): BundledNote {
  const whole = text.replace(/^\ufeff/u, '').replace(/\r\n?/gu, '\n')
  const matter = MATTER.exec(whole)?.[1] ?? ''
  const body = whole.replace(MATTER, '')
  const heading = TITLE.exec(body)?.[1]
  const stem = name.slice(name.lastIndexOf('/') + 1).replace(/\.[^.]*$/u, '')
  const title = (/^title:\s*["']?(.+?)["']?\s*$/mu.exec(matter)?.[1] ?? heading ?? stem).slice(0, 300)
  const tags = /^tags:\s*\[?([^\]\n]*)\]?\s*$/mu.exec(matter)?.[1]?.split(',') ?? []
  const kept = paragraphs(heading === undefined ? body : body.replace(TITLE, ''))
  const cleaned = cleanTags(tags.map((tag) => tag.replace(/["']/gu, '')))
  return plainNote({
    id: derivedId('markdown', name, text),
    title,
    paragraphs: kept,
    citations: [],
    tags: cleaned,
    madeAt: now,
  })
}

import { strToU8, zipSync, type Zippable } from 'fflate'
import { DatelineError } from '../../../contract/errors'
import { noteMarkdown } from '../../../domain/evidence/note-markdown'
import type { Package } from '../../formats/zip/package'
import { BundleSchema, type Bundle } from './bundle'

export const BUNDLE_FILE = 'casebook.json'
const FORMAT = 'dateline-casebook'
const VERSION = 1
/** Entries carry one fixed time (ZIP has local times), so that the same casebook gives the same bytes. */
const ENTRY_TIME = new Date(2000, 0, 1, 12)

/** Files by name as a ZIP archive; the same files give the same bytes. */
export function zipOf(files: Record<string, string>): Uint8Array {
  const entries = Object.keys(files)
    .sort()
    .map((name): [string, Zippable[string]] => [name, [strToU8(files[name] ?? ''), { level: 6, mtime: ENTRY_TIME }]])
  return zipSync(Object.fromEntries(entries))
}

/** The whole casebook: everything exactly as JSON, and each note as Markdown for people without Dateline. */
export function writeDatelineFile(bundle: Bundle): Uint8Array {
  const files: Record<string, string> = {
    [BUNDLE_FILE]: JSON.stringify({ format: FORMAT, version: VERSION, ...bundle }, null, 1),
  }
  for (const { id, versions, removedAt } of bundle.notes) {
    const newest = versions.at(-1)
    if (!newest || removedAt !== null) continue
    const title = newest.title.replace(/\s+/gu, ' ') || 'Untitled'
    files[`notes/${safeName(title, id)}.md`] =
      `# ${title}\n\n${noteMarkdown(JSON.parse(newest.body), newest.citations)}\n`
  }
  return zipOf(files)
}

/** Throws `bad_request` when it is no casebook of Dateline's, `newer_version` when a newer Dateline wrote it. */
export function readDatelineFile(archive: Package): Bundle {
  let data: unknown
  try {
    data = JSON.parse(archive.read(BUNDLE_FILE) ?? '')
  } catch {
    data = null
  }
  const { format, version } = (data ?? {}) as { format?: unknown; version?: unknown }
  if (format !== FORMAT) throw new DatelineError('bad_request', 'This file holds no casebook of Dateline.')
  if (typeof version === 'number' && version > VERSION)
    throw new DatelineError('newer_version', 'This casebook was exported by a newer Dateline. Nothing was taken in.')
  const bundle = BundleSchema.safeParse(data)
  if (bundle.success) return bundle.data
  const [issue] = bundle.error.issues
  throw new DatelineError(
    'bad_request',
    'This casebook is damaged: a part of it does not have the form it should. Nothing was taken in.',
    issue ? `${issue.path.join('.')}: ${issue.message}` : undefined,
  )
}

/** A file name that every system takes: letters and digits of the title, and enough of the id to be its own. */
export function safeName(title: string, id: string): string {
  const words = title
    .normalize('NFC')
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, '-')
    .replace(/^-+|-+$/gu, '')
  return `${[...words].slice(0, 60).join('') || 'untitled'}-${id.replace(/[^0-9a-z]/gu, '').slice(0, 8)}`
}

import { readFileSync, statSync } from 'node:fs'
import type { CasebookExportReport, CasebookImportReport, ExchangeFormat } from '../../../contract/exchange'
import { DatelineError } from '../../../contract/errors'
import { makeAnchor, type Anchor } from '../../../domain/evidence/anchor'
import { resolveAnchor } from '../../../domain/evidence/resolve-anchor'
import { exportTarget, writeExport } from '../../briefing/export-target'
import { Unreadable } from '../../formats/unreadable'
import { openPackage, type Package } from '../../formats/zip/package'
import type { ArticleSource } from '../article-source'
import { sha256 } from '../content-hash'
import { fileFault } from '../durable-file'
import { keepCitedTexts } from '../kept-texts'
import type { CasebookStore } from '../open-casebook-store'
import { readBundle, type Bundle } from './bundle'
import { BUNDLE_FILE, readDatelineFile, writeDatelineFile } from './dateline-file'
import { readMarkdown, writeMarkdown } from './markdown-file'
import { mergeBundle } from './merge-bundle'
import { readRefiQda } from './read-refi-qda'
import { readW3c } from './read-w3c'
import type { PlacePassage } from './w3c-parts'
import { writeRefiQda } from './write-refi-qda'
import { writeW3c } from './write-w3c'

/** No honest export is larger; its archive may unpack to 200 MB. */
const LARGEST = 500_000_000
const MARKDOWN = /\.(?:md|markdown)$/i

const WRITERS: Record<ExchangeFormat, (bundle: Bundle) => { bytes: Uint8Array; left: string[] }> = {
  dateline: (bundle) => ({ bytes: writeDatelineFile(bundle), left: [] }),
  'refi-qda': writeRefiQda,
  w3c: writeW3c,
  markdown: writeMarkdown,
}

/**
 * Writes the analyst's work to `out`, whole or not at all; the same casebook gives the same bytes. `sources` is the folder of articles,
 * into which nothing is ever written (null when none is known). Throws what a person can act on.
 */
export function exportCasebook(
  store: CasebookStore,
  articles: ArticleSource,
  { out, format, sources }: { out: string; format: ExchangeFormat; sources: string | null },
): CasebookExportReport {
  const target = placed(out, () => exportTarget(out, sources, 'casebook'))
  store.attempt(() => keepCitedTexts(store, articles))
  const bundle = readBundle(store.casebook)
  const { bytes, left } = WRITERS[format](bundle)
  placed(out, () => writeExport(target, bytes, 'casebook'))
  const { notes, highlights, codes, codings, grades, briefings, decisions, texts } = bundle
  const counts = {
    notes: notes.length,
    highlights: highlights.length,
    codes: codes.length,
    codings: codings.length,
    grades: grades.length,
    briefings: new Set(briefings.map(({ id }) => id)).size,
    decisions: decisions.length,
    texts: texts.length,
  }
  return { out: target, format, sha256: sha256(bytes), counts, left }
}

/**
 * Takes the work of a file in, whatever of the four formats it is (or the one that is named). See `mergeBundle` for what happens to
 * what is there already. Throws `not_found`, `too_large`, `newer_version` or `bad_request`; then nothing was taken in.
 */
export function importCasebook(
  store: CasebookStore,
  articles: ArticleSource,
  { file, format }: { file: string; format?: ExchangeFormat | undefined },
): CasebookImportReport {
  const bytes = bytesOf(file)
  try {
    const read = readAny(bytes, file, { format, articles, now: store.now() })
    const { counts, left } = mergeBundle(store, read.bundle)
    store.attempt(() => keepCitedTexts(store, articles))
    return { file, format: read.format, counts, left: [...read.left, ...left] }
  } catch (error) {
    if (error instanceof Unreadable)
      throw new DatelineError(
        'bad_request',
        'This file is damaged, or made to exhaust the program. Nothing was taken in.',
        error.message,
      )
    throw error
  }
}

function bytesOf(file: string): Buffer {
  const stats = placed(file, () => statSync(file, { throwIfNoEntry: false }))
  if (!stats?.isFile()) throw new DatelineError('not_found', `There is no file ${file}.`)
  if (stats.size > LARGEST)
    throw new DatelineError('too_large', 'This file is too large to be an export of a casebook.')
  return placed(file, () => readFileSync(file))
}

/** Names no system takes, and what may not be read or written, as errors a person can act on. */
function placed<T>(path: string, work: () => T): T {
  try {
    return work()
  } catch (error) {
    const known = fileFault(error)
    if (known instanceof DatelineError || !(error instanceof Error && 'code' in error)) throw known
    throw new DatelineError('not_found', `There can be no file ${path}.`, String(error.code))
  }
}

interface Reading {
  format: ExchangeFormat | undefined
  articles: ArticleSource
  now: string
}
interface Read {
  format: ExchangeFormat
  bundle: Bundle
  left: string[]
}

function readAny(bytes: Buffer, file: string, { format, articles, now }: Reading): Read {
  const archive = bytes.subarray(0, 2).toString('latin1') === 'PK' ? openPackage(bytes) : null
  const text = archive ? '' : bytes.toString('utf8').replace(/^\ufeff/u, '')
  const is = format ?? guess(archive, text)
  if (is === 'dateline' && archive) return { format: is, bundle: readDatelineFile(archive), left: [] }
  if (is === 'refi-qda') {
    const project = archive ? (archive.read(archive.names.find((name) => /\.qd[ec]$/i.test(name)) ?? '') ?? '') : text
    return { format: is, ...readRefiQda(project, archive, { now, known: knownText(articles) }) }
  }
  if (is === 'w3c' && !archive) return { format: is, ...readW3c(jsonOf(text), placer(articles), now) }
  // Whatever asks may only have what looks like notes read to it, not any text file of this computer.
  if (is === 'markdown' && (archive || MARKDOWN.test(file))) {
    const names = archive?.names.filter((name) => MARKDOWN.test(name)).sort() ?? []
    const files = archive
      ? names.map((name) => ({ name, text: archive.read(name) ?? '' }))
      : [{ name: file.replace(/^.*[\\/]/u, ''), text }]
    return { format: is, ...readMarkdown(files, now) }
  }
  throw new DatelineError(
    'bad_request',
    'This file is none that a casebook can be read from. Dateline reads its own exports, REFI-QDA, W3C annotations and Markdown.',
  )
}

function guess(archive: Package | null, text: string): ExchangeFormat | null {
  if (archive) {
    if (archive.names.includes(BUNDLE_FILE)) return 'dateline'
    if (archive.names.some((name) => /\.qd[ec]$/i.test(name))) return 'refi-qda'
    return archive.names.some((name) => MARKDOWN.test(name)) ? 'markdown' : null
  }
  const start = text.slice(0, 2000).trimStart()
  if (/^<(?:\?xml|Project|CodeBook)/u.test(start)) return 'refi-qda'
  if (/^[[{]/u.test(start)) return 'w3c'
  return text.includes('\u0000') ? null : 'markdown'
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw new DatelineError('bad_request', 'This file is no JSON. Nothing was taken in.')
  }
}

/** The article with exactly these words: at the named path, or of the same bytes. */
const knownText =
  (articles: ArticleSource) =>
  (path: string, text: string): { id: string; path: string } | null => {
    for (const id of [articles.idAt(path), sha256(text)]) {
      const article = id === null ? null : articles.get(id)
      if (article?.text === text) return { id: article.id, path: article.path }
    }
    return null
  }

/** Passages of other programs are looked for in the file as it is; only one that is found for sure is taken. */
const placer =
  (articles: ArticleSource): PlacePassage =>
  (path, { end, ...passage }): Anchor | null => {
    const id = passage.articleId !== null && articles.has(passage.articleId) ? passage.articleId : articles.idAt(path)
    const article = id === null ? null : articles.get(id)
    if (!article) return null
    const source = { articleId: article.id, path: article.path }
    const { text } = article
    const { start } = passage
    if (passage.exact === '') {
      const valid = start !== null && end !== null && start < end && end <= text.length
      return valid ? makeAnchor(text, start, end, source) : null
    }
    const found = resolveAnchor(passage, text, article.id)
    return found.start === null || found.end === null || found.changed
      ? null
      : makeAnchor(text, found.start, found.end, source)
  }

import { DatelineError } from '../../../contract/errors'
import { CODE_COLOURS, type Code } from '../../../domain/casebook/codebook'
import { makeAnchor } from '../../../domain/evidence/anchor'
import { wellFormed } from '../../../domain/evidence/well-formed'
import type { Package } from '../../formats/zip/package'
import { sha256 } from '../content-hash'
import { emptyBundle, type Bundle } from './bundle'
import { codePointsOf } from './code-points'
import { derivedId } from './derived-id'
import { paragraphs, plainNote } from './plain-note'
import { parseQde, type QdeSource } from './parse-qde'

/** What a text that only stands in the project is known as; null when an article of the folder has these very words. */
export type KnownText = (path: string, text: string) => { id: string; path: string } | null

/** Times are not in every project; what has none was made when it was taken in. */
interface Reading {
  now: string
  known: KnownText
}

/**
 * Reads a REFI-QDA project or codebook (QDPX, QDE or QDC, as Dateline, QualCoder, ATLAS.ti, MAXQDA and others write them). Only what
 * stands in plain text can be taken in; `left` says what could not. Throws `bad_request` for XML that is none of them.
 */
export function readRefiQda(
  project: string,
  archive: Package | null,
  { now, known }: Reading,
): { bundle: Bundle; left: string[] } {
  const qde = parseQde(project)
  if (!qde) throw new DatelineError('bad_request', 'This is no REFI-QDA project or codebook.')
  const left = [...qde.unread].map(([what, count]) => `${count} ${what}: only passages in plain text can be taken in.`)
  const bundle = emptyBundle()
  const textAt = (path: string): string | null => (archive ? readText(archive, path) : null)
  const memos = new Map(
    qde.notes.map((note) => [note.guid, note.text ?? (note.path === null ? '' : (textAt(note.path) ?? ''))]),
  )
  const memoGuids = new Set(qde.codes.flatMap(({ noteRefs }) => noteRefs))
  bundle.codes = qde.codes.map(({ guid, parent, name, colour, description, noteRefs, position }): Code => ({
    id: idOf(guid),
    parentId: parent === null ? null : idOf(parent),
    name: name.trim().slice(0, 300) || 'Code',
    colour: /^#[0-9a-f]{6}$/i.test(colour) ? colour.toLowerCase() : (wide(colour) ?? CODE_COLOURS[0]),
    definition: description,
    memo: noteRefs
      .map((ref) => memos.get(ref) ?? '')
      .join('\n')
      .trim(),
    position,
    removed: false,
  }))
  const codeIds = new Set(bundle.codes.map(({ id }) => id))
  const cited = new Map<string, { id: string; anchor: ReturnType<typeof makeAnchor> }[]>()
  for (const source of qde.sources) takeSource(source, bundle, { codeIds, cited, left, textAt, known, now })
  bundle.notes = qde.notes
    .filter(({ guid }) => !memoGuids.has(guid))
    .map(({ guid, name, madeAt }) => {
      const citations = (cited.get(guid) ?? []).map(({ id, anchor }) => ({ id, anchor }))
      return plainNote({
        id: idOf(guid),
        title: name,
        paragraphs: paragraphs(memos.get(guid) ?? ''),
        citations,
        tags: [],
        madeAt: madeAt ?? now,
      })
    })
  return { bundle, left }
}

interface Taking {
  codeIds: ReadonlySet<string>
  cited: Map<string, { id: string; anchor: ReturnType<typeof makeAnchor> }[]>
  left: string[]
  textAt: (path: string) => string | null
  known: KnownText
  now: string
}

function takeSource(source: QdeSource, bundle: Bundle, { codeIds, cited, left, textAt, known, now }: Taking): void {
  const raw = source.content ?? (source.path === null ? null : textAt(source.path))
  if (raw === null) {
    if (source.selections.length > 0)
      left.push(
        `The text of “${source.name}” is not in the file: its ${source.selections.length} passages were left out.`,
      )
    return
  }
  const text = wellFormed(raw.replace(/^\ufeff/u, ''))
  const stated = /^sha256 ([0-9a-f]{64})$/.exec(source.description)?.[1]
  const article = stated === undefined ? known(source.name, text) : { id: stated, path: source.name }
  const { id, path } = article ?? { id: sha256(text), path: source.name }
  if (source.selections.length > 0)
    bundle.texts.push({ id, path, title: null, date: null, agency: null, keptAt: now, text })
  const points = codePointsOf(text)
  for (const { guid, start, end, codings, noteRefs, description, madeAt } of source.selections) {
    const [from, to] = [points.toUnits(start), points.toUnits(end)]
    if (!(from < to)) {
      left.push(`A passage of “${source.name}” at ${start} to ${end} is empty.`)
      continue
    }
    const anchor = makeAnchor(text, from, to, { articleId: id, path })
    for (const { guid: codingGuid, code } of codings) {
      if (codeIds.has(idOf(code)))
        bundle.codings.push({
          id: idOf(codingGuid || `${guid} ${code}`),
          codeId: idOf(code),
          anchor,
          memo: description,
          removed: false,
        })
      else left.push(`A passage of “${source.name}” has a code that is not in the file.`)
    }
    for (const ref of noteRefs) cited.set(ref, [...(cited.get(ref) ?? []), { id: idOf(guid), anchor }])
    if (codings.length === 0 && noteRefs.length === 0)
      bundle.highlights.push({ id: idOf(guid), anchor, noteId: null, madeAt: madeAt ?? now, removedAt: null })
  }
}

/** GUIDs come in capitals and braces too; what is no GUID becomes one. */
function idOf(guid: string): string {
  const plain = guid.toLowerCase().replace(/[{}]/gu, '')
  return /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(plain) ? plain : derivedId('guid', guid)
}

const wide = (colour: string): string | null =>
  /^#[0-9a-f]{3}$/i.test(colour) ? colour.toLowerCase().replace(/[0-9a-f]/gu, '$&$&') : null

/** "internal://x.txt" is `sources/x.txt`, whichever case the writer gave the folder; other programs name the entry itself. */
function readText(archive: Package, path: string): string | null {
  const name = path.replace(/^internal:\/\//u, '').replace(/^\.?\//u, '')
  const wanted = [`sources/${name}`, name].map((one) => one.toLowerCase())
  const found = archive.names.find((one) => wanted.includes(one.toLowerCase()))
  return found === undefined ? null : archive.read(found)
}

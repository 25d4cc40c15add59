import { codeTree } from '../../../domain/casebook/codebook'
import type { Anchor } from '../../../domain/evidence/anchor'
import { noteMarkdown } from '../../../domain/evidence/note-markdown'
import type { Bundle } from './bundle'
import { codePointsOf } from './code-points'
import { zipOf } from './dateline-file'
import { derivedId } from './derived-id'

const PROJECT = 'project.qde'
const USER = derivedId('user', 'dateline')

/**
 * The codes, the coded and marked passages with the texts they stand in, and the notes, as a REFI-QDA project (QDPX, schema
 * urn:QDA-XML:project:1.0 of the REFI-QDA Standard 1.5). Positions are code points, the end exclusive, as QualCoder and others write
 * them. `left` says what the format has no place for.
 */
export function writeRefiQda(bundle: Bundle): { bytes: Uint8Array; left: string[] } {
  const left: string[] = []
  const files: Record<string, string> = {}
  const texts = new Map(bundle.texts.map((text) => [text.id, text]))
  const codes = codeTree(bundle.codes)
  const present = new Set(codes.map(({ code }) => code.id))
  const codings = bundle.codings.filter(({ removed, codeId }) => !removed && present.has(codeId))
  const highlights = bundle.highlights.filter(({ removedAt }) => removedAt === null)
  const without = [...codings, ...highlights].filter(({ anchor }) => !texts.has(anchor.articleId)).length
  if (without > 0) left.push(`${without} passages were left out: the texts they stand in are not in the casebook.`)
  if (bundle.grades.length > 0) left.push('Grades of sources: REFI-QDA has no place for them.')
  if (bundle.briefings.length > 0) left.push('Briefings: REFI-QDA has no place for them.')

  const notes: string[] = []
  const addNote = (id: string, name: string, text: string, attributes = ''): string => {
    const guid = guidOf(id)
    files[`sources/${guid}.txt`] = text
    notes.push(
      `<Note guid="${guid}" name="${xml(name)}" plainTextPath="internal://${guid}.txt" creatingUser="${USER}"${attributes}/>`,
    )
    return guid
  }
  const codeMemos = new Map(
    codes.flatMap(({ code }) =>
      code.memo === '' ? [] : [[code.id, addNote(derivedId('memo', code.id), `Memo of ${code.name}`, code.memo)]],
    ),
  )
  const noteRefs = new Map<string, { anchor: Anchor; guid: string; id: string }[]>()
  for (const note of bundle.notes) {
    const newest = note.versions.at(-1)
    if (!newest || note.removedAt !== null) continue
    const text = noteMarkdown(JSON.parse(newest.body), newest.citations)
    const guid = addNote(
      note.id,
      newest.title,
      text,
      ` creationDateTime="${xml(note.madeAt)}" modifiedDateTime="${xml(newest.savedAt)}"`,
    )
    for (const { id, anchor } of newest.citations)
      noteRefs.set(anchor.articleId, [
        ...(noteRefs.get(anchor.articleId) ?? []),
        { anchor, guid, id: `${note.id} ${id}` },
      ])
  }

  const sources = bundle.texts.map(({ id, path, text }) => {
    const guid = derivedId('source', id)
    files[`sources/${guid}.txt`] = text
    const points = codePointsOf(text)
    const selection = (guidFrom: string, { start, end, exact }: Anchor, inside: string, made = ''): string =>
      `<PlainTextSelection guid="${guidFrom}" name="${xml([...exact.replace(/\s+/gu, ' ')].slice(0, 60).join(''))}" startPosition="${points.toPoints(start)}" endPosition="${points.toPoints(end)}" creatingUser="${USER}"${made}>${inside}</PlainTextSelection>`
    const inside = [
      ...codings
        .filter(({ anchor }) => anchor.articleId === id)
        .map((coding) =>
          selection(
            derivedId('selection', coding.id),
            coding.anchor,
            `${description(coding.memo)}<Coding guid="${guidOf(coding.id)}" creatingUser="${USER}"><CodeRef targetGUID="${guidOf(coding.codeId)}"/></Coding>`,
          ),
        ),
      ...highlights
        .filter(({ anchor }) => anchor.articleId === id)
        .map((highlight) =>
          selection(guidOf(highlight.id), highlight.anchor, '', ` creationDateTime="${xml(highlight.madeAt)}"`),
        ),
      ...(noteRefs.get(id) ?? []).map((ref) =>
        selection(derivedId('citation', ref.id), ref.anchor, `<NoteRef targetGUID="${ref.guid}"/>`),
      ),
    ]
    return `<TextSource guid="${guid}" name="${xml(path)}" plainTextPath="internal://${guid}.txt" creatingUser="${USER}"><Description>sha256 ${id}</Description>${inside.join('\n')}</TextSource>`
  })

  files[PROJECT] = [
    '<?xml version="1.0" encoding="utf-8"?>',
    `<Project xmlns="urn:QDA-XML:project:1.0" name="Dateline casebook" origin="Dateline" creatingUserGUID="${USER}">`,
    `<Users><User guid="${USER}" name="Analyst"/></Users>`,
    codes.length === 0 ? '' : `<CodeBook><Codes>${codeElements(codes, codeMemos)}</Codes></CodeBook>`,
    sources.length === 0 ? '' : `<Sources>\n${sources.join('\n')}\n</Sources>`,
    notes.length === 0 ? '' : `<Notes>\n${notes.join('\n')}\n</Notes>`,
    '</Project>',
    '',
  ]
    .filter((line, i, all) => line !== '' || i === all.length - 1)
    .join('\n')
  return { bytes: zipOf(files), left }
}

function codeElements(nodes: ReturnType<typeof codeTree>, memos: ReadonlyMap<string, string>): string {
  let out = ''
  nodes.forEach(({ code, depth }, i) => {
    const memo = memos.get(code.id)
    const about = `${description(code.definition)}${memo ? `<NoteRef targetGUID="${memo}"/>` : ''}`
    out += `\n<Code guid="${guidOf(code.id)}" name="${xml(code.name)}" isCodable="true" color="${code.colour}">${about}`
    const next = nodes[i + 1]?.depth ?? 0
    out += '</Code>'.repeat(Math.max(0, depth - next + 1))
  })
  return out
}

const description = (text: string): string => (text === '' ? '' : `<Description>${xml(text)}</Description>`)

/** Ids are UUIDs already; any other becomes one of its own. */
export const guidOf = (id: string): string =>
  /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id) ? id : derivedId('guid', id)

const ENTITIES: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\n': '&#10;',
  '\r': '&#13;',
  '\t': '&#9;',
}
/** Text for elements and attributes; characters that XML 1.0 has no way to write become U+FFFD. */
const xml = (text: string): string =>
  text
    .replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '\ufffd')
    .replace(/[&<>"\n\r\t]/gu, (sign) => ENTITIES[sign] ?? sign)

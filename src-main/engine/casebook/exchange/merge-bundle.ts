import { deflateRawSync } from 'node:zlib'
import { exchangedKinds, type Exchanged, type ImportCount } from '../../../contract/exchange'
import type { Code, CodebookChange, Coding } from '../../../domain/casebook/codebook'
import { wellFormed } from '../../../domain/evidence/well-formed'
import { writeBriefing, briefingHead } from '../../../sql/casebook/briefings'
import { allCodes, allCodings } from '../../../sql/casebook/codebook'
import { appendDecision } from '../../../sql/casebook/decisions'
import { allHighlights, allBriefingRevisions } from '../../../sql/casebook/exchange'
import { allGrades, writeGrade } from '../../../sql/casebook/grades'
import { removeHighlight, writeHighlight } from '../../../sql/casebook/highlights'
import { noteHead } from '../../../sql/casebook/notes'
import { readSourceText, writeSourceText } from '../../../sql/casebook/source-texts'
import { inTransaction } from '../../../sql/connection'
import { applyChanges } from '../code-handlers'
import { briefingHash, sha256 } from '../content-hash'
import type { CasebookStore } from '../open-casebook-store'
import type { Bundle } from './bundle'
import { derivedId } from './derived-id'
import { mergeNote } from './merge-note'

export interface Merged {
  counts: Record<Exchanged, ImportCount>
  left: string[]
}

/**
 * Takes a bundle into the casebook, all of it or nothing. What is not there is added; what is there is never overwritten: a newer version
 * of the same note becomes its next version, and anything that differs otherwise is kept beside it as a copy. Taken in twice, nothing
 * changes the second time.
 */
export function mergeBundle(store: CasebookStore, bundle: Bundle): Merged {
  const none = (): ImportCount => ({ added: 0, updated: 0, unchanged: 0, conflicts: 0 })
  const counts = Object.fromEntries(exchangedKinds.map((kind) => [kind, none()])) as Record<Exchanged, ImportCount>
  const left: string[] = []
  inTransaction(store.casebook, () => {
    for (const note of bundle.notes) {
      const outcome = mergeNote(store, note)
      if (outcome === 'damaged')
        left.push(`The note “${note.versions.at(-1)?.title ?? note.id}” is not what its hash says and was left out.`)
      else counts.notes[outcome]++
    }
    mergeTexts(store, bundle, counts.texts, left)
    mergeHighlights(store, bundle, counts.highlights)
    mergeCodebook(store, bundle, counts)
    mergeGrades(store, bundle, counts.grades)
    mergeBriefings(store, bundle, counts.briefings, left)
    for (const decision of bundle.decisions) {
      const stored = appendDecision(store.casebook, decision, (made) =>
        store.journal.append({ kind: 'decision', decision: made }),
      )
      counts.decisions[stored ? 'added' : 'unchanged']++
    }
  })
  store.noteMade()
  return { counts, left }
}

function mergeTexts({ casebook }: CasebookStore, { texts }: Bundle, count: ImportCount, left: string[]): void {
  for (const { id, text, path, title, date, agency, keptAt } of texts) {
    if (readSourceText(casebook, id)) {
      count.unchanged++
      continue
    }
    if (text.length > 5_000_000) {
      left.push(`The text of ${path} is too long to be kept.`)
      continue
    }
    const utf8 = Buffer.from(wellFormed(text), 'utf8')
    const kept = { articleId: id, path, title, date, agency, keptAt }
    writeSourceText(casebook, { ...kept, text: deflateRawSync(utf8), textSha256: sha256(utf8) })
    count.added++
  }
}

function mergeHighlights({ casebook, journal }: CasebookStore, { highlights }: Bundle, count: ImportCount): void {
  const known = new Set(allHighlights(casebook).map(({ id }) => id))
  for (const { removedAt, ...given } of highlights) {
    if (known.has(given.id)) {
      count.unchanged++
      continue
    }
    const noteId = given.noteId !== null && noteHead(casebook, given.noteId) ? given.noteId : null
    const highlight = { ...given, noteId }
    writeHighlight(casebook, highlight, () => journal.append({ kind: 'highlight', highlight }))
    if (removedAt !== null)
      removeHighlight(casebook, given.id, removedAt, () =>
        journal.append({ kind: 'highlight-removed', id: given.id, removedAt }),
      )
    count.added++
  }
}

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b)
const CODE_KEYS: (keyof Code)[] = ['name', 'colour', 'definition', 'memo']
const says = (code: Code): unknown[] => CODE_KEYS.map((key) => code[key])

/** A code of the same id that says something else is kept as a copy beside it; where a code stands is the casebook's own matter. */
function mergeCodebook(store: CasebookStore, { codes, codings }: Bundle, counts: Merged['counts']): void {
  const knownCodes = new Map(allCodes(store.casebook).map((code) => [code.id, code]))
  const knownCodings = new Map(allCodings(store.casebook).map((coding) => [coding.id, coding]))
  const changes: CodebookChange[] = []
  const there = new Set([...knownCodes.keys(), ...codes.map(({ id }) => id)])
  for (const given of codes) {
    // One whose parent is nowhere stands at the top.
    const parentId = given.parentId !== null && there.has(given.parentId) ? given.parentId : null
    const code = { ...given, parentId }
    const before = knownCodes.get(code.id)
    if (!before) {
      changes.push({ kind: 'code', code })
      counts.codes.added++
    } else if (same(says(before), says(code))) counts.codes.unchanged++
    else {
      const id = derivedId('code', code.id, ...says(code).map(String))
      if (knownCodes.has(id)) counts.codes.unchanged++
      else {
        changes.push({
          kind: 'code',
          code: { ...code, id, parentId: before.parentId, name: `${code.name} (imported copy)` },
        })
        counts.codes.conflicts++
      }
    }
  }
  for (const coding of codings) {
    const before = knownCodings.get(coding.id)
    if (!before) {
      changes.push({ kind: 'coding', coding })
      counts.codings.added++
    } else if (sameCoding(before, coding)) counts.codings.unchanged++
    else {
      const id = derivedId('coding', coding.id, coding.codeId, coding.memo, String(coding.anchor.start))
      if (knownCodings.has(id)) counts.codings.unchanged++
      else {
        changes.push({ kind: 'coding', coding: { ...coding, id } })
        counts.codings.conflicts++
      }
    }
  }
  if (changes.length > 0) applyChanges(store, 'Imported', changes)
}

const sameCoding = (a: Coding, b: Coding): boolean =>
  a.codeId === b.codeId && a.memo === b.memo && same(a.anchor, { ...a.anchor, ...b.anchor })

function mergeGrades({ casebook, journal }: CasebookStore, { grades }: Bundle, count: ImportCount): void {
  const known = new Set(allGrades(casebook).map(({ id }) => id))
  for (const grade of grades) {
    if (known.has(grade.id)) count.unchanged++
    else {
      writeGrade(casebook, grade, () => journal.append({ kind: 'grade', grade }))
      count.added++
    }
  }
}

function mergeBriefings(
  { casebook, journal }: CasebookStore,
  { briefings }: Bundle,
  count: ImportCount,
  left: string[],
): void {
  const known = new Map(allBriefingRevisions(casebook).map((one) => [`${one.id} ${one.sha256}`, one]))
  const ids = new Set([...known.values()].map(({ id }) => id))
  const newest = new Map(briefings.map((one) => [one.id, one.revision]))
  for (const version of briefings) {
    if (briefingHash(version) !== version.sha256) {
      left.push(`The briefing “${version.title}” is not what its hash says and was left out.`)
      continue
    }
    const isNewest = newest.get(version.id) === version.revision
    if (known.has(`${version.id} ${version.sha256}`)) {
      if (isNewest) count.unchanged++
      continue
    }
    if (!ids.has(version.id)) {
      writeBriefing(casebook, version, () => journal.writeBriefing(version))
      if (isNewest) count.added++
      continue
    }
    // Of a briefing that went on differently here, the newest version is kept beside it.
    const id = derivedId('briefing', version.id, version.sha256)
    if (!isNewest) continue
    if (briefingHead(casebook, id)) count.unchanged++
    else {
      const content = { ...version, title: `${version.title} (imported copy)` }
      const copy = { ...content, id, revision: 1, sha256: briefingHash(content) }
      writeBriefing(casebook, copy, () => journal.writeBriefing(copy))
      count.conflicts++
    }
  }
}

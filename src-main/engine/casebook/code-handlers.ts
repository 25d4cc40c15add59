import type { CodingView } from '../../contract/codes'
import type { Output, Parsed } from '../../contract/channels'
import { DatelineError } from '../../contract/errors'
import type { EngineChannel } from '../../contract/names'
import { codeTables } from '../../domain/casebook/code-tables'
import { type Code, type CodebookChange, type Coding, withDescendants } from '../../domain/casebook/codebook'
import { wellFormed } from '../../domain/evidence/well-formed'
import { allCodes, allCodings, codebookChanges, codingsOf, entryNow, writeChange } from '../../sql/casebook/codebook'
import type { CasebookReader } from '../../sql/handle'
import type { AnchorStates } from './anchor-states'
import type { ArticleSource } from './article-source'
import type { CasebookStore } from './open-casebook-store'
import { cleanCitation } from './save-note'

interface CodeDependencies {
  store: () => CasebookStore
  articles: () => ArticleSource
  states: AnchorStates
  changed: (noteId: null) => void
}

type CodeChannel = Extract<EngineChannel, `code.${string}`>
type CodeHandlers = { [N in CodeChannel]: (input: Parsed<N>) => Output<N> }

/** Answers for codes, what stands under them, and their tables. */
export function createCodeHandlers({ store, articles, states, changed }: CodeDependencies): CodeHandlers {
  const view = ({ removed: _removed, ...coding }: Coding): CodingView => {
    const { articleId, start, end } = states.place(coding.anchor)
    const { state, label, date } = states.view({ id: coding.id, anchor: coding.anchor })
    const title = articleId === null ? null : (articles().get(articleId)?.title ?? null)
    return { ...coding, state, label, date, title, articleId, start, end }
  }
  return {
    'code.list': () => {
      const codes = allCodes(store().casebook).filter(({ removed }) => !removed)
      return { codes, codings: allCodings(store().casebook).filter(({ removed }) => !removed) }
    },
    'code.apply': ({ label, changes }) => {
      const inverse = applyChanges(store(), label, changes)
      changed(null)
      return { inverse }
    },
    'code.history': ({ limit }) =>
      codebookChanges(store().casebook)
        .reverse()
        .slice(0, limit)
        .map(({ id, label, madeAt, changes }) => ({ id, label, madeAt, entries: changes.length })),
    'code.inArticle': ({ id }) => {
      const path = articles().get(id)?.path
      return codingsOf(store().casebook, id, path === undefined ? [] : [path])
        .map(view)
        .filter(({ articleId }) => articleId === id)
    },
    'code.passages': ({ codeId, withChildren }) => {
      const { casebook } = store()
      const wanted = withChildren ? withDescendants(allCodes(casebook), codeId) : new Set([codeId])
      return allCodings(casebook)
        .filter((coding) => !coding.removed && wanted.has(coding.codeId))
        .map(view)
        .sort(byDateAndPlace)
    },
    'code.tables': ({ withChildren }) => {
      const { casebook } = store()
      const placed = allCodings(casebook).flatMap((coding) => {
        const { articleId, start, end } = coding.removed
          ? { articleId: null, start: null, end: null }
          : states.place(coding.anchor)
        return articleId === null || start === null || end === null
          ? []
          : [{ codeId: coding.codeId, articleId, start, end }]
      })
      const rows = [...new Set(placed.map(({ articleId }) => articleId))].flatMap((id) => {
        const article = articles().get(id)
        return article ? [{ id, path: article.path, title: article.title, date: article.date }] : []
      })
      rows.sort((a, b) => (a.date ?? '').localeCompare(b.date ?? '') || (a.path < b.path ? -1 : 1))
      return { articles: rows, ...codeTables(allCodes(casebook), placed, withChildren) }
    },
  }
}

const byDateAndPlace = (a: CodingView, b: CodingView): number =>
  (a.date ?? '').localeCompare(b.date ?? '') ||
  a.anchor.path.localeCompare(b.anchor.path) ||
  (a.start ?? a.anchor.start) - (b.start ?? b.anchor.start)

/**
 * Applies a change of the codebook: committed and in the journal when it returns. Returns what undoes it. Throws `bad_request` for a
 * coding without its code, or codes in a circle.
 */
export function applyChanges(store: CasebookStore, label: string, given: readonly CodebookChange[]): CodebookChange[] {
  const { casebook, journal, newId, now } = store
  const changes = given.map(cleanChange)
  assertWhole(casebook, changes)
  const before = changes.map((change) => entryNow(casebook, change) ?? removedOf(change))
  const stored = { id: newId(), label: wellFormed(label), changes, madeAt: now() }
  writeChange(casebook, stored, () => journal.append({ kind: 'codebook', change: stored }))
  return before.reverse()
}

/** What was not there before is in the bin when it is undone. */
const removedOf = (change: CodebookChange): CodebookChange =>
  change.kind === 'code'
    ? { kind: 'code', code: { ...change.code, removed: true } }
    : { kind: 'coding', coding: { ...change.coding, removed: true } }

function cleanChange(change: CodebookChange): CodebookChange {
  if (change.kind === 'coding') {
    const { coding } = change
    const { anchor } = cleanCitation({ id: coding.id, anchor: coding.anchor })
    return { kind: 'coding', coding: { ...coding, anchor, memo: wellFormed(coding.memo) } }
  }
  const { name, definition, memo } = change.code
  const words = { name: wellFormed(name), definition: wellFormed(definition), memo: wellFormed(memo) }
  return { kind: 'code', code: { ...change.code, ...words } }
}

function assertWhole(casebook: CasebookReader, changes: readonly CodebookChange[]): void {
  const codes = new Map<string, Code>(allCodes(casebook).map((code) => [code.id, code]))
  for (const change of changes) if (change.kind === 'code') codes.set(change.code.id, change.code)
  for (const change of changes) {
    if (change.kind === 'coding' && !codes.has(change.coding.codeId))
      throw new DatelineError('bad_request', 'A passage was given a code that does not exist.')
    if (change.kind !== 'code') continue
    const seen = new Set<string>()
    for (let at: Code | undefined = change.code; at && at.parentId !== null; at = codes.get(at.parentId)) {
      if (seen.has(at.id)) throw new DatelineError('bad_request', 'A code cannot stand under itself.')
      seen.add(at.id)
      if (!codes.has(at.parentId))
        throw new DatelineError('bad_request', 'A code was put under one that does not exist.')
    }
  }
}

import type { Anchor } from '../evidence/anchor'
import { childrenOf, type Code, type CodebookChange, type Coding, withDescendants } from './codebook'

/** The codebook as it is now; both lists may hold removed entries, which are left alone. */
export interface Codebook {
  codes: readonly Code[]
  codings: readonly Coding[]
}

const code = (code: Code): CodebookChange => ({ kind: 'code', code })
const coding = (coding: Coding): CodebookChange => ({ kind: 'coding', coding })
const passage = ({ articleId, start, end }: Anchor): string => `${articleId} ${start} ${end}`
const present = <T extends { removed: boolean }>(entries: readonly T[]): T[] =>
  entries.filter(({ removed }) => !removed)

/**
 * Puts a code at a place among the children of a parent (null: the top). Null when that cannot be: the code does not exist, or would
 * come under itself.
 */
export function moveCode(
  codes: readonly Code[],
  id: string,
  parentId: string | null,
  at: number,
): CodebookChange[] | null {
  const moved = codes.find((one) => one.id === id && !one.removed)
  if (!moved || (parentId !== null && withDescendants(codes, id).has(parentId))) return null
  const siblings = childrenOf(codes, parentId).filter((one) => one.id !== id)
  siblings.splice(Math.max(0, Math.min(at, siblings.length)), 0, { ...moved, parentId })
  return siblings.flatMap((one, position) => {
    const before = codes.find((other) => other.id === one.id)
    return before?.position === position && before.parentId === one.parentId ? [] : [code({ ...one, position })]
  })
}

/** Puts a code, what is under it and all its codings into the bin. */
export function removeCode({ codes, codings }: Codebook, id: string): CodebookChange[] {
  const gone = withDescendants(codes, id)
  return [
    ...present(codings)
      .filter(({ codeId }) => gone.has(codeId))
      .map((one) => coding({ ...one, removed: true })),
    ...present(codes)
      .filter((one) => gone.has(one.id))
      .map((one) => code({ ...one, removed: true })),
  ]
}

/**
 * Merges one code into another: its passages and the codes under it go over, a passage that both have stays once, and what it was
 * defined as is kept in the other's memo. Null when one does not exist or the target hangs under the code that would go.
 */
export function mergeCodes({ codes, codings }: Codebook, fromId: string, intoId: string): CodebookChange[] | null {
  const from = present(codes).find(({ id }) => id === fromId)
  const into = present(codes).find(({ id }) => id === intoId)
  if (!from || !into || withDescendants(codes, fromId).has(intoId)) return null
  const taken = new Set(present(codings).flatMap((one) => (one.codeId === intoId ? [passage(one.anchor)] : [])))
  const children = childrenOf(codes, intoId)
  const kept = [`Merged with “${from.name}”.`, from.definition, from.memo]
    .filter((part) => part.trim() !== '')
    .join(' ')
  return [
    ...present(codings)
      .filter(({ codeId }) => codeId === fromId)
      .map((one) =>
        taken.has(passage(one.anchor)) ? coding({ ...one, removed: true }) : coding({ ...one, codeId: intoId }),
      ),
    ...childrenOf(codes, fromId).map((one, i) => code({ ...one, parentId: intoId, position: children.length + i })),
    code({ ...into, memo: [into.memo, kept].filter((part) => part.trim() !== '').join('\n') }),
    code({ ...from, removed: true }),
  ]
}

/** Splits passages off a code into a new one that stands right behind it. Null when nothing of the code is among them. */
export function splitCode(
  { codes, codings }: Codebook,
  id: string,
  made: { id: string; name: string; colour: string },
  codingIds: readonly string[],
): CodebookChange[] | null {
  const source = present(codes).find((one) => one.id === id)
  const moved = present(codings).filter((one) => one.codeId === id && codingIds.includes(one.id))
  if (!source || moved.length === 0) return null
  const siblings = childrenOf(codes, source.parentId)
  const added: Code = { ...source, ...made, definition: '', memo: `Split from “${source.name}”.` }
  siblings.splice(siblings.findIndex((one) => one.id === id) + 1, 0, added)
  const placed = siblings.map((one, position) => ({ ...one, position }))
  return [
    ...placed
      .filter((one) => one.id === made.id || codes.find((before) => before.id === one.id)?.position !== one.position)
      .map(code),
    ...moved.map((one) => coding({ ...one, codeId: made.id })),
  ]
}

/** Puts a passage under a code; nothing when it stands there already. */
export function codePassage({ codings }: Codebook, codeId: string, anchor: Anchor, id: string): CodebookChange[] {
  const same = present(codings).some((one) => one.codeId === codeId && passage(one.anchor) === passage(anchor))
  return same ? [] : [coding({ id, codeId, anchor, memo: '', removed: false })]
}

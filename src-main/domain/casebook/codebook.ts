import type { Anchor } from '../evidence/anchor'

/** A code of the analyst's codebook: what passages are sorted under. */
export interface Code {
  id: string
  /** The code it stands under, null at the top. */
  parentId: string | null
  name: string
  /** "#rrggbb", as REFI-QDA exchanges it; never the only thing that tells codes apart. */
  colour: string
  definition: string
  memo: string
  /** Order among its siblings; ties are broken by name. */
  position: number
  removed: boolean
}

/** A passage under a code. */
export interface Coding {
  id: string
  codeId: string
  anchor: Anchor
  memo: string
  removed: boolean
}

/** One code or coding as it is to be from now on. A list of them is a change of the codebook, and so is what undoes it. */
export type CodebookChange = { kind: 'code'; code: Code } | { kind: 'coding'; coding: Coding }

/** Twelve colours that stay apart in light and dark; the next code gets the one least used. */
export const CODE_COLOURS = [
  '#b3541e', '#2f6f9f', '#5b7d2a', '#8a4b9c', '#b08900', '#2a8577',
  '#a83a5b', '#5561b8', '#7a6a4f', '#3f8f4f', '#c0642f', '#5f7080',
] as const // prettier-ignore

export interface CodeNode {
  code: Code
  /** 0 at the top. */
  depth: number
}

const byPlace = (a: Code, b: Code): number =>
  a.position - b.position || (a.name < b.name ? -1 : a.name > b.name ? 1 : a.id < b.id ? -1 : 1)

/** The codes that are not removed, parents before their children. Whatever hangs under nothing that is there, or in a circle, comes at the top. */
export function codeTree(codes: readonly Code[]): CodeNode[] {
  const present = codes.filter((code) => !code.removed)
  const known = new Set(present.map(({ id }) => id))
  const children = new Map<string | null, Code[]>()
  for (const code of present) {
    const parent = code.parentId !== null && known.has(code.parentId) ? code.parentId : null
    children.set(parent, [...(children.get(parent) ?? []), code])
  }
  const nodes: CodeNode[] = []
  const seen = new Set<string>()
  const visit = (code: Code, depth: number): void => {
    if (seen.has(code.id)) return
    seen.add(code.id)
    nodes.push({ code, depth })
    for (const child of (children.get(code.id) ?? []).sort(byPlace)) visit(child, depth + 1)
  }
  for (const code of (children.get(null) ?? []).sort(byPlace)) visit(code, 0)
  for (const code of present.sort(byPlace)) visit(code, 0)
  return nodes
}

/** A code and everything under it, by id. */
export function withDescendants(codes: readonly Code[], id: string): Set<string> {
  const found = new Set([id])
  for (let before = 0; before < found.size;) {
    before = found.size
    for (const code of codes)
      if (!code.removed && code.parentId !== null && found.has(code.parentId)) found.add(code.id)
  }
  return found
}

/** Siblings under a parent in their order. */
export function childrenOf(codes: readonly Code[], parentId: string | null): Code[] {
  return codes.filter((code) => !code.removed && code.parentId === parentId).sort(byPlace)
}

/** The colour least used so far. */
export function nextColour(codes: readonly Code[]): string {
  const uses = (colour: string) => codes.filter((code) => !code.removed && code.colour === colour).length
  return CODE_COLOURS.reduce((best, colour) => (uses(colour) < uses(best) ? colour : best))
}

/** "Port › Berths": where a code stands, outermost first. */
export function codePath(codes: readonly Code[], id: string): string {
  const names: string[] = []
  const seen = new Set<string>()
  for (let code = codes.find((one) => one.id === id); code && !seen.has(code.id);) {
    seen.add(code.id)
    names.unshift(code.name)
    const { parentId } = code
    code = codes.find((one) => one.id === parentId)
  }
  return names.join(' › ')
}

/** Whether a UTF-16 code unit belongs to a set. */
export type CharTest = (code: number) => boolean

/** A parsed pattern. Repeats with bounds are written out when it is compiled. */
export type PatternTree =
  | { kind: 'char'; test: CharTest }
  | { kind: 'sequence' | 'choice'; parts: PatternTree[] }
  | { kind: 'repeat'; part: PatternTree; least: number; most: number }
  /** Nothing is read: start or end of a line, or a word's edge (or none). */
  | { kind: 'place'; place: 'start' | 'end' | 'edge' | 'no-edge' }

const WORD = /[\p{L}\p{M}\p{N}_]/u

/** Letters, marks, digits and "_" of any script; halves of pairs count, which nearly always are letters or pictures. */
export function isWordChar(code: number): boolean {
  if (code < 128)
    return (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || (code >= 48 && code <= 57) || code === 95
  return (code >= 0xd800 && code <= 0xdfff) || WORD.test(String.fromCharCode(code))
}

/** Whether the tree can be met by nothing at all. */
export function matchesNothing(tree: PatternTree): boolean {
  switch (tree.kind) {
    case 'char':
      return false
    case 'place':
      return true
    case 'repeat':
      return tree.least === 0 || matchesNothing(tree.part)
    case 'sequence':
      return tree.parts.every(matchesNothing)
    case 'choice':
      return tree.parts.some(matchesNothing)
  }
}

/** How many characters a tree asks for when its repeats are written out. */
export function writtenOut(tree: PatternTree): number {
  switch (tree.kind) {
    case 'char':
    case 'place':
      return 1
    case 'repeat':
      return (tree.most === Infinity ? tree.least + 1 : tree.most) * (writtenOut(tree.part) + 1)
    case 'sequence':
    case 'choice':
      return tree.parts.reduce((sum, part) => sum + writtenOut(part) + 1, 0)
  }
}

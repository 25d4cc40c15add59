import { TokenFlag } from '../../text/tokens'
import type { Document } from '../document'
import type { Grammar } from '../grammar/read-grammar'

/** A name's place among the tokens. */
export interface NameInfo {
  /** First token of the name and one after its last. */
  firstToken: number
  endToken: number
  kind: 'person' | 'organization' | 'other'
}

/** An article as the finders of descriptions see it. */
export interface Scene {
  doc: Document
  grammar: Grammar
  names: readonly NameInfo[]
  /** Index of the name that covers each token, -1 elsewhere. */
  nameOf: Int32Array
}

/** The lower-case word of token `at`, '' outside the article. */
export function wordAt(scene: Scene, at: number): string {
  return scene.grammar.words[at] ?? ''
}

/** The `WordClass` of token `at`, -1 outside the article. */
export function classAt(scene: Scene, at: number): number {
  return scene.grammar.classes[at] ?? -1
}

/** The sentence of token `at`, -1 outside. */
export function sentenceOf(scene: Scene, at: number): number {
  return scene.grammar.sentenceOf[at] ?? -1
}

/** Whether token `at` is part of a name. */
export function isNamed(scene: Scene, at: number): boolean {
  return (scene.nameOf[at] ?? -1) >= 0
}

/** The name that begins at token `at`. */
export function nameStartingAt(scene: Scene, at: number): NameInfo | undefined {
  const name = scene.names[scene.nameOf[at] ?? -1]
  return name?.firstToken === at ? name : undefined
}

/** Whether token `at` is the "'s" of a possessor. */
export function isPossessive(scene: Scene, at: number): boolean {
  return ((scene.doc.tokens.flags[at] ?? 0) & TokenFlag.possessive) !== 0
}

/** Whether token `at` begins a line. */
export function opensLine(scene: Scene, at: number): boolean {
  return ((scene.doc.tokens.flags[at] ?? 0) & TokenFlag.newlineBefore) !== 0
}

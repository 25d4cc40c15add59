import { WordClass } from '../grammar/word-class'
import type { Candidate, Cutter } from './candidate'
import { clauseFollows } from './complements'
import { phraseBefore } from './noun-phrases'
import type { View } from './view'

/** Adjectives and participles that say what somebody thinks or feels of what follows in a clause. */
const ATTITUDES = new Set(
  `adamant afraid angry ashamed astonished aware certain clear concerned confident convinced cynical delighted determined disappointed doubtful dubious eager encouraged fearful frustrated furious glad grateful happy
  hopeful incensed insistent mindful nervous optimistic outraged pessimistic pleased positive proud relieved sad satisfied sceptical shocked skeptical sorry sure surprised suspicious thankful thrilled unconvinced unsure
  upset worried`
    .split(/\s+/)
    .filter(Boolean),
)
const BE =
  /^(?:is|are|was|were|am|be|been|'s|’s|'re|’re|'m|’m|remains?|remained|feels?|felt|seems?|seemed|became|sounds?|sounded)$/
const IMPERSONAL = /^(?:it|there|that|this|what)$/

/** "He is confident that …", "the minister was adamant no one …". */
export function readAttitudeCues(view: View, cut: Cutter): Candidate[] {
  const found: Candidate[] = []
  for (let step = 1; step < view.length - 2; step++) {
    if (!ATTITUDES.has(view.word(step))) continue
    const verb = verbBefore(view, step)
    if (verb < 0) continue
    const that = view.word(step + 1) === 'that'
    const from = that ? step + 2 : step + 1
    if (!that && !(view.is(from, WordClass.pronoun, WordClass.determiner, WordClass.name) && clauseFollows(view, from)))
      continue
    const source = phraseBefore(view, verb)
    if (!source || IMPERSONAL.test(view.word(source.head))) continue
    const end = cut(view, from, view.length, { lemma: 'attitude', that })
    if (end <= from) continue
    found.push({
      view,
      from: step,
      to: step + 1,
      lemma: 'attitude',
      form: null,
      pattern: 'after',
      source,
      shared: false,
      content: [[from, end]],
      that,
      passive: false,
      why: `speaker + “${view.word(step)}${that ? ' that' : ''}”`,
    })
  }
  return found
}

/** The first step of "is", "has been", "remains not" before the adjective, -1 where there is none. */
function verbBefore(view: View, step: number): number {
  let s = step - 1
  while (s > 0 && view.is(s, WordClass.adverb)) s--
  if (!BE.test(view.word(s))) return -1
  while (s > 0 && view.is(s - 1, WordClass.auxiliary, WordClass.adverb)) s--
  return s
}

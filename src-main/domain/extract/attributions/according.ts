import { WordClass } from '../grammar/word-class'
import type { Candidate, Cutter } from './candidate'
import { phraseAfter } from './noun-phrases'
import type { View } from './view'

/** "According to X, …", "…, according to X", "per X"; "reportedly" and "allegedly", which name no one. */
export function readAccordings(view: View, cut: Cutter): Candidate[] {
  const found: Candidate[] = []
  for (let step = 0; step < view.length; step++) {
    const word = view.word(step)
    if (word === 'according' && view.word(step + 1) === 'to') add(found, accordingTo(view, step, step + 2, cut))
    else if (word === 'per' && step === 0 && view.is(1, WordClass.name, WordClass.noun, WordClass.determiner))
      add(found, accordingTo(view, step, step + 1, cut))
    else if (word === 'reportedly' || word === 'allegedly') add(found, hearsay(view, step, cut))
  }
  return found
}

function add(found: Candidate[], candidate: Candidate | null): void {
  if (candidate) found.push(candidate)
}

function accordingTo(view: View, step: number, after: number, cut: Cutter): Candidate | null {
  const source = phraseAfter(view, after)
  if (!source) return null
  const start = clauseStart(view, step)
  const opens = onlyConnectors(view, start, step)
  const content: [number, number][] = []
  if (!opens) content.push([start, /^[,(—–]$/.test(view.word(step - 1)) ? step - 1 : step])
  const comma = behindSource(view, source.extent)
  if (comma > 0 && (opens || view.word(step - 1) === ',')) {
    const to = cut(view, comma, view.length, { lemma: 'according', that: false })
    if (to > comma && (opens || goesOn(view, comma))) content.push([comma, to])
  }
  if (content.length === 0) return null
  return {
    view,
    from: step,
    to: after,
    lemma: 'according',
    form: null,
    pattern: opens ? 'after' : 'before',
    source,
    shared: false,
    content,
    that: false,
    passive: false,
    why: '“according to”',
  }
}

function onlyConnectors(view: View, from: number, to: number): boolean {
  for (let s = from; s < to; s++)
    if (!view.is(s, WordClass.adverb, WordClass.coordinator, WordClass.mark) || view.quote(s)) return false
  return true
}

/** The step behind the speaker and its apposition, where the sentence goes on; 0 where it ends. */
function behindSource(view: View, at: number): number {
  let comma = 0
  for (let s = at; s < view.length; s++) {
    if (view.quote(s) && comma === 0) return s
    if (view.word(s) !== ',') continue
    comma = s
    const next = view.word(s + 1)
    if (
      next === 'who' ||
      next === 'which' ||
      next === 'whose' ||
      (view.is(s + 1, WordClass.determiner) && closesApposition(view, s + 1))
    )
      continue
    break
  }
  return comma > 0 && comma + 1 < view.length ? comma + 1 : 0
}

/** ", the city's mayor," between the speaker and what is said. */
function closesApposition(view: View, at: number): boolean {
  for (let s = at; s < at + 12 && s < view.length; s++) {
    if (view.isVerb(s)) return false
    if (view.word(s) === ',') return true
  }
  return false
}

/** Behind a parenthetical "according to" the sentence goes on with a verb or a link, not with a new clause of its own. */
function goesOn(view: View, at: number): boolean {
  return view.isVerb(at) || view.is(at, WordClass.preposition, WordClass.subordinator) || view.word(at) === 'and'
}

function hearsay(view: View, step: number, cut: Cutter): Candidate | null {
  const start = clauseStart(view, step)
  const to = cut(view, step, view.length, { lemma: view.word(step), that: false })
  const content: [number, number][] = []
  if (start < step) content.push([start, step])
  if (step + 1 < to) content.push([step + 1, to])
  if (content.length === 0) return null
  return {
    view,
    from: step,
    to: step + 1,
    lemma: view.word(step),
    form: null,
    pattern: 'around',
    source: null,
    shared: false,
    content,
    that: false,
    passive: true,
    why: `“${view.word(step)}”: nobody named`,
  }
}

/** Where the clause of a step begins: behind the last semicolon, or a colon that is not part of a time of day. */
function clauseStart(view: View, step: number): number {
  for (let s = step - 1; s > 0; s--) {
    const word = view.word(s)
    if (word === ';' || (word === ':' && view.endOf(s) < view.startOf(s + 1))) return s + 1
  }
  return 0
}

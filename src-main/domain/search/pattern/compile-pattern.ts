import type { CharTest, PatternTree } from './pattern-tree'

export type Place = Extract<PatternTree, { kind: 'place' }>['place']

/** A step of a nondeterministic automaton; numbers are steps to go on with. */
export type Step =
  | { kind: 'char'; test: CharTest; next: number }
  | { kind: 'fork'; next: number; other: number }
  | { kind: 'place'; place: Place; next: number }
  | { kind: 'end' }

export interface PatternProgram {
  steps: Step[]
  first: number
}

/**
 * Thompson's construction (Communications of the ACM 11(6), 1968) of a tree from `parsePattern`, which keeps it short. `backwards`
 * reads the text from right to left.
 */
export function compilePattern(tree: PatternTree, backwards: boolean): PatternProgram {
  const steps: Step[] = [{ kind: 'end' }]
  const add = (step: Step): number => steps.push(step) - 1
  /** Builds the steps of `part` that end at `next`; returns where they begin. */
  const build = (part: PatternTree, next: number): number => {
    switch (part.kind) {
      case 'char':
        return add({ kind: 'char', test: part.test, next })
      case 'place':
        return add({ kind: 'place', place: backwards ? mirrored(part.place) : part.place, next })
      case 'sequence': {
        const order = backwards ? part.parts : [...part.parts].reverse()
        return order.reduce((after, one) => build(one, after), next)
      }
      case 'choice':
        return part.parts
          .map((one) => build(one, next))
          .reduce((other, first) => add({ kind: 'fork', next: first, other }))
      case 'repeat':
        return buildRepeat(part, next)
    }
  }
  const buildRepeat = ({ part, least, most }: Extract<PatternTree, { kind: 'repeat' }>, next: number): number => {
    let after = next
    if (most === Infinity) {
      const loop = add({ kind: 'fork', next: 0, other: next })
      const body = build(part, loop)
      steps[loop] = { kind: 'fork', next: body, other: next }
      after = loop
    } else for (let i = least; i < most; i++) after = add({ kind: 'fork', next: build(part, after), other: next })
    for (let i = 0; i < least; i++) after = build(part, after)
    return after
  }
  const first = build(tree, 0)
  return { steps, first }
}

const mirrored = (place: Place): Place => (place === 'start' ? 'end' : place === 'end' ? 'start' : place)

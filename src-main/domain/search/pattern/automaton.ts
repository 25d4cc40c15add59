import type { PatternProgram } from './compile-pattern'
import { isWordChar } from './pattern-tree'

/** A set of steps a text can have led to, with where each kind of character leads next. */
interface State {
  steps: readonly number[]
  /** The character before is a letter or digit. */
  afterWord: boolean
  /** No character before, or a line break. */
  afterLine: boolean
  next: (Move | undefined)[]
}

interface Move {
  /** A match ends before this character. */
  ends: boolean
  /** Null when no match can follow any more. */
  to: State | null
}

/** States kept at most; a pattern that makes more starts over, so that memory has an end. */
const MOST_STATES = 4000
/** The kind of the place behind the last character. */
const NOTHING = 0
const LINE_BREAK = 10

/**
 * Runs a compiled pattern over text in one pass without ever going back (the deterministic automaton is made on the way), so that
 * no pattern and no text can take longer than a small constant for each character.
 */
export class Automaton {
  private states = new Map<string, State>()
  private readonly kinds = new Map<string, number>()
  /** The kind of each code unit, 0 where it was not met yet. */
  private readonly kindOf = new Uint16Array(65_536)
  private readonly samples: number[] = [0]
  /** Characters that the last run looked at. */
  looked = 0

  /** `anywhere`: a match may begin at any character, not only at the first. */
  constructor(
    private readonly program: PatternProgram,
    private readonly anywhere: boolean,
  ) {}

  /** Goes from `from` towards `to` (backwards when that is smaller). Returns where a match ends, the first or the last; -1 without one. */
  run(text: string, from: number, to: number, which: 'first' | 'last'): number {
    const step = to >= from ? 1 : -1
    const read = step === 1 ? 0 : -1
    let state = this.start(text, from, step)
    let found = -1
    for (let at = from; ; at += step) {
      const inside = at !== to
      const kind = inside ? this.kind(text.charCodeAt(at + read)) : this.kindBeyond(text, at + read)
      const move: Move = state.next[kind] ?? this.move(state, kind)
      if (move.ends) found = at
      if (!inside || !move.to || (move.ends && which === 'first')) {
        this.looked = Math.abs(at - from) + 1
        return found
      }
      state = move.to
    }
  }

  private start(text: string, from: number, step: 1 | -1): State {
    const before = step === 1 ? text.charCodeAt(from - 1) : text.charCodeAt(from)
    const edge = Number.isNaN(before)
    return this.state([this.program.first], !edge && isWordChar(before), edge || before === LINE_BREAK)
  }

  /** The character behind a limit decides about edges, but is not read. */
  private kindBeyond(text: string, at: number): number {
    const code = text.charCodeAt(at)
    return Number.isNaN(code) ? NOTHING : this.kind(code)
  }

  private kind(code: number): number {
    const known = this.kindOf[code] ?? 0
    if (known > 0) return known
    const tests = this.program.steps.map((step) => (step.kind === 'char' && step.test(code) ? '1' : '0')).join('')
    const signature = `${tests}${isWordChar(code) ? 'w' : ''}${code === LINE_BREAK ? 'n' : ''}`
    let kind = this.kinds.get(signature)
    if (kind === undefined) {
      kind = this.samples.length
      this.samples.push(code)
      this.kinds.set(signature, kind)
    }
    this.kindOf[code] = kind
    return kind
  }

  private state(steps: readonly number[], afterWord: boolean, afterLine: boolean): State {
    const key = `${steps.join()}${afterWord ? 'w' : ''}${afterLine ? 'n' : ''}`
    let state = this.states.get(key)
    if (!state) {
      if (this.states.size >= MOST_STATES) this.states = new Map()
      state = { steps, afterWord, afterLine, next: [] }
      this.states.set(key, state)
    }
    return state
  }

  private move(state: State, kind: number): Move {
    const code = this.samples[kind] ?? 0
    const nothing = kind === NOTHING
    const reached = this.closure(state, !nothing && isWordChar(code), nothing || code === LINE_BREAK)
    const ends = reached.has(0)
    const next = new Set<number>()
    if (!nothing) {
      for (const number of reached) {
        const step = this.program.steps[number]
        if (step?.kind === 'char' && step.test(code)) next.add(step.next)
      }
      if (this.anywhere) next.add(this.program.first)
    }
    const steps = [...next].sort((a, b) => a - b)
    const to = steps.length === 0 ? null : this.state(steps, isWordChar(code), code === LINE_BREAK)
    const move = { ends, to }
    state.next[kind] = move
    return move
  }

  /** All steps that can be reached without reading, between what was read last and what comes next. */
  private closure({ steps, afterWord, afterLine }: State, beforeWord: boolean, beforeLine: boolean): Set<number> {
    const reached = new Set<number>()
    const open = [...steps]
    for (let number = open.pop(); number !== undefined; number = open.pop()) {
      if (reached.has(number)) continue
      reached.add(number)
      const step = this.program.steps[number]
      if (step?.kind === 'fork') open.push(step.next, step.other)
      if (step?.kind !== 'place') continue
      const edge = afterWord !== beforeWord
      const holds = { start: afterLine, end: beforeLine, edge, 'no-edge': !edge }[step.place]
      if (holds) open.push(step.next)
    }
    return reached
  }
}

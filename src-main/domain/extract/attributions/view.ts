import type { Range } from '../../text/span'
import type { Document } from '../document'
import type { Grammar } from '../grammar/read-grammar'
import { WordClass } from '../grammar/word-class'
import type { Stretch } from './flow'
import type { Quote } from './quote-marks'

/** One stretch, read step by step: words of the narration, and quotations as single steps. */
export class View {
  readonly length: number

  constructor(
    readonly doc: Document,
    readonly grammar: Grammar,
    readonly quotes: readonly Quote[],
    readonly stretch: Stretch,
  ) {
    this.length = stretch.steps.length
  }

  /** Token of a step; -1 for a quotation and outside the stretch. */
  token(step: number): number {
    const value = this.stretch.steps[step]
    return value !== undefined && value >= 0 ? value : -1
  }

  /** The quotation that stands at a step. */
  quote(step: number): Quote | null {
    const value = this.stretch.steps[step]
    return value !== undefined && value < 0 ? (this.quotes[-1 - value] ?? null) : null
  }

  quoteIndex(step: number): number {
    const value = this.stretch.steps[step]
    return value !== undefined && value < 0 ? -1 - value : -1
  }

  /** Lower-case word; empty for a quotation and outside the stretch. */
  word(step: number): string {
    const token = this.token(step)
    return token < 0 ? '' : (this.grammar.words[token] ?? '')
  }

  /** Word class; -1 for a quotation and outside the stretch. */
  wordClass(step: number): number {
    const token = this.token(step)
    return token < 0 ? -1 : (this.grammar.classes[token] ?? -1)
  }

  is(step: number, ...classes: number[]): boolean {
    return classes.includes(this.wordClass(step))
  }

  isVerb(step: number): boolean {
    const c = this.wordClass(step)
    return c === WordClass.verb || c === WordClass.auxiliary
  }

  flags(step: number): number {
    const token = this.token(step)
    return token < 0 ? 0 : (this.doc.tokens.flags[token] ?? 0)
  }

  startOf(step: number): number {
    const quote = this.quote(step)
    return quote ? quote.start : (this.doc.tokens.start[this.token(step)] ?? this.stretch.end)
  }

  endOf(step: number): number {
    const quote = this.quote(step)
    return quote ? quote.end : (this.doc.tokens.end[this.token(step)] ?? this.stretch.end)
  }

  /** The characters of the steps `[from, to)`. */
  range(from: number, to: number): Range {
    return { start: this.startOf(from), end: to > from ? this.endOf(to - 1) : this.startOf(from) }
  }

  /** Whether any step of `[from, to)` is a verb. */
  hasVerb(from: number, to: number): boolean {
    for (let s = from; s < to; s++) if (this.isVerb(s)) return true
    return false
  }

  /** Whether any step of `[from, to)` is a quotation. */
  hasQuote(from: number, to: number): boolean {
    for (let s = from; s < to; s++) if (this.quote(s)) return true
    return false
  }
}

import type { Range } from '../../text/span'
import { Automaton } from './automaton'
import { compilePattern, type PatternProgram } from './compile-pattern'
import { parsePattern } from './parse-pattern'

/** More marks than anyone walks through. */
const MOST_MATCHES = 1000
/** How often, on average, a character is looked at while the whole length of each match is found. */
const LOOKS = 8

/** A pattern that is found in any text in time that grows only with the text's length. */
export class LinearPattern {
  private readonly somewhere: Automaton
  private readonly longest: Automaton
  private readonly backwards: Automaton

  private constructor(forward: PatternProgram, backward: PatternProgram) {
    this.somewhere = new Automaton(forward, true)
    this.longest = new Automaton(forward, false)
    this.backwards = new Automaton(backward, false)
  }

  /** Null for a source that `parsePattern` refuses. */
  static from(source: string, caseSensitive: boolean): LinearPattern | null {
    const parsed = parsePattern(source, caseSensitive)
    if ('fault' in parsed) return null
    return new LinearPattern(compilePattern(parsed.tree, false), compilePattern(parsed.tree, true))
  }

  /** Whether the pattern stands anywhere in the text. */
  test(text: string): boolean {
    return this.somewhere.run(text, 0, text.length, 'first') >= 0
  }

  /**
   * Where the pattern stands (UTF-16 offsets), in order, never overlapping: the match that ends first, from its earliest start, as
   * long as it goes. At most 1,000; fewer where each would cost a look through the whole rest of the text.
   */
  findAll(text: string): Range[] {
    const found: Range[] = []
    let budget = text.length * LOOKS
    for (let at = 0; at < text.length && found.length < MOST_MATCHES && budget > 0;) {
      const firstEnd = this.somewhere.run(text, at, text.length, 'first')
      if (firstEnd < 0) break
      const start = this.backwards.run(text, firstEnd, at, 'last')
      if (start < 0) break
      const end = Math.max(firstEnd, this.longest.run(text, start, text.length, 'last'))
      budget -= this.somewhere.looked + this.backwards.looked + this.longest.looked
      found.push({ start, end })
      at = Math.max(end, at + 1)
    }
    return found
  }
}

import type { Grammar } from '../grammar/read-grammar'
import { WordClass } from '../grammar/word-class'

const LONGEST = 4

/**
 * The first token behind "and …" when a counted phrase goes on with a second noun under the same number ("97 murders and attempted
 * murders", "470 charters and extra sector flights"); `to` itself where it does not: another number, article or clause follows.
 */
export function behindCoordinate(grammar: Grammar, to: number): number {
  const { words, classes } = grammar
  if (words[to] !== 'and') return to
  let head = -1
  let t = to + 1
  for (; t <= to + LONGEST; t++) {
    const c = classes[t]
    if (c === WordClass.noun) head = t
    else if (c !== WordClass.adjective && !(c === WordClass.verb && head < 0 && /(?:ed|ing)$/.test(words[t] ?? '')))
      break
  }
  if (head < 0 || head !== t - 1) return to
  const next = words[t] ?? ''
  const participle = classes[t] === WordClass.verb && /ed$/.test(next) && words[t + 1] === 'by'
  const closes =
    classes[t] === undefined ||
    classes[t] === WordClass.mark ||
    classes[t] === WordClass.preposition ||
    /^(?:were|are|have|had|will)$/.test(next)
  return closes || participle ? t : to
}

import type { Document } from '../document'
import type { Grammar } from '../grammar/read-grammar'
import { WordClass } from '../grammar/word-class'
import type { Amount } from './amount'
import type { Counted } from './counted'
import { isPersonNoun } from './people'

const VAGUE_NEXT = new Set([
  'of',
  'another',
  'thing',
  'day',
  'way',
  'side',
  'hand',
  'more',
  'that',
  'who',
  'which',
  'point',
  'reason',
  'else',
  "'s",
  '’s',
  'time',
  'where',
  'when',
  'being',
  'could',
  'would',
  'should',
  'can',
  'may',
])
const POINTING = new Set([
  'this',
  'that',
  'no',
  'any',
  'every',
  'each',
  'the',
  'which',
  'another',
  'some',
  'last',
  'first',
  'next',
  'good',
  'only',
  'new',
  'old',
  'big',
  'bad',
  'same',
  'other',
  'for',
  'a',
  'an',
  'phase',
  'day',
  'number',
  'part',
  'type',
  'world',
  'war',
  'level',
  'formula',
])

/**
 * Whether a number in words counts something. "One" mostly does not: "one of the", "no one", "one resident said"; small numbers and
 * fractions mostly do.
 */
export function spelledIsFigure(doc: Document, grammar: Grammar, amount: Amount, counted: Counted | null): boolean {
  const { words, classes } = grammar
  const before = words[amount.token - 1] ?? ''
  const after = words[amount.next] ?? ''
  const word = words[amount.token] ?? ''
  if (
    /^(?:aged|age|chapter|phase|part|day|round|article|section|number|flight|channel|stage|season|episode|book|volume|world|war|page|act|week|year|month|game|formula|level|group|at)$/.test(
      before,
    ) &&
    amount.kind === 'count' &&
    !counted
  )
    return false
  if (amount.value === 1 && before === 'at' && /^(?:point|time|stage)$/.test(amount.unit ?? '')) return false
  if (amount.kind === 'measure')
    return !(
      amount.value === 1 &&
      /^(?:day|night|time|point|year|week)$/.test(amount.unit ?? '') &&
      word === 'one' &&
      (before === '.' || before === '"' || before === '“' || before === '' || before === ',')
    )
  if (amount.fraction) return amount.value !== 0.5 || halfCounts(grammar, amount)
  if (amount.value === 1 && word === 'one') return oneCounts(grammar, amount, counted, before, after)
  if (!counted && /^(?:all|other)$/.test(before)) return false
  if (amount.value === 0) return counted !== null
  if (
    !counted &&
    classes[amount.next] === WordClass.name &&
    /^[A-Z]/.test(doc.text.slice(doc.tokens.start[amount.token] ?? 0))
  )
    return false
  return true
}

/** "half of the voters", "half the votes" count; "the second half", "half a day", "half past" do not. */
function halfCounts(grammar: Grammar, amount: Amount): boolean {
  const { words } = grammar
  const before = words[amount.token - 1] ?? ''
  const after = words[amount.next] ?? ''
  if (
    /^(?:first|second|the|other|better|latter|one|in|last|top|bottom|upper|lower|final|opening|later|this|each|either|-)$/.test(
      before,
    )
  )
    return false
  return (
    after === 'of' ||
    after === 'the' ||
    /^(?:its|their|his|her|our|all|that|those)$/.test(after) ||
    /^(?:about|around|nearly|almost|than|over|by|roughly)$/.test(before)
  )
}

function oneCounts(grammar: Grammar, amount: Amount, counted: Counted | null, before: string, after: string): boolean {
  const { words, classes } = grammar
  if (POINTING.has(before) || VAGUE_NEXT.has(after)) return false
  const careful = /^(?:least|only|just|and|with|killed|killing|killed|than|over|exactly|under|or|to)$/.test(before)
  if (!counted) {
    const verb = classes[amount.next]
    return (
      (careful && before !== 'to' && before !== 'with' && before !== 'than' && before !== 'only') ||
      (before === ',' && after === 'with') ||
      (before === 'while' && verb === WordClass.auxiliary)
    )
  }
  if (careful) return true
  const head = words[counted.head] ?? ''
  const verb = words[counted.to] ?? ''
  // "One resident told" introduces a person; "one child was killed" counts.
  if (isPersonNoun(head))
    return (
      classes[counted.to] === WordClass.auxiliary ||
      /^(?:died|killed|missing|in|injured|wounded|from|was|were)$/.test(verb)
    )
  if (before === 'in' || before === 'on' || before === 'at' || before === '.' || before === '“' || before === '"')
    return false
  return classes[amount.token - 1] !== WordClass.preposition || /^(?:count|charge|case|seat|goal|point)$/.test(head)
}

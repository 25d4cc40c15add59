import type { DateMention } from '../types'
import type { Document } from '../document'
import type { Grammar } from '../grammar/read-grammar'
import { WordClass } from '../grammar/word-class'
import type { Amount } from './amount'
import { readCounted, type Counted } from './counted'
import { noFigure } from './numeral-context'
import { casesArePeople, isPersonNoun } from './people'
import { personsByContext } from './person-context'
import { spelledIsFigure } from './spelled'

/** An amount taken for a figure, with what it counts. */
export interface Found {
  amount: Amount
  counted: Counted | null
  people: boolean
  why: string
  confidence: number
  inPeriod?: DateMention | null
}

/** Whether an amount is a figure, and of what. */
export function judgeAmount(doc: Document, grammar: Grammar, amount: Amount): Found | null {
  const { words } = grammar
  if (isSpokenAge(grammar, amount)) return null
  if (amount.kind === 'measure' && pointsToADate(grammar, amount)) return null
  if (amount.glued && amount.unit === null) return judgeGlued(grammar, amount)
  const one = amount.value === 1 || (amount.fraction && amount.value < 1)
  const counted =
    amount.kind === 'count' || (amount.kind === 'measure' && /^(?:dead|people|workers)$/.test(words[amount.next] ?? ''))
      ? readCounted(doc, grammar, amount.next, one)
      : null
  if (amount.kind === 'count' || amount.kind === 'measure') {
    const digits = !amount.spelled && !amount.fraction
    const reason = digits ? noFigure(doc, grammar, amount.token, amount.next, amount.value) : null
    if (reason && !(amount.kind === 'measure' && reason !== 'an age' && reason !== 'a time of day')) return null
    if (!digits && !spelledIsFigure(doc, grammar, amount, counted)) return null
  }
  const head = counted ? (words[counted.head] ?? '') : ''
  if (isBothSides(grammar, amount, head)) return null
  const people =
    amount.kind === 'count' &&
    !amount.fraction &&
    (counted && !/^(?:more|other|additional)$/.test(head)
      ? countsPeople(grammar, counted, head)
      : personsByContext(grammar, amount))
  const why =
    amount.kind === 'count'
      ? counted
        ? `number + “${head}”`
        : 'a bare number in a counting place'
      : `number + ${amount.unit ?? 'unit'}`
  return { amount, counted, people, why, confidence: amount.kind !== 'count' ? 0.95 : counted ? 0.85 : 0.6 }
}

/** "between the two countries": the parties of a talk, named before, not counted. */
function isBothSides(grammar: Grammar, amount: Amount, head: string): boolean {
  const { words } = grammar
  if (amount.value !== 2 || words[amount.next] !== head || !/^(?:countries|nations|sides|states|peoples)$/.test(head))
    return false
  return words[amount.token - 2] === 'between' && /^(?:the|our|their|these)$/.test(words[amount.token - 1] ?? '')
}

/** "an eleven-month-old boy", "18 years old", "aged nine, ten", "at the age of ten". */
function isSpokenAge(grammar: Grammar, amount: Amount): boolean {
  const { words } = grammar
  if (/-olds?$/.test(words[amount.token] ?? '') || /^-?olds?$/.test(words[amount.next] ?? '')) return true
  if (amount.kind === 'measure' && words[amount.next] === 'of' && words[amount.next + 1] === 'age') return true
  if (words[amount.next] === 'aged') return false
  for (let t = amount.token - 1, k = 0; k < 8 && t >= 0; t--, k++) {
    const word = words[t] ?? ''
    if (word === 'aged' || (word === 'of' && /^ages?$/.test(words[t - 1] ?? ''))) return true
    if (
      !/^(?:,|and|to|or|about|around|between|[a-z]+teen|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\d+)$/.test(
        word,
      )
    )
      return false
  }
  return false
}

/** "two days later", "four years earlier", "two days after the quake" point to a day; hours and minutes measure. */
function pointsToADate(grammar: Grammar, amount: Amount): boolean {
  if (!/^(?:day|week|month|year|decade)$/.test(amount.unit ?? '')) return false
  return (
    /^(?:later|earlier|prior|before|after|ago|hence)$/.test(grammar.words[amount.next] ?? '') &&
    !/^(?:within|for|at|than|every)$/.test(grammar.words[amount.token - 1] ?? '')
  )
}

/** "55-member", "two-party": a count glued to its noun, before another noun. */
function judgeGlued(grammar: Grammar, amount: Amount): Found | null {
  const glued = amount.glued ?? ''
  if (
    /^(?:time|way|on|off|to|old|olds|year|class|star|page|dimensional|inch|sided|handed|hand|fold|up|pronged|seater|door|tier|track|size|man|woman|lane|piece|a|the|and|of|half|stop|shot|all)$/.test(
      glued,
    ) ||
    /^(?:first|second|third|[a-z])$/.test(glued)
  ) {
    if (!/^(?:time|man|woman|page|lane|piece|seater|door)$/.test(glued) || amount.value < 2) return null
  }
  if (/-\d+$|^\d+-(?:[a-z]{1,2}|\d+)$/.test(grammar.words[amount.token] ?? '') && !amount.spelled) return null
  const next = grammar.classes[amount.next]
  if (next !== WordClass.noun && next !== WordClass.name && next !== WordClass.adjective) return null
  if (/-old/.test(grammar.words[amount.token] ?? '')) return null
  return {
    amount,
    counted: null,
    people: isPersonNoun(glued) && !/^(?:member|judge|party|head)$/.test(glued),
    why: `number glued to “${glued}”`,
    confidence: 0.7,
  }
}

function countsPeople(grammar: Grammar, { head, to }: Counted, word: string): boolean {
  if (!/^cases?$/.test(word)) return isPersonNoun(word)
  const { words } = grammar
  return casesArePeople(words[head - 1] ?? '', words[to] ?? '', words[to + 1] ?? '')
}

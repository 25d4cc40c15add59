import type { DateMention } from '../types'
import type { Document } from '../document'
import type { Grammar } from '../grammar/read-grammar'
import { tokenAt } from '../../text/tokens'
import type { Amount } from './amount'

const UP =
  /^(?:rise|rises|rose|risen|rising|increase|increases|increased|increasing|grow|grows|grew|grown|growing|growth|climb|climbs|climbed|climbing|jump|jumps|jumped|surge|surged|surges|soar|soared|gain|gained|gains|up|higher|more|above|accelerated|doubled|tripled|expanded|expand|rebound|rebounded|raise|raised)$/
const DOWN =
  /^(?:fall|falls|fell|fallen|falling|decrease|decreases|decreased|decline|declines|declined|declining|drop|drops|dropped|dropping|shrink|shrank|shrunk|slump|slumped|plunge|plunged|plunges|lose|lost|loses|slide|slid|slip|slipped|dip|dipped|down|lower|less|below|cut|cuts|reduced|reduce|reduction|contracted|tumbled|sank|slowed|halved)$/
const APPROXIMATORS: readonly (readonly string[])[] = [
  ['at', 'least'],
  ['at', 'most'],
  ['more', 'than'],
  ['less', 'than'],
  ['fewer', 'than'],
  ['no', 'more', 'than'],
  ['no', 'fewer', 'than'],
  ['no', 'less', 'than'],
  ['not', 'less', 'than'],
  ['up', 'to'],
  ['as', 'many', 'as'],
  ['as', 'much', 'as'],
  ['as', 'few', 'as'],
  ['as', 'little', 'as'],
  ['close', 'to'],
  ['in', 'excess', 'of'],
  ['well', 'over'],
  ['just', 'over'],
  ['just', 'under'],
  ['a', 'little', 'over'],
  ['a', 'record'],
  ['some'],
  ['about'],
  ['around'],
  ['over'],
  ['under'],
  ['nearly'],
  ['almost'],
  ['roughly'],
  ['approximately'],
  ['only'],
  ['just'],
  ['exactly'],
  ['an', 'estimated'],
  ['estimated'],
  ['circa'],
  ['above'],
  ['below'],
  ['exceeding'],
  ['topping'],
  ['barely'],
  ['another'],
  ['~'],
  ['≈'],
  ['>'],
  ['<'],
  ['+'],
]

/** "about", "more than", "at least" as printed right before a number; null where none stands there. */
export function approximatorBefore(doc: Document, grammar: Grammar, amount: Amount): string | null {
  const at = tokenAt(doc.tokens, amount.start)
  for (const words of APPROXIMATORS) {
    const from = at - words.length
    if (from >= 0 && words.every((word, k) => grammar.words[from + k] === word))
      return doc.text.slice(doc.tokens.start[from], doc.tokens.end[at - 1])
  }
  return null
}

/** Whether the number is said to have risen or fallen, by the verb or adverb nearest to it. */
export function directionOf(grammar: Grammar, amount: Amount, verb: number): 'up' | 'down' | null {
  const { words } = grammar
  const near: number[] = []
  for (let k = 0; k < 4; k++) near.push(amount.next + k)
  if (verb >= 0) near.push(verb)
  for (let k = 1; k < 4; k++) near.push(amount.token - k)
  const s = grammar.sentenceOf[amount.token]
  for (const t of near) {
    const word = words[t] ?? ''
    if (t < 0 || grammar.sentenceOf[t] !== s) continue
    if (word === ',' || word === ';') continue
    if ((word === 'more' || word === 'less' || word === 'above' || word === 'below') && t < amount.token) continue
    if (word === 'up' && words[t + 1] === 'to') continue
    if (amount.kind === 'count' && (word === 'more' || word === 'up' || word === 'lost' || word === 'above')) continue
    if (UP.test(word)) return 'up'
    if (DOWN.test(word)) return 'down'
  }
  return null
}

const BASES = /^(?:from|than|versus|against|over)$/

/** What a change is measured against: "compared with a year earlier", "than last year", "year-on-year"; null where nothing is said. */
export function baseOf(doc: Document, grammar: Grammar, amount: Amount): string | null {
  const { words } = grammar
  const s = grammar.sentenceOf[amount.token] ?? -1
  const last = s >= 0 ? (grammar.first[s + 1] ?? 0) : 0
  for (let t = amount.next; t < last && t < amount.next + 12; t++) {
    const word = words[t] ?? ''
    if (/^(?:year-on-year|year-over-year|y-o-y|yoy|month-on-month|quarter-on-quarter|annually)$/.test(word))
      return doc.text.slice(doc.tokens.start[t], doc.tokens.end[t])
    const compared = (word === 'compared' || word === 'relative') && /^(?:with|to)$/.test(words[t + 1] ?? '')
    const than =
      BASES.test(word) &&
      (/^(?:a|an|the|last|previous)$/.test(words[t + 1] ?? '') || /^\d{4}$/.test(words[t + 1] ?? '')) &&
      /\b(?:year|month|quarter|week|decade|period|level|levels|earlier|before|previous|last|\d{4})\b/.test(
        words.slice(t + 1, t + 5).join(' '),
      )
    if (!compared && !than) continue
    const from = compared ? t + 2 : t + 1
    let to = from
    while (to < last && to < from + 9 && !/^[.,;:()"“”]$/.test(words[to] ?? '') && words[to] !== 'and') to++
    return to > from ? doc.text.slice(doc.tokens.start[from], doc.tokens.end[to - 1]) : null
  }
  return null
}

/** "a rise of 13.7% from a year earlier", "than last year": what is compared with, not when it was. */
function isBase(doc: Document, date: DateMention): boolean {
  const before = doc.text.slice(Math.max(0, date.start - 16), date.start).toLowerCase()
  return (
    /\b(?:than|versus|compared (?:to|with)|relative to)(?: in)? (?:the )?$/.test(before) ||
    (/\b(?:from|over|against|on) (?:the )?$/.test(before) && /\b(?:earlier|before|previous)\b/i.test(date.text))
  )
}

/** The date or period of the same sentence that stands nearest to the number, by words, crossing as few commas as it can. */
export function periodOf(
  doc: Document,
  grammar: Grammar,
  amount: Amount,
  dates: readonly DateMention[],
): DateMention | null {
  const s = grammar.sentenceOf[amount.token] ?? -1
  const sentence = doc.sentences[s]
  if (!sentence) return null
  let best: DateMention | null = null
  let cost = Infinity
  for (const date of dates) {
    if (date.end <= sentence.start) continue
    if (date.start >= sentence.end) break
    if (date.start < amount.end && date.end > amount.start) continue
    if (isBase(doc, date)) continue
    const [from, to] = date.start >= amount.end ? [amount.end, date.start] : [date.end, amount.start]
    const between = doc.text.slice(from, to)
    let distance = between.length + (date.start < amount.start ? 10 : 0)
    for (let i = 0; i < between.length; i++) if (';:"“”('.includes(between.charAt(i))) distance += 60
    if (distance < cost) {
      cost = distance
      best = date
    }
  }
  return best
}

import type { Grammar } from '../grammar/read-grammar'
import type { Amount } from './amount'
import { closing, opensConversion } from './phrase-text'
import { isDuration } from './units'

/** What a unit measures, and whether an adjective behind the number says it ("tall"). */
export interface Dimension {
  name: string
  adjective: boolean
}

const BY_ADJECTIVE: ReadonlyMap<string, string> = new Map([
  ['tall', 'height'],
  ['high', 'height'],
  ['long', 'length'],
  ['wide', 'width'],
  ['deep', 'depth'],
  ['thick', 'thickness'],
])

/** "time", "distance", "height" …; null for units that measure several things. */
export function dimensionOf(grammar: Grammar, amount: Amount): Dimension | null {
  const unit = amount.unit ?? ''
  const behind = opensConversion(grammar, amount.next) ? closing(grammar, amount.next, amount.next + 12) : amount.next
  const said = BY_ADJECTIVE.get(grammar.words[behind] ?? '')
  if (said && !isDuration(unit)) return { name: said, adjective: true }
  const name = byUnit(unit)
  return name ? { name, adjective: false } : null
}

function byUnit(unit: string): string | null {
  if (isDuration(unit)) return 'time'
  if (/^(?:mph|km\/h|m\/s|kph|knot)$/.test(unit)) return 'speed'
  if (/^(?:square|acre|hectare)/.test(unit)) return 'area'
  if (/^(?:kg|kilogram|pound|ton|tonne|gram|ounce|stone)$/.test(unit)) return 'weight'
  if (/^(?:mile|km|kilometer|kilometre|metre|meter|foot|yard|light-year|nautical mile)$/.test(unit)) return 'distance'
  return null
}

import type { Figure } from '../extract/types'
import { fold } from '../text/normalise'
import type { FigureNode } from './query'

const NUMBER = String.raw`[-+]?\d[\d,]*(?:\.\d+)?`
const SCALE = String.raw`(?:\s?(k|thousand|m|mn|million|bn|billion|trillion)(?![\p{L}]))?`
const SIGN = String.raw`([$€£¥₽])?\s?`
const RANGE = new RegExp(`^${SIGN}(${NUMBER})${SCALE}\\.\\.\\.?${SIGN}(${NUMBER})${SCALE}`, 'iu')
const BOUND = new RegExp(`^(>=|<=|>|<|=|≥|≤)?\\s?${SIGN}(${NUMBER})${SCALE}`, 'iu')
const SCALES: Record<string, number> = {
  k: 1e3, thousand: 1e3, m: 1e6, mn: 1e6, million: 1e6, bn: 1e9, billion: 1e9, trillion: 1e12,
} // prettier-ignore
const SIGNS: Record<string, string> = { $: 'usd', '€': 'eur', '£': 'gbp', '¥': 'jpy', '₽': 'rub' }
const UNITS: Record<string, string> = {
  '%': 'percent', 'per cent': 'percent', pc: 'percent', dollars: 'usd', dollar: 'usd', euros: 'eur', euro: 'eur', pounds: 'gbp',
  roubles: 'rub', rubles: 'rub', tenge: 'kzt', persons: 'people', person: 'people', kilometres: 'km', kilometers: 'km',
  tonnes: 'tonne', tons: 'tonne', years: 'year',
} // prettier-ignore

/**
 * What stands after `figure:` as a test: ">10", ">=5%", "10..20 km", "$3.5bn", "7 people", "jobs". Null where it is neither a
 * number nor a unit.
 */
export function readFigureTest(typed: string): FigureNode | null {
  const text = typed.trim()
  const range = RANGE.exec(text)
  if (range) {
    const [whole, sign1, low = '', scale1, sign2, high = '', scale2] = range
    const from = valueOf(low, scale1 ?? scale2)
    const to = valueOf(high, scale2)
    return {
      kind: 'figure',
      above: { value: Math.min(from, to), inclusive: true },
      below: { value: Math.max(from, to), inclusive: true },
      unit: unitOf(sign1 ?? sign2, text.slice(whole.length)),
    }
  }
  const bound = BOUND.exec(text)
  if (!bound) {
    const unit = unitOf(undefined, text)
    return unit === null || /^[<>=]/.test(unit) ? null : { kind: 'figure', above: null, below: null, unit }
  }
  const [whole, operator = '=', sign, number = '', scale] = bound
  const limit = { value: valueOf(number, scale), inclusive: !/^[<>]$/.test(operator) }
  return {
    kind: 'figure',
    above: /^[<≤]/.test(operator) ? null : limit,
    below: /^[>≥]/.test(operator) ? null : limit,
    unit: unitOf(sign, text.slice(whole.length)),
  }
}

/** Whether a figure is one that was asked for; a range counts when any value in it does. Figures without a value never pass a bound. */
export function passesFigure(figure: Figure, { above, below, unit }: FigureNode): boolean {
  if (unit !== null && !hasUnit(figure, unit)) return false
  if (!above && !below) return true
  if (figure.value === null) return false
  const low = figure.value
  const high = figure.valueTo ?? low
  if (above && !(high > above.value || (above.inclusive && high === above.value))) return false
  return !below || low < below.value || (below.inclusive && low === below.value)
}

function hasUnit(figure: Figure, unit: string): boolean {
  const known = figure.unit === null ? '' : fold(figure.unit)
  if (known === unit || (known !== '' && unit === `${known}s`)) return true
  return ` ${fold(figure.what ?? '')} `.includes(` ${unit} `)
}

function valueOf(number: string, scale: string | undefined): number {
  return Number(number.replaceAll(',', '')) * (scale ? (SCALES[scale.toLowerCase()] ?? 1) : 1)
}

function unitOf(sign: string | undefined, rest: string): string | null {
  if (sign) return SIGNS[sign] ?? null
  const unit = fold(rest).trim()
  return unit === '' ? null : (UNITS[unit] ?? unit)
}

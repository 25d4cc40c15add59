import type { BriefingCitation, BriefingSentence } from '../types'
import { figuresIn, type ComparedFigure } from './figures-in'
import { outsideQuotes } from './outside-quotes'
import type { Hit } from './rule'

/** Every figure of the analyst's own words equals a cited one, or says that it is rounded and lies near. */
export function figureRules({ type, text, citations }: BriefingSentence): Hit[] {
  if (type !== 'figure' && type !== 'fact' && type !== 'quote') return []
  const figures = figuresIn(outsideQuotes(text))
  const hits: Hit[] = []
  if (type === 'figure' && figures.length === 0 && figuresIn(text).length === 0 && !/\p{N}/u.test(text)) {
    hits.push({
      rule: 'figure-without-number',
      message: 'No number stands in this figure. Give it, or make it a fact.',
    })
  }
  const cited = citations.flatMap(citedFigures)
  if (citations.every(({ passage }) => passage === null)) return hits
  for (const figure of figures) {
    // "One line", "one of them": in a fact the word is hardly ever a count.
    if (type !== 'figure' && /^one\b/iu.test(figure.text)) continue
    if (cited.some((source) => agrees(figure, source))) continue
    hits.push({
      rule: type === 'figure' ? 'figure-not-equal' : 'number-not-cited',
      message: `No cited passage says “${figure.text}”. ${says(cited)}`,
      start: figure.start,
      end: figure.end,
    })
  }
  return hits
}

interface CitedNumber extends Pick<ComparedFigure, 'text' | 'value' | 'valueTo' | 'unit'> {
  /** Whether "about" may be said of it: a number the source itself rounds or bounds is to be given as it is. */
  flat: boolean
}

/** What the extraction stored for the passage and what can be read from its words: either may know more. */
function citedFigures({ figures, passage }: BriefingCitation): CitedNumber[] {
  const stored = figures.flatMap(({ text, value, unit }) =>
    value === null ? [] : [{ text, value, unit, valueTo: null, flat: false }],
  )
  const read = passage ? figuresIn(passage.text) : []
  return [...stored, ...read.map((figure) => ({ ...figure, flat: figure.approximator === null }))]
}

function says(cited: readonly CitedNumber[]): string {
  const words = [...new Set(cited.map(({ text }) => text.trim()))]
  if (words.length === 0) return 'The cited passages have no figure.'
  return `They say ${words
    .slice(0, 4)
    .map((word) => `“${word}”`)
    .join(', ')}${words.length > 4 ? ' …' : ''}.`
}

function agrees(figure: ComparedFigure, source: CitedNumber): boolean {
  if (!sameUnit(figure.unit, source.unit)) return false
  const bounds = source.valueTo === null ? [source.value] : [source.value, source.valueTo]
  if (figure.valueTo !== null && source.valueTo !== null) {
    return equal(figure.value, source.value) && equal(figure.valueTo, source.valueTo)
  }
  return bounds.some((value) => equal(figure.value, value) || (source.flat && isNear(figure, value)))
}

const equal = (a: number, b: number): boolean => Math.abs(a - b) <= 1e-9 * Math.max(Math.abs(a), Math.abs(b))

/** Humans may be counted without saying so ("17 dead"); an unknown unit fits every other. */
function sameUnit(a: string | null | undefined, b: string | null | undefined): boolean {
  const plain = (unit: string | null) => (unit === null || unit === 'people' ? 'count' : unit)
  return a === undefined || b === undefined || plain(a) === plain(b)
}

const ROUNDED =
  /^(?:about|around|some|roughly|approximately|circa|nearly|almost|close to|an estimated|estimated|~|≈|just over|just under|barely)$/
const ABOVE =
  /^(?:more than|over|at least|above|in excess of|well over|exceeding|topping|no (?:fewer|less) than|not less than|just over|a little over|>|\+)$/
const BELOW = /^(?:less than|fewer than|under|below|at most|up to|no more than|nearly|almost|just under|<)$/

/** "About 4 million" is near 4.2 million: within rounding to the figure's own last digit, and never more than a tenth away. */
function isNear({ value, approximator }: ComparedFigure, source: number): boolean {
  if (approximator === null) return false
  const off = source - value
  const unit = lastPlace(value)
  if (ROUNDED.test(approximator) && Math.abs(off) <= Math.min(unit / 2, Math.abs(source) / 10)) return true
  const within = Math.abs(off) <= Math.min(unit, Math.abs(source) / 4)
  return within && ((ABOVE.test(approximator) && off > 0) || (BELOW.test(approximator) && off < 0))
}

/** The worth of the last digit that is not a zero: 1,000,000 for 4,000,000, 0.1 for 4.2. */
function lastPlace(value: number): number {
  const [digits = '', exponent = '0'] = Math.abs(value).toExponential().split('e')
  const decimals = digits.split('.')[1]?.length ?? 0
  return 10 ** (Number(exponent) - decimals)
}

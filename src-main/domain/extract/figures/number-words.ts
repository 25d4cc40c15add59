import type { Piece } from './pieces'

const UNITS =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
    ' ',
  )
const TENS = ['twenty', 'thirty', 'forty', 'fifty', 'sixty', 'seventy', 'eighty', 'ninety']

const SMALL = new Map<string, number>([
  ...UNITS.map((word, n): [string, number] => [word, n]),
  ...TENS.map((word, n): [string, number] => [word, 20 + 10 * n]),
  ['fourty', 40],
])

/** Multipliers as words and as the news abbreviates them; the short ones count only after digits. */
const SCALES = new Map<string, number>([
  ['hundred', 100],
  ['thousand', 1e3],
  ['million', 1e6],
  ['billion', 1e9],
  ['trillion', 1e12],
  ['quadrillion', 1e15],
  ['lakh', 1e5],
  ['lakhs', 1e5],
  ['lac', 1e5],
  ['lacs', 1e5],
  ['crore', 1e7],
  ['crores', 1e7],
  ['dozen', 12],
  ['dozens', 12],
])
const SHORT_SCALES = new Map<string, number>([
  ['k', 1e3],
  ['m', 1e6],
  ['mn', 1e6],
  ['mln', 1e6],
  ['mil', 1e6],
  ['mio', 1e6],
  ['b', 1e9],
  ['bn', 1e9],
  ['bln', 1e9],
  ['mrd', 1e9],
  ['tn', 1e12],
  ['trn', 1e12],
  ['cr', 1e7],
])

const DENOMINATORS = new Map<string, number>([
  ['half', 2],
  ['halves', 2],
  ['third', 3],
  ['quarter', 4],
  ['fifth', 5],
  ['sixth', 6],
  ['seventh', 7],
  ['eighth', 8],
  ['ninth', 9],
  ['tenth', 10],
  ['hundredth', 100],
])
const VULGAR = new Map<string, number>([
  ['½', 1 / 2],
  ['⅓', 1 / 3],
  ['⅔', 2 / 3],
  ['¼', 1 / 4],
  ['¾', 3 / 4],
  ['⅕', 1 / 5],
  ['⅛', 1 / 8],
])

export interface NumberRead {
  value: number
  /** Index of the first piece after the number. */
  end: number
  /** Written in words, or in digits. */
  spelled: boolean
  /** Largest multiplier read ("million" 1e6), 1 where none. */
  scale: number
  fraction: boolean
}

const denominator = (word: string) => DENOMINATORS.get(word) ?? DENOMINATORS.get(word.replace(/s$/, ''))

/** Whether a word can begin a number in words. */
export function startsNumber(word: string): boolean {
  return SMALL.has(word) || word === 'half' || word === 'quarter' || VULGAR.has(word) || word === 'hundred'
}

/** The multiplier a word names, 1 where it names none; `afterDigits` lets the short forms in ("4.2bn"). */
export function scaleOf(word: string, afterDigits: boolean): number {
  return SCALES.get(word) ?? (afterDigits ? (SHORT_SCALES.get(word.replace(/\.$/, '')) ?? 1) : 1)
}

/** The value of a digit token: "4,200", "66.06", "1,50,000", "3,5"; NaN where it is no number. */
export function digitValue(word: string): number {
  if (!/^\d[\d.,]*$/.test(word)) return NaN
  const trimmed = word.replace(/[.,]$/, '')
  if (/^\d{1,3}(?:,\d{2,3})+(?:\.\d+)?$/.test(trimmed)) {
    if (!/,\d{3}(?:\.\d+)?$/.test(trimmed)) return Number(trimmed.replace(',', '.'))
    return Number(trimmed.replaceAll(',', ''))
  }
  if (/^\d{1,3}(?:\.\d{3}){2,}$/.test(trimmed)) return Number(trimmed.replaceAll('.', ''))
  if (/^\d+,\d+$/.test(trimmed)) return Number(trimmed.replace(',', '.'))
  return Number(trimmed)
}

/** Reads the number that begins at `pieces[at]`, in digits or in words; null where there is none. */
export function readNumber(pieces: readonly Piece[], at: number): NumberRead | null {
  const word = pieces[at]?.word ?? ''
  const digits = digitValue(word)
  if (!Number.isNaN(digits)) return readDigits(pieces, at, digits)
  const vulgar = VULGAR.get(word)
  if (vulgar !== undefined) return { value: vulgar, end: at + 1, spelled: false, scale: 1, fraction: true }
  return readFraction(pieces, at) ?? readSpelled(pieces, at)
}

function readDigits(pieces: readonly Piece[], at: number, digits: number): NumberRead {
  let value = digits
  let end = at + 1
  let scale = 1
  const next = pieces[end]
  const after = pieces[end + 1]
  const vulgar = next ? VULGAR.get(next.word) : undefined
  if (vulgar !== undefined) return { value: value + vulgar, end: end + 1, spelled: false, scale, fraction: false }
  if (
    next &&
    /^\d$/.test(next.word) &&
    after?.word === '/' &&
    /^\d$/.test(pieces[end + 2]?.word ?? '') &&
    Number.isInteger(value)
  ) {
    const part = Number(next.word) / Number(pieces[end + 2]?.word)
    if (part < 1) return { value: value + part, end: end + 3, spelled: false, scale, fraction: false }
  }
  const quotient = next?.word === '/' && next.start === (pieces[at]?.end ?? -1) ? digitValue(after?.word ?? '') : NaN
  if (quotient > value && quotient <= 10 && after?.start === next?.end && Number.isInteger(quotient))
    return { value: value / quotient, end: end + 2, spelled: false, scale, fraction: true }
  for (let piece = pieces[end]; piece; piece = pieces[end]) {
    const near = piece.start - (pieces[end - 1]?.end ?? 0)
    const times = near <= 1 ? scaleOf(piece.word, near === 0 || piece.word.length > 1) : 1
    if (times === 1 || (times <= scale && scale > 1 && times < 1e5)) break
    value *= times
    scale = Math.max(scale, times)
    end++
  }
  return { ...withAndAHalf(pieces, { value, end, spelled: false, scale, fraction: false }) }
}

/** "a million and a half", "two and a half million". */
function withAndAHalf(pieces: readonly Piece[], read: NumberRead): NumberRead {
  const [and, article, part] = [pieces[read.end]?.word, pieces[read.end + 1]?.word, pieces[read.end + 2]?.word ?? '']
  if (and !== 'and' || (article !== 'a' && article !== 'one' && article !== 'two' && article !== 'three')) return read
  const below = denominator(part)
  if (!below || (article === 'a' && below > 4)) return read
  const extra = (article === 'two' ? 2 : article === 'three' ? 3 : 1) / below
  const next = pieces[read.end + 3]?.word ?? ''
  const times = read.scale === 1 ? scaleOf(next, false) : 1
  if (times > 1) return { ...read, value: (read.value + extra) * times, end: read.end + 4, scale: times }
  const whole = read.scale >= 1000 && read.value % read.scale === 0 ? read.scale : 1
  return { ...read, value: read.value + extra * whole, end: read.end + 3 }
}

/** "two-thirds", "three quarters of", "a quarter of", "half", "half a million". */
function readFraction(pieces: readonly Piece[], at: number): NumberRead | null {
  const word = pieces[at]?.word ?? ''
  if (word === 'half') {
    const article = pieces[at + 1]?.word === 'a' ? 1 : 0
    const scale = scaleOf(pieces[at + 1 + article]?.word ?? '', false)
    if (scale > 1) return { value: scale / 2, end: at + 2 + article, spelled: true, scale, fraction: false }
    return { value: 0.5, end: at + 1, spelled: true, scale: 1, fraction: true }
  }
  if (word === 'quarter' && scaleOf(pieces[at + 1]?.word ?? '', false) >= 1000) {
    const scale = scaleOf(pieces[at + 1]?.word ?? '', false)
    return { value: scale / 4, end: at + 2, spelled: true, scale, fraction: false }
  }
  const above = word === 'a' || word === 'an' ? 1 : SMALL.get(word)
  if (above === undefined) return null
  const part = pieces[at + 1]
  const below = part ? denominator(part.word) : undefined
  if (!part || !below) return null
  const plural = part.word.endsWith('s') || part.word === 'halves'
  if (above !== 1 && !plural && !part.glued) return null
  if (above === 1 && plural) return null
  const of = pieces[at + 2]?.word
  const times = below <= 4 ? scaleOf(of ?? '', false) : 1
  if (times >= 1000)
    return { value: (above * times) / below, end: at + 3, spelled: true, scale: times, fraction: false }
  if (
    above === 1 &&
    (word === 'a' || word === 'an' || below > 2) &&
    of !== 'of' &&
    !part.glued &&
    !(of === 'the' && below === 4) &&
    of !== 'part'
  )
    return null
  return { value: above / below, end: at + 2, spelled: true, scale: 1, fraction: true }
}

/** Cardinals in words: "two hundred and twenty-five", "a million and a half", "two dozen". */
function readSpelled(pieces: readonly Piece[], at: number): NumberRead | null {
  let total = 0
  let group = -1
  let end = at
  let scale = 1
  const first = pieces[at]?.word ?? ''
  if (first === 'a' || first === 'an') {
    if (pieces[at + 1] && !pieces[at + 1]?.glued && scaleOf(pieces[at + 1]?.word ?? '', false) > 1) {
      group = 1
      end++
    } else return null
  }
  for (let piece = pieces[end]; piece; piece = pieces[end]) {
    const small = SMALL.get(piece.word)
    const times = scaleOf(piece.word, false)
    if (small !== undefined) {
      const fits =
        group < 0 ||
        (small < 10 && small > 0 && group % 100 >= 20 && group % 10 === 0) ||
        (group >= 100 && group % 100 === 0 && small > 0)
      if (!fits) break
      group = Math.max(group, 0) + small
    } else if (times > 1) {
      if (group < 0) break
      if (times === 100 || times === 12) group *= times
      else {
        if (total > 0 && times >= scale && scale > 1) break
        total += group * times
        group = -1
      }
      scale = Math.max(scale, times)
    } else if (piece.word === 'and' && joinsHundreds(pieces, end, group, total)) {
      end++
      continue
    } else if (piece.word === 'point' && group >= 0 && SMALL.has(pieces[end + 1]?.word ?? '')) {
      return readPoint(pieces, total + group, end + 1)
    } else break
    end++
  }
  if (end === at || (group < 0 && total === 0)) return null
  return withAndAHalf(pieces, { value: total + Math.max(group, 0), end, spelled: true, scale, fraction: false })
}

/** "and" goes on with a number only after hundreds or a multiplier, and before less than a hundred. */
function joinsHundreds(pieces: readonly Piece[], and: number, group: number, total: number): boolean {
  const next = SMALL.get(pieces[and + 1]?.word ?? '')
  if (next === undefined || next === 0) return false
  return (group >= 100 && group % 100 === 0) || (group < 0 && total >= 1000)
}

/** "one point five million". */
function readPoint(pieces: readonly Piece[], whole: number, from: number): NumberRead {
  let digits = ''
  let end = from
  for (
    let small = SMALL.get(pieces[end]?.word ?? '');
    small !== undefined && small < 10;
    small = SMALL.get(pieces[end]?.word ?? '')
  ) {
    digits += String(small)
    end++
  }
  const scale = scaleOf(pieces[end]?.word ?? '', false)
  const value = Number(`${whole}.${digits || '0'}`) * scale
  return { value, end: scale > 1 ? end + 1 : end, spelled: true, scale, fraction: false }
}

import type { Range } from '../../text/span'
import { spanOf } from '../../text/span'
import type { Figure } from '../types'
import { wholeWord, type LanguageLexicon, type Meaning } from './language-lexicon'
import { digitsPattern, plainDigits, readChineseNumeral, valueOfDigits } from './read-number'

const SPACE = '[ \\u00a0\\u202f\\n]'
/** How far before a number an approximator or a verb of change is looked for, in UTF-16 units. */
const BEFORE = 40
const AFTER = 60
const CHINESE_NUMERAL = '[〇一二三四五六七八九两十百千]+'

interface Rules {
  number: RegExp
  numerals: readonly [RegExp, number][]
  scales: readonly [RegExp, number][]
  units: readonly [RegExp, string | null][]
  notCounted: RegExp
  labels: RegExp
  functionWord: RegExp
  approximator: RegExp
  rise: RegExp
  fall: RegExp
}

const compiled = new Map<string, Rules>()

function rulesOf(lexicon: LanguageLexicon): Rules {
  const known = compiled.get(lexicon.language)
  if (known) return known
  const rules = compile(lexicon)
  compiled.set(lexicon.language, rules)
  return rules
}

function compile(lexicon: LanguageLexicon): Rules {
  const { spaced } = lexicon
  const ends = spaced ? '(?![\\p{L}\\p{N}])' : ''
  const here = (source: string) => new RegExp(`^(?:${source})${ends}`, 'iu')
  const before = (source: string) => new RegExp(`${spaced ? '(?<![\\p{L}\\p{N}])' : ''}(${source})${SPACE}*$`, 'iu')
  const anywhere = (source: string) => new RegExp(spaced ? wholeWord(source) : source, 'iu')
  // The longest word wins: "mil millones" before "mil".
  const table = <T>(meanings: readonly Meaning<T>[]) =>
    meanings.map(([words, meaning]) => [here(words), meaning] as [RegExp, T])
  const words = lexicon.numerals.map(([source]) => source).join('|')
  const numeral = spaced ? (words ? `|${wholeWord(words)}` : '') : `|${CHINESE_NUMERAL}`
  return {
    number: new RegExp(`(?<digits>${digitsPattern(lexicon)})|(?<words>${numeral.slice(1) || '(?!)'})`, 'giu'),
    numerals: table(lexicon.numerals),
    scales: table(lexicon.scales),
    units: [[/^%/u, 'percent'], [/^(?:US\$|\$)/u, 'USD'], [/^€/u, 'EUR'], [/^£/u, 'GBP'], ...table(lexicon.units)],
    notCounted: here(lexicon.notCounted),
    labels: before(lexicon.labels),
    functionWord: here(lexicon.functionWords || '(?!)'),
    approximator: before(lexicon.approximators),
    rise: anywhere(lexicon.rise),
    fall: anywhere(lexicon.fall),
  }
}

/**
 * Figures of a text in a language read by rules: value, unit and what is counted, from numbers in digits and in words. Years, dates,
 * times, labels and ordinals are none. Subject and period are left open: rules of this kind would guess them.
 */
export function figuresByRules(text: string, lexicon: LanguageLexicon, from: number): Figure[] {
  const rules = rulesOf(lexicon)
  const plain = plainDigits(text)
  const figures: Figure[] = []
  let end = from
  for (const match of plain.matchAll(rules.number)) {
    if (match.index < end) continue
    const figure = figureAt(
      { text, plain, lexicon, rules },
      { start: match.index, end: match.index + match[0].length },
      match.groups?.['digits'],
    )
    if (!figure) continue
    figures.push(figure)
    end = figure.end
  }
  return figures
}

interface Scene {
  text: string
  plain: string
  lexicon: LanguageLexicon
  rules: Rules
}

function figureAt(scene: Scene, number: Range, digits: string | undefined): Figure | null {
  const { text, plain, lexicon, rules } = scene
  const lead = plain.slice(Math.max(0, number.start - BEFORE), number.start)
  if (rules.labels.test(lead)) return null
  const counted = { end: number.end, value: digits === undefined ? null : valueOfDigits(digits, lexicon) }
  if (digits === undefined) readNumeral(scene, number, counted)
  if (counted.value === null || !Number.isFinite(counted.value)) return null
  // 一个, 一项: one of something is mostly an article.
  if (!lexicon.spaced && digits === undefined && counted.value === 1) return null
  const scaled = readScale(scene, counted)
  const rest = restAfter(scene, counted.end)
  if (rules.notCounted.test(rest.words)) return null
  const unit = rules.units.find(([words]) => words.test(rest.words))
  const isYear = !scaled && digits !== undefined && /^(?:1[5-9]|20)\d\d$/u.test(digits)
  let what: string | null = null
  let end = counted.end
  if (unit) {
    // "2016 году" is a date, "16 лет" a length of time.
    if (isYear && unit[1] === 'year') return null
    const length = unit[0].exec(rest.words)?.[0].length ?? 0
    end = rest.at + length
    if (unit[1] === null) what = text.slice(rest.at, end)
  } else {
    // One of something is mostly an article or an idiom.
    if (isYear || (digits === undefined && counted.value === 1)) return null
    const noun = lexicon.spaced ? nounAfter(scene, rest) : null
    if (!noun && (digits === undefined || !lexicon.spaced)) return null
    if (noun) {
      what = text.slice(noun.start, noun.end)
      end = noun.end
    }
  }
  const approximator = rules.approximator.exec(lead)?.[1]
  const clause = lead.slice(Math.max(...['.', ',', '，', '。', '、', '،'].map((stop) => lead.lastIndexOf(stop))) + 1)
  const direction = rules.rise.test(clause) ? 'up' : rules.fall.test(clause) ? 'down' : null
  return {
    ...spanOf(text, number.start, end),
    value: counted.value,
    unit: unit?.[1] ?? null,
    what,
    subject: null,
    period: null,
    ...(approximator ? { approximator } : {}),
    ...(direction ? { direction } : {}),
    why: unit ? 'a number with a unit' : 'a number with what it counts',
    confidence: unit ? 0.85 : 0.6,
  }
}

interface Counted {
  end: number
  value: number | null
}

/** Adds up neighbouring numerals ("двадцать пять") or reads a Chinese one. */
function readNumeral({ plain, lexicon, rules }: Scene, number: Range, counted: Counted): void {
  if (!lexicon.spaced) {
    counted.value = readChineseNumeral(plain.slice(number.start, number.end))
    return
  }
  let at = number.start
  let total = 0
  for (;;) {
    const rest = plain.slice(at, at + AFTER)
    const numeral = rules.numerals
      .map(([words, value]) => ({ value, length: words.exec(rest)?.[0].length ?? 0 }))
      .reduce((a, b) => (b.length > a.length ? b : a), { value: 0, length: 0 })
    if (numeral.length === 0) break
    total += numeral.value
    counted.end = at + numeral.length
    at = counted.end
    while (plain[at] === ' ' || plain[at] === '\u00a0') at++
  }
  counted.value = total
}

/** Multiplies by the scale words that follow; says whether there were any. */
function readScale(scene: Scene, counted: Counted): boolean {
  const rest = restAfter(scene, counted.end)
  const scale = scene.rules.scales
    .map(([words, factor]) => ({ factor, length: words.exec(rest.words)?.[0].length ?? 0 }))
    .reduce((a, b) => (b.length > a.length ? b : a), { factor: 1, length: 0 })
  if (scale.length === 0 || counted.value === null) return false
  // Binary fractions: 1.86 × 10⁹ must not end in …0001.
  counted.value = Number((counted.value * scale.factor).toPrecision(12))
  counted.end = rest.at + scale.length
  return true
}

/** The words after a place, and where they start. */
function restAfter({ plain, lexicon }: Scene, end: number): { at: number; words: string } {
  const gap = lexicon.spaced ? (new RegExp(`^${SPACE}*`, 'u').exec(plain.slice(end, end + 4))?.[0].length ?? 0) : 0
  return { at: end + gap, words: plain.slice(end + gap, end + gap + AFTER) }
}

/** The noun a bare number counts: the next word in small letters that is no function word. */
function nounAfter({ plain, rules }: Scene, rest: { at: number; words: string }): Range | null {
  const word = /^[\p{Ll}\p{Lo}\p{M}’'-]{3,}/u.exec(rest.words)?.[0]
  if (!word || rules.functionWord.test(rest.words) || plain.slice(rest.at - 1, rest.at).trim() !== '') return null
  return { start: rest.at, end: rest.at + word.length }
}

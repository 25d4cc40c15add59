import { TokenFlag } from '../../text/tokens'
import type { Document } from '../document'
import type { Grammar } from '../grammar/read-grammar'
import { WordClass } from '../grammar/word-class'

const MONTHS =
  /^(?:jan|feb|mar|apr|may|jun|jul|aug|sep|sept|oct|nov|dec)(?:uary|ruary|ch|il|e|y|ust|tember|ober|ember)?\.?$/
const ORDINAL_SUFFIX = /^\d+(?:st|nd|rd|th)$/
/** Words after which a number names a thing instead of counting. */
const IDENTIFIED = new Set(
  `no no. nos number article section chapter page pages room gate flight route highway interstate junction exit channel figure table act paragraph clause
  resolution bill amendment proposition rule volume vol vol. issue episode season part phase stage round tier grade level category type class unit line platform
  block lot plot version model mark psalm verse apollo boeing airbus title code form schedule annex protocol item case docket box p.o windows office iphone area sector district ward zone precinct lane
  heisei showa size interstate a1 route terminal hangar pier dock suite apartment floor flat shot take day week year month game match leg set heat lap group pool division league seed ranked rank ranking
  aged age ages turn turns turned born circa constituency reference imo mmsi top coronavirus calling call dial phone extension tel file film lost`
    .split(/\s+/)
    .filter(Boolean),
)
const CLOCK_AFTER = new Set([
  'am',
  'pm',
  'a.m.',
  'p.m.',
  'a.m',
  'p.m',
  "o'clock",
  'o’clock',
  'gmt',
  'utc',
  'hrs',
  'bst',
  'edt',
  'est',
  'cet',
  'pst',
  'pdt',
  'cst',
  'local',
  'noon',
])
const YEAR_BEFORE = new Set(
  `in since from until till by during before after through to early late mid circa around of the and year summer winter spring autumn fall election elections season
  between or for his her its their this that at – -`
    .split(/\s+/)
    .filter(Boolean),
)

/** Why a digit token is no figure, or null where it may be one. `i` is its token, `next` the first token after the number. */
export function noFigure(doc: Document, grammar: Grammar, i: number, next: number, value: number): string | null {
  const { words, classes } = grammar
  const { flags, start, end } = doc.tokens
  const flag = flags[i] ?? 0
  const word = words[i] ?? ''
  const dotted = words[i - 1] === '.' && i > 1 && (end[i - 2] ?? 0) === (start[i - 1] ?? -1)
  const before = dotted ? (words[i - 2] ?? '') : (words[i - 1] ?? '')
  const after = words[next] ?? ''
  const glueBefore = !(flag & TokenFlag.spaceBefore)
  const glueAfter = next < doc.tokens.count && !((flags[next] ?? 0) & TokenFlag.spaceBefore)
  if (ORDINAL_SUFFIX.test(word) || (flag & TokenFlag.word && !(flag & TokenFlag.hyphenated)))
    return 'a word with a digit'
  if (flag & TokenFlag.address) return 'an address'
  if ((before === '#' || before === '№') && glueBefore) return 'an identifier'
  if (MONTHS.test(after.replace(/\.$/, '')) && value >= 1 && value <= 31 && (flags[next] ?? 0) & TokenFlag.capital)
    return 'a day of the month'
  if (MONTHS.test(before) && (flags[dotted ? i - 2 : i - 1] ?? 0) & TokenFlag.capital && value >= 1 && value <= 31)
    return 'a day of the month'
  if (CLOCK_AFTER.has(after) && value < 2500) return 'a time of day'
  if (
    (after === ':' && glueAfter && /^\d/.test(words[next + 1] ?? '')) ||
    (before === ':' && glueBefore && /^\d/.test(words[i - 2] ?? ''))
  )
    return 'a time of day'
  if (
    (before === '/' || after === '/') &&
    (glueBefore || glueAfter) &&
    /^\d/.test(words[before === '/' ? i - 2 : next + 1] ?? '')
  )
    return 'a date or ratio'
  if (IDENTIFIED.has(before) && !/^(?:percent|%)$/.test(after)) return 'an identifier'
  if (isScore(doc, grammar, i, next, value)) return 'a score'
  if (isAge(doc, grammar, i, next, value)) return 'an age'
  if (isYear(word, value) && isYearHere(grammar, i, next)) return 'a year'
  const named = classes[i - 1] === WordClass.name && !glueBefore && (flags[i - 1] ?? 0) & TokenFlag.capital
  if (named && identifiesName(grammar, i, next)) return 'part of a name'
  // Street numbers: "36 Quai des Orfèvres", "10 Downing Street".
  if (
    classes[next] === WordClass.name &&
    (flags[next] ?? 0) & TokenFlag.capital &&
    /^(?:street|road|avenue|st\.?|ave\.?|lane|quai|boulevard|square|drive|way)$/.test(
      words[next + 1] ?? words[next] ?? '',
    )
  )
    return 'an address'
  if (/^\d{7,}$/.test(word) && !/^(?:people|votes|%|percent)$/.test(after)) return 'an identifier'
  if (/^\d+$/.test(before) && (/^\d{3,}$/.test(word) || /^\d{3,}$/.test(before)) && !glueBefore) return 'an identifier'
  if (/^\d{3,}$/.test(word) && /^\d{3,}$/.test(after)) return 'an identifier'
  if (/^0\d/.test(word) && !word.includes('.')) return 'an identifier'
  if ((start[i] ?? 0) === (end[i - 1] ?? -1) && /^[a-z]$/i.test(before)) return 'an identifier'
  return null
}

function isYear(word: string, value: number): boolean {
  return /^\d{4}$/.test(word) && value >= 1000 && value < 2200
}

/** A four-digit number is a year unless something is counted: "1800 people", "2300 miles". */
function isYearHere(grammar: Grammar, i: number, next: number): boolean {
  const { words, classes } = grammar
  const before = words[i - 1] ?? ''
  const after = words[next] ?? ''
  const c = classes[next]
  if (
    /^(?:about|around|over|nearly|almost|than|least|some|roughly|approximately|exceed|exceeding|exceeded)$/.test(before)
  )
    return Number(words[i]) >= 1900 && before === 'around' && c !== WordClass.noun
  if (c === WordClass.noun && after.endsWith('s') && !after.endsWith('ss'))
    return (
      YEAR_BEFORE.has(before) &&
      /^(?:elections|olympics|games|protests|riots|bombings|attacks|talks|polls|championships|floods|wildfires|sanctions)$/.test(
        after,
      )
    )
  if (/^(?:people|men|women|children|km|percent|%|troops|police)$/.test(after)) return false
  return Number(words[i]) >= 1500 || YEAR_BEFORE.has(before)
}

/** "Mary Smith, 39, said", "aged 17", "39-year-old", "(42)". */
function isAge(doc: Document, grammar: Grammar, i: number, next: number, value: number): boolean {
  const { words, classes } = grammar
  const before = words[i - 1] ?? ''
  const after = words[next] ?? ''
  if (value > 115 || !Number.isInteger(value)) return false
  if ((doc.tokens.flags[i] ?? 0) & TokenFlag.hyphenated)
    return /-year-olds?$|-month-olds?$|-week-olds?$|-day-olds?$/.test(words[i] ?? '')
  if (/^(?:years?|months?|weeks?|days?)$/.test(after) && words[next + 1] === 'old') return true
  if (before === 'of' && /^ages?$/.test(words[i - 2] ?? '')) return true
  const person = /^(?:he|she|who|,)$/.test(words[i - 2] ?? '') || classes[i - 2] === WordClass.name
  if (
    /^(?:was|is|turn|turned|turns)$/.test(before) &&
    (person || before.startsWith('turn')) &&
    value >= 3 &&
    /^(?:[.,;]|and|when|years?)$/.test(after)
  )
    return true
  const closed = after === ',' || after === '.' || after === ';' || after === ')' || after === 'and'
  return (
    (before === ',' || before === '(') &&
    closed &&
    (((doc.tokens.flags[i - 2] ?? 0) & TokenFlag.capital) !== 0 ||
      /^(?:brother|sister|son|daughter|wife|husband|mother|father|man|woman)$/.test(words[i - 2] ?? '')) &&
    value >= 5
  )
}

/** "won 3-1", "a 2–0 victory", "6-4, 6-3": two small numbers glued by a dash, nothing counted after them. */
function isScore(doc: Document, grammar: Grammar, i: number, next: number, value: number): boolean {
  const { words, classes } = grammar
  const { flags } = doc.tokens
  const dash = (word: string) => word === '-' || word === '–' || word === '−'
  const glued = (t: number) => !((flags[t] ?? 0) & TokenFlag.spaceBefore)
  const hyphenated = /^(\d{1,3})-(\d{1,3})$/.exec(words[i] ?? '')
  const second = hyphenated
    ? Number(hyphenated[2])
    : dash(words[next] ?? '') && glued(next) && glued(next + 1) && /^\d{1,3}$/.test(words[next + 1] ?? '')
      ? Number(words[next + 1])
      : NaN
  const first =
    dash(words[i - 1] ?? '') && glued(i) && glued(i - 1) && /^\d{1,3}$/.test(words[i - 2] ?? '')
      ? Number(words[i - 2])
      : NaN
  if (Number.isNaN(second) && Number.isNaN(first)) return false
  const end = Number.isNaN(second) || hyphenated ? next : next + 2
  const rising = Number.isNaN(second) ? first < value : value < second
  const counted =
    classes[end] === WordClass.noun ||
    classes[end] === WordClass.adjective ||
    /^(?:%|percent|per|million|billion|km)$/.test(words[end] ?? '')
  const sporty =
    /^(?:win|victory|defeat|loss|draw|lead|deficit|thrashing|rout|score|record|triumph|aggregate|margin|vote|decision|ruling)$/.test(
      words[end] ?? '',
    )
  return sporty || !(counted && rising)
}

/** "Area 51", "COVID 19", "Psalm 23" against "gave Trump 46 percent" and "Kurdi 14,000 lives". */
function identifiesName(grammar: Grammar, i: number, next: number): boolean {
  const { words, classes } = grammar
  const after = words[next] ?? ''
  if (/[.,]/.test(words[i] ?? '')) return false
  if (/^(?:%|percent|per|million|billion|thousand|years?|days?|times|points?)$/.test(after)) return false
  return (
    !(classes[next] === WordClass.noun && after.endsWith('s')) &&
    !(classes[next] === WordClass.adjective && (words[next + 1] ?? '').endsWith('s'))
  )
}

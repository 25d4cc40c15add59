const DOUBLED = /(bb|dd|ff|gg|mm|nn|pp|rr|tt)$/
const VOWEL = '[aeiouy]'
const R1 = new RegExp(`^.*?${VOWEL}[^aeiouy](.*)$`)

/** What follows the first consonant after the first vowel. */
function regionOne(word: string): number {
  if (/^(?:gener|commun|arsen)/.test(word)) return word.startsWith('commun') ? 6 : 5
  const rest = R1.exec(word)?.[1]
  return rest === undefined ? word.length : word.length - rest.length
}

function regionTwo(word: string, r1: number): number {
  const rest = R1.exec(word.slice(r1))?.[1]
  return rest === undefined ? word.length : word.length - rest.length
}

const STEP_2: [string, string][] = [
  ['ational', 'ate'], ['tional', 'tion'], ['ization', 'ize'], ['isation', 'ise'], ['fulness', 'ful'], ['ousness', 'ous'],
  ['iveness', 'ive'], ['biliti', 'ble'], ['entli', 'ent'], ['ation', 'ate'], ['alism', 'al'], ['aliti', 'al'], ['ousli', 'ous'],
  ['iviti', 'ive'], ['fulli', 'ful'], ['lessli', 'less'], ['enci', 'ence'], ['anci', 'ance'], ['abli', 'able'], ['izer', 'ize'],
  ['ator', 'ate'], ['alli', 'al'], ['bli', 'ble'],
] // prettier-ignore
const STEP_3: [string, string][] = [
  ['ational', 'ate'], ['tional', 'tion'], ['alize', 'al'], ['icate', 'ic'], ['iciti', 'ic'], ['ical', 'ic'], ['ful', ''], ['ness', ''],
] // prettier-ignore
const STEP_4 = [
  'ement',
  'ance',
  'ence',
  'able',
  'ible',
  'ment',
  'ant',
  'ent',
  'ism',
  'ate',
  'iti',
  'ous',
  'ive',
  'ize',
  'al',
  'er',
  'ic',
]

/** Words the rules would mistake for forms of others. */
const INVARIANT = new Set(
  'news andes atlas bias cosmos inning outing canning herring earring proceed exceed succeed'.split(' '),
)

/**
 * The stem of an English word, by M. F. Porter's "English (Porter2) stemming algorithm" (snowballstem.org); two forms of one word nearly always share it. `word` is folded; words with anything but a–z come back
 * as they are.
 */
export function stemEnglish(word: string): string {
  if (word.length < 4 || INVARIANT.has(word) || !/^[a-z]+$/.test(word)) return word
  const r1 = regionOne(word)
  const r2 = regionTwo(word, r1)
  let stem = afterPlural(word)
  stem = afterPast(stem, r1)
  if (/[^aeiouy]y$/.test(stem) && stem.length > 2) stem = `${stem.slice(0, -1)}i`
  stem = replaceIn(stem, STEP_2, r1)
  if (/[cdeghkmnrt]li$/.test(stem) && stem.length - 2 >= r1) stem = stem.slice(0, -2)
  stem = replaceIn(stem, STEP_3, r1)
  if (stem.endsWith('ative') && stem.length - 5 >= r2) stem = stem.slice(0, -5)
  stem = afterSuffix(stem, r2)
  return afterEnd(stem, r1, r2)
}

function afterPlural(word: string): string {
  if (word.endsWith('sses')) return word.slice(0, -2)
  if (/(?:ied|ies)$/.test(word)) return word.length > 4 ? word.slice(0, -2) : word.slice(0, -1)
  if (/(?:us|ss)$/.test(word)) return word
  if (word.endsWith('s') && new RegExp(`${VOWEL}.+s$`).test(word)) return word.slice(0, -1)
  return word
}

function afterPast(word: string, r1: number): string {
  const eed = /eed(?:ly)?$/.exec(word)
  if (eed) return eed.index >= r1 ? `${word.slice(0, eed.index)}ee` : word
  const past = /(?:ed|edly|ing|ingly)$/.exec(word)
  if (!past || !new RegExp(VOWEL).test(word.slice(0, past.index))) return word
  const bare = word.slice(0, past.index)
  if (/(?:at|bl|iz)$/.test(bare)) return `${bare}e`
  if (DOUBLED.test(bare)) return bare.slice(0, -1)
  return bare.length <= r1 && endsShort(bare) ? `${bare}e` : bare
}

function endsShort(word: string): boolean {
  return /(?:[^aeiouy][aeiouy][^aeiouywx]|^[aeiouy][^aeiouy])$/.test(word)
}

function replaceIn(word: string, table: [string, string][], r1: number): string {
  for (const [suffix, by] of table) {
    if (word.endsWith(suffix)) return word.length - suffix.length >= r1 ? word.slice(0, -suffix.length) + by : word
  }
  return word
}

function afterSuffix(word: string, r2: number): string {
  for (const suffix of STEP_4) {
    if (word.endsWith(suffix)) return word.length - suffix.length >= r2 ? word.slice(0, -suffix.length) : word
  }
  return /[st]ion$/.test(word) && word.length - 3 >= r2 ? word.slice(0, -3) : word
}

function afterEnd(word: string, r1: number, r2: number): string {
  const bare = word.slice(0, -1)
  if (word.endsWith('e') && (bare.length >= r2 || (bare.length >= r1 && !endsShort(bare)))) return bare
  return word.endsWith('ll') && bare.length >= r2 ? bare : word
}

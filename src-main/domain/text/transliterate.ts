import { fold } from './normalise'

/** Letters of other scripts in Latin, after `fold` (lower case, no diacritics); Russian, Kazakh, Ukrainian, Arabic, Persian, Greek. */
const LETTERS: Record<string, string> = {
  а: 'a', б: 'b', в: 'v', г: 'g', д: 'd', е: 'e', ж: 'zh', з: 'z', и: 'i', й: 'y', к: 'k', л: 'l', м: 'm', н: 'n', о: 'o', п: 'p', р: 'r', с: 's',
  т: 't', у: 'u', ф: 'f', х: 'kh', ц: 'ts', ч: 'ch', ш: 'sh', щ: 'shch', ъ: '', ы: 'y', ь: '', э: 'e', ю: 'yu', я: 'ya',
  ә: 'a', ғ: 'g', қ: 'q', ң: 'n', ө: 'o', ұ: 'u', ү: 'u', һ: 'h', і: 'i', є: 'ye', ґ: 'g', ў: 'u', ј: 'y', љ: 'l', њ: 'n', ћ: 'c', ђ: 'd', џ: 'dz',
  ا: 'a', أ: 'a', إ: 'i', آ: 'a', ب: 'b', پ: 'p', ت: 't', ث: 'th', ج: 'j', چ: 'ch', ح: 'h', خ: 'kh', د: 'd', ذ: 'z', ر: 'r', ز: 'z', ژ: 'zh',
  س: 's', ش: 'sh', ص: 's', ض: 'd', ط: 't', ظ: 'z', ع: 'a', غ: 'gh', ف: 'f', ڤ: 'v', ق: 'q', ك: 'k', ک: 'k', گ: 'g', ل: 'l', م: 'm', ن: 'n',
  ه: 'h', ة: 'a', و: 'w', ؤ: 'w', ي: 'y', ی: 'y', ى: 'a', ئ: 'y', ء: '',
  α: 'a', β: 'v', γ: 'g', δ: 'd', ε: 'e', ζ: 'z', η: 'i', θ: 'th', ι: 'i', κ: 'k', λ: 'l', μ: 'm', ν: 'n', ξ: 'x', ο: 'o', π: 'p', ρ: 'r',
  σ: 's', τ: 't', υ: 'y', φ: 'f', χ: 'kh', ψ: 'ps', ω: 'o',
} // prettier-ignore

const OTHER_SCRIPT = /[\u0370-\u03ff\u0400-\u052f\u0600-\u06ff]/u

/** The text folded and in Latin letters; Latin stays, letters of unknown scripts (Han, Thai …) stay as they are. */
export function toLatin(text: string): string {
  const folded = fold(text)
  if (!OTHER_SCRIPT.test(folded)) return folded
  let latin = ''
  for (const letter of folded) latin += LETTERS[letter] ?? letter
  return latin
}

/**
 * Consonant classes: what one script writes with one letter and another with two, or cannot tell apart at all (Arabic has no p
 * and v, Russian no h, English writes kh, h or x). Longest first.
 */
const SOUNDS: readonly (readonly [RegExp, string])[] = [
  [/shch|sch|tch/g, 'C'],
  [/(?:d?zh|dj|dsch|dg(?=e))/g, 'j'],
  [/sh/g, 's'],
  [/ch|ç/g, 'C'],
  [/kh|gh(?=[aeiou])/g, 'h'],
  [/gh/g, 'g'],
  [/ph/g, 'f'],
  [/th/g, 't'],
  [/ck|q|c(?=[aou]|[^eiyh]|$)/g, 'k'],
  [/x/g, 'ks'],
  [/(?:ts|tz|cz)/g, 'C'],
  [/c/g, 's'],
  [/p/g, 'b'],
  [/v/g, 'f'],
]
const VOWELS = /[aeiouyw]+/g

/**
 * A key that spellings of one name share across scripts and transcriptions: the first vowel's place and the consonants by class.
 * Назарбаев, Nazarbayev, Nazarbaev and نزارباييف give one key. Loose on purpose: it finds candidates, first names and context decide.
 * Words stay apart, in order. Letters of scripts without an entry are kept.
 */
export function nameKey(name: string): string {
  return toLatin(name)
    .split(/[^\p{L}\p{N}]+/u)
    .map((word) => soundKey(word))
    .filter((key) => key !== '')
    .join(' ')
}

function soundKey(latin: string): string {
  const sounds = soundsOf(latin)
  const opening = /^[aeiouy]/.test(sounds) ? 'a' : /^w/.test(sounds) ? 'w' : ''
  const consonants = sounds
    .replace(VOWELS, '')
    .replace(/h$/, '')
    .replace(/(.)\1+/gu, '$1')
  return opening + consonants
}

function soundsOf(latin: string): string {
  let sounds = latin
  for (const [pattern, sound] of SOUNDS) sounds = sounds.replace(pattern, sound)
  return sounds
}

export type Script = 'latin' | 'cyrillic' | 'arabic'

/** The script a folded word is written in; null for a mixed one and for scripts whose letters are no sounds. */
export function scriptOf(term: string): Script | null {
  if (/^[a-z]+$/.test(term)) return 'latin'
  if (/^[\u0430-\u052f]+$/u.test(term)) return 'cyrillic'
  return /^[\u0620-\u064a\u0671-\u06d3]+$/u.test(term) ? 'arabic' : null
}

/** A word by its sounds. */
export interface NameSounds {
  /** Classes of consonants, doubled ones once. */
  consonants: string
  /** What stands before, between and after them: runs of A, I and U (and E, where it is told from A); one more than consonants. */
  vowels: string[]
}

const VOWEL_CLASS: Record<string, string> = { a: 'A', e: 'A', i: 'I', y: 'I', o: 'U', u: 'U', w: 'U' }

/** The sounds of one folded word. `fine` tells e from a. */
export function nameSounds(word: string, fine = false): NameSounds {
  let consonants = ''
  const vowels = ['']
  // A last h is only breath ("Abdullah"); Greek x and English x are two sounds.
  for (const [run] of soundsOf(toLatin(word))
    .replace(/h$/, '')
    .matchAll(/[aeiouyw]+|[^aeiouyw]/gu)) {
    if (VOWEL_CLASS[run[0] ?? '']) vowels[vowels.length - 1] = vowelRun(run, fine)
    else if (!(consonants.endsWith(run) && vowels.at(-1) === '')) {
      consonants += run
      vowels.push('')
    }
  }
  return { consonants, vowels }
}

/** "aye" and "ae" are one glide, "iy" and "yy" one vowel. */
function vowelRun(run: string, fine: boolean): string {
  const classes = [...run].map((vowel) => (fine && vowel === 'e' ? 'E' : (VOWEL_CLASS[vowel] ?? ''))).join('')
  return classes
    .replace(/(.)\1+/g, '$1')
    .replace(/(?<=[AEU])I(?=[AEU])/g, '')
    .replace(/^I(?=[AEU])/, '')
    .replace(/(.)\1+/g, '$1')
}

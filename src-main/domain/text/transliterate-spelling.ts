import { nameSounds, scriptOf, type NameSounds, type Script } from './transliterate'

/** How one sound of `nameSounds` is written at the beginning of a word, in each script. */
const WRITTEN: Record<string, Record<Script, readonly string[]>> = {
  b: { latin: ['b', 'p'], cyrillic: ['б', 'п'], arabic: ['ب', 'پ'] },
  C: { latin: ['ch', 'shch', 'sch', 'tch', 'ts', 'tz', 'cz'], cyrillic: ['ч', 'щ', 'ц'], arabic: ['چ', 'تش', 'تس'] },
  d: { latin: ['d'], cyrillic: ['д'], arabic: ['د', 'ض'] },
  f: { latin: ['f', 'v', 'ph'], cyrillic: ['ф', 'в'], arabic: ['ف', 'ڤ'] },
  g: { latin: ['g', 'gh'], cyrillic: ['г', 'ғ', 'ґ'], arabic: ['گ', 'غ'] },
  h: { latin: ['h', 'kh', 'gh'], cyrillic: ['х', 'һ'], arabic: ['ه', 'ح', 'خ', 'غ'] },
  j: { latin: ['j', 'zh', 'dzh', 'dj', 'dg'], cyrillic: ['ж', 'дж'], arabic: ['ج', 'ژ'] },
  k: { latin: ['k', 'q', 'c'], cyrillic: ['к', 'қ'], arabic: ['ك', 'ک', 'ق'] },
  l: { latin: ['l'], cyrillic: ['л'], arabic: ['ل'] },
  m: { latin: ['m'], cyrillic: ['м'], arabic: ['م'] },
  n: { latin: ['n'], cyrillic: ['н', 'ң'], arabic: ['ن'] },
  r: { latin: ['r'], cyrillic: ['р'], arabic: ['ر'] },
  s: { latin: ['s', 'sh', 'c'], cyrillic: ['с', 'ш'], arabic: ['س', 'ش', 'ص'] },
  t: { latin: ['t'], cyrillic: ['т'], arabic: ['ت', 'ط', 'ث'] },
  z: { latin: ['z'], cyrillic: ['з'], arabic: ['ز', 'ذ', 'ظ'] },
}
/** How a vowel of a class is written between two consonants, glides before and after it included. */
const VOWELS: Record<Script, Record<string, readonly string[]>> = {
  latin: {
    A: ['a', 'e', 'ya', 'ye', 'aa', 'ae', 'ea', 'ia', 'ie', 'iya', 'iye'],
    I: ['i', 'y', 'e', 'ee', 'ii', 'ai', 'ei', 'ay', 'ey'],
    U: ['u', 'o', 'w', 'ou', 'oo', 'yu', 'yo', 'io', 'iyo'],
  },
  cyrillic: {
    A: ['а', 'е', 'э', 'я', 'ә', 'иа', 'ие', 'ия'],
    I: ['и', 'ы', 'і', 'й', 'ї', 'ай', 'ей'],
    U: ['у', 'о', 'ю', 'ө', 'ұ', 'ү', 'ио', 'ие'],
  },
  arabic: { A: ['', 'ا', 'ي', 'يا'], I: ['', 'ي', 'اي'], U: ['', 'و', 'ا'] },
}
const OPENINGS: Record<string, Record<Script, readonly string[]>> = {
  A: { latin: ['a', 'e', 'ya', 'ye'], cyrillic: ['а', 'э', 'е', 'я'], arabic: ['ا', 'ي'] },
  I: { latin: ['i', 'y', 'e'], cyrillic: ['и', 'і', 'й'], arabic: ['ا', 'اي', 'ي'] },
  U: { latin: ['u', 'o', 'w', 'yu'], cyrillic: ['у', 'о', 'ю', 'ұ'], arabic: ['ا', 'او', 'و'] },
}
const SCRIPTS = ['latin', 'cyrillic', 'arabic'] as const satisfies readonly Script[]
/** Fewer consonants tell no name from another. */
const FEWEST_CONSONANTS = 3

/**
 * What other spellings of a name may begin with, in three scripts: its first vowel, two consonants and the vowel between. Empty
 * for words too short to be told by their sounds, and for scripts without letters for sounds. `term` is folded.
 */
export function spellingBeginnings(term: string): string[] {
  const own = scriptOf(term)
  if (!own) return []
  const { consonants, vowels } = nameSounds(term)
  if (consonants.length < 2 || term.length < 4) return []
  const [first = '', second = ''] = consonants
  const beginnings = SCRIPTS.flatMap((script) => {
    const opening = openings(vowels[0] ?? '', script, own)
    const one = WRITTEN[first]?.[script] ?? []
    const between = vowelsBetween(vowels[1] ?? '', script, own)
    // One letter of the second consonant is enough to narrow the list.
    const two = new Set((WRITTEN[second]?.[script] ?? []).map((letters) => letters[0] ?? ''))
    return opening.flatMap((start) =>
      one.flatMap((c1) => between.flatMap((v) => [...two].map((c2) => start + c1 + v + c2))),
    )
  })
  return [...new Set(beginnings)]
}

function openings(classes: string, script: Script, own: Script): readonly string[] {
  if (classes === '') return ['']
  // An alif may open with any vowel.
  const any = own === 'arabic' && classes === 'A' ? Object.values(OPENINGS) : [OPENINGS[classes.slice(-1)]]
  return any.flatMap((letters) => letters?.[script] ?? [])
}

function vowelsBetween(classes: string, script: Script, own: Script): readonly string[] {
  const written = VOWELS[script]
  const single = [...classes].flatMap((one) => written[one] ?? [])
  const [one = '', two = ''] = classes
  const pairs = (written[one] ?? []).flatMap((x) => (written[two] ?? []).map((y) => x + y))
  const all = [...single, ...pairs.filter((pair) => pair.length < 3)]
  // Arabic leaves short vowels out, so any may stand there.
  if (classes === '') return own === 'arabic' && script !== 'arabic' ? ['', ...Object.values(written).flat()] : ['']
  return [...new Set(all)]
}

/**
 * Tells whether a folded word is likely the same name as `term`, spelt in another way: the same consonants by sound, and vowels that
 * agree as far as their scripts write them. Within one script only what transcriptions really vary counts (y and i, kh and h,
 * doubled letters). Made once for a name that is held against many words.
 */
export function spellingMatcher(term: string): (other: string) => boolean {
  const script = scriptOf(term)
  if (!script) return () => false
  const own = nameSounds(term)
  const fine = nameSounds(term, true)
  return (other) => {
    const otherScript = scriptOf(other)
    if (!otherScript || other === term) return false
    const sounds = nameSounds(other)
    if (sounds.consonants !== own.consonants) return false
    return script === otherScript
      ? sameInScript(term, other, { own, fine, sounds, script })
      : sameAcrossScripts({ script, sounds: own }, { script: otherScript, sounds })
  }
}

interface Written {
  script: Script
  sounds: NameSounds
}

function sameAcrossScripts(a: Written, b: Written): boolean {
  const { consonants, vowels } = a.sounds
  const slots = vowels.map((vowel, i): [string, string] => [vowel, b.sounds.vowels[i] ?? ''])
  if (a.script === 'arabic' || b.script === 'arabic') {
    const written = a.script === 'arabic' ? slots : slots.map(([x, y]): [string, string] => [y, x])
    return agreesWithArabic(written, consonants.length)
  }
  if (consonants.length < FEWEST_CONSONANTS) return slots.every(([x, y]) => x === y)
  const differing = slots.filter(([x, y]) => !agree(x, y)).length
  return differing <= (consonants.length > FEWEST_CONSONANTS ? 1 : 0)
}

/** A long vowel that Arabic writes must be there; most vowels of a foreign name are written, those of an Arabic one need not be. */
function agreesWithArabic(slots: readonly (readonly [arabic: string, other: string])[], consonants: number): boolean {
  const differing = slots.filter(([arabic, other]) => arabic !== '' && !agree(arabic, other)).length
  const spoken = slots.filter(([, other]) => other !== '').length
  const written = slots.filter(([arabic]) => arabic !== '').length
  if (consonants < FEWEST_CONSONANTS) return differing === 0 && written === spoken
  return consonants > FEWEST_CONSONANTS ? differing < 2 : differing === 0 && written * 2 >= spoken
}

/** "ai" and "i" are one sound to different ears; "a" and nothing are not. */
function agree(x: string, y: string): boolean {
  if (x === y) return true
  if (x === '' || y === '') return false
  return [...x].every((vowel) => y.includes(vowel)) || [...y].every((vowel) => x.includes(vowel))
}

/** Muhammad and Mohammed, but not "affect" and "effect". */
const ARABIC_LOOK = /[hq]|(.)\1/

interface OneScript {
  own: NameSounds
  fine: NameSounds
  sounds: NameSounds
  script: Script
}

function sameInScript(a: string, b: string, { own, fine, sounds, script }: OneScript): boolean {
  if (script === 'arabic' || !sameVowels(own, sounds)) return false
  const { length } = own.consonants
  if (sameVowels(fine, nameSounds(b, true)))
    return length >= FEWEST_CONSONANTS || (length > 1 && Math.min(a.length, b.length) > 4)
  return script === 'latin' && length > FEWEST_CONSONANTS && ARABIC_LOOK.test(a) && ARABIC_LOOK.test(b)
}

const sameVowels = (a: NameSounds, b: NameSounds) => a.vowels.every((vowel, i) => vowel === b.vowels[i])

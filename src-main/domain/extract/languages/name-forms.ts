import type { NameLexicon } from './language-lexicon'

/** Shorter than this, a stem no longer tells names apart. */
const LEAST_STEM = 3

const endingsOf = new WeakMap<NameLexicon, RegExp>()

export const givenNames = ({ men, women }: NameLexicon): string[] => [...men.split('|'), ...women.split('|')]

/** Whose first name begins a name; null for one that is not listed. */
export function genderOf(name: string, { men, women }: NameLexicon): 'man' | 'woman' | null {
  const first = name.split(' ')[0] ?? ''
  return women.split('|').includes(first) ? 'woman' : men.split('|').includes(first) ? 'man' : null
}

/** What forms of one name share: without case ending, in small letters ("Салтанова" and "Салтанов" are both "салтанов"). */
export function stemOf(word: string, lexicon: NameLexicon): string {
  const small = word.toLocaleLowerCase().replace(/ё/gu, 'е')
  if (!lexicon.endings) return small
  let endings = endingsOf.get(lexicon)
  if (!endings) endingsOf.set(lexicon, (endings = new RegExp(`(?:${lexicon.endings})$`, 'u')))
  // "Орлин" ends in what is an ending elsewhere: family names keep theirs.
  const family = /^(.{2,}(?:ов|ев|ин|ын))(?:а|у|ым|е|ой|ых|ы)?$/u.exec(small)
  if (family?.[1]) return family[1]
  const stem = small.replace(endings, '')
  return stem.length >= LEAST_STEM ? stem : small
}

/** All words of a name by their stems. */
export const stemsOf = (name: string, lexicon: NameLexicon): string =>
  name
    .split(/\s+/u)
    .map((word) => stemOf(word, lexicon))
    .join(' ')

/**
 * The nominative of a person's name known in an oblique case only, where the first name is a listed one: "Григория Салтанова" is
 * "Григорий Салтанов". Any other name stays as it is printed.
 */
export function nominative(name: string, lexicon: NameLexicon): string {
  const [first = '', ...others] = name.split(/\s+/u)
  if (!lexicon.endings || others.length === 0) return name
  const listed = givenNames(lexicon)
  // In Kazakh the last word alone is declined.
  if (listed.includes(first))
    return name.replace(/(?<=ов|ова|ев|ева|ин|ина)(?:[нт]ың|[нт]ің|дың|дің|ға|ге|[тд]ы|[тд]і|пен|мен|нан|нен)$/u, '')
  const stem = stemOf(first, lexicon)
  const given = listed.find((one) => stemOf(one, lexicon) === stem)
  if (!given) return name
  const feminine = genderOf(given, lexicon) === 'woman'
  const family = others.map((word) => {
    if (feminine) return word.replace(/(?<=ов|ев|ин)(?:ой|у)$/u, 'а')
    return word.replace(/(?<=ов|ев|ин|ын)(?:а|у|ым|е)$/u, '').replace(/(?<=[ск])(?:ого|ому|им)$/u, 'ий')
  })
  return [given, ...family].join(' ')
}

/** The nominative of a place in -ия, -ск, -град: "Тарвении" is "Тарвения". Others stay as printed. */
export function nominativePlace(name: string, forms: readonly string[], lexicon: NameLexicon): string {
  if (!lexicon.endings) return name
  const listed = forms.find((form) => /(?:ия|ск|град|бург|поль|стан)$/u.test(form))
  if (listed) return listed
  return name
    .replace(/(?<=қала|тау|стан|бұлақ|көл)(?:[дт]а|[дт]е|[дтн]ан|[дтн]ен|ға|ге|қа|ке|ның|нің|ны|ні)$/u, '')
    .replace(/(?<=и)(?:и|ю|ей)$/u, 'я')
    .replace(/(?<=ск|град|бург|стан)(?:а|у|е|ом)$/u, '')
}

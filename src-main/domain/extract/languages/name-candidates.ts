import { spanOf, type Span } from '../../text/span'
import type { Document } from '../document'
import type { EntityType } from '../types'
import { wholeWord, type NameLexicon } from './language-lexicon'
import { givenNames, stemOf } from './name-forms'

/** A stretch of capitalised words with the kind of thing it names, and why. */
export interface NameCandidate extends Span {
  type: EntityType
  /** Office before a person's name, as printed. */
  role: string | null
  why: string
  confidence: number
}

/** How far before a name its title may begin, in UTF-16 units. */
const TITLE_REACH = 70
const REGION = /^ (?:област|район|кра|округ|губерни|республик|плотин|водохранилищ)\p{Ll}*/u

/** Words that may begin a sentence: "министр|глава" as "[Мм]инистр|[Гг]лава". */
const anyCase = (source: string): string =>
  source.replace(/(?<=\(\?:|\|)\p{Ll}/gu, (first) => `[${first.toLocaleUpperCase()}${first}]`)

/** The patterns of one language, compiled once. */
class Patterns {
  readonly phrase: RegExp
  readonly opener: RegExp
  readonly title: RegExp
  readonly organization: RegExp
  readonly organizationAfter: RegExp
  readonly namedOrganization: RegExp
  readonly preposition: RegExp | null
  readonly place: RegExp
  readonly surname: RegExp | null
  readonly countries: readonly RegExp[]
  readonly given: ReadonlySet<string>

  constructor(readonly lexicon: NameLexicon) {
    const word = "\\p{Lu}(?:[\\p{L}\\p{M}]|[’'-](?=\\p{L}))*"
    this.phrase = new RegExp(`(?<![\\p{L}\\p{N}’'-])${word}(?: (?:(?:${lexicon.particles}) ){0,2}${word})*`, 'gu')
    this.opener = new RegExp(`^(?:${lexicon.openers})$`, 'u')
    // "министр транспорта Лирании": small words, then at most two names of what the office is of.
    this.title = new RegExp(
      `${anyCase(wholeWord(lexicon.titles))}(?: [\\p{Ll}’'-]+){0,5}(?: \\p{Lu}[\\p{L}’'-]+){0,2}[ ,]*$`,
      'u',
    )
    this.organization = new RegExp(wholeWord(lexicon.organizations), 'iu')
    // "Государственной водной службы": capital first, then small words up to the noun.
    this.organizationAfter = new RegExp(`^(?: [\\p{Ll}-]+){0,2} (?:${lexicon.organizations})(?![\\p{L}])`, 'u')
    this.namedOrganization = new RegExp(`(?:${lexicon.organizations}) ?[«“"„]$`, 'iu')
    this.preposition = lexicon.placePrepositions ? new RegExp(`${wholeWord(lexicon.placePrepositions)} $`, 'iu') : null
    this.place = new RegExp(`^(?:${lexicon.places})$`, 'u')
    this.surname = lexicon.surnames ? new RegExp(`^(?:${lexicon.surnames})$`, 'u') : null
    this.countries = lexicon.countries.map(([words]) => new RegExp(`^(?:${words})$`, 'u'))
    this.given = new Set(givenNames(lexicon).map((name) => stemOf(name, lexicon)))
  }

  isGiven(word: string): boolean {
    return this.given.has(stemOf(word, this.lexicon))
  }
  isCountry(name: string): boolean {
    return this.countries.some((country) => country.test(name))
  }
}

const compiled = new WeakMap<NameLexicon, Patterns>()

/** Names by their capitals, from `from` on, in text order; what no rule can type is left out. */
export function nameCandidates(doc: Document, lexicon: NameLexicon, from: number): NameCandidate[] {
  let patterns = compiled.get(lexicon)
  if (!patterns) compiled.set(lexicon, (patterns = new Patterns(lexicon)))
  const { text } = doc
  const starts = new Set(doc.sentences.map(({ start }) => start))
  const isFirst = (at: number): boolean => {
    while (at > 0 && /[«“"„‘'(—–\-\s]/u.test(text[at - 1] ?? '') && !starts.has(at)) at--
    return starts.has(at) || /[:.!?…]\s*$/u.test(text.slice(Math.max(0, at - 3), at))
  }
  const phrases: { span: Span; first: boolean }[] = []
  for (const match of text.matchAll(patterns.phrase)) {
    if (match.index < from) continue
    for (const piece of pieces(match[0], match.index, patterns)) {
      const trimmed = withoutOpener(piece, isFirst(piece.start), patterns)
      if (trimmed)
        phrases.push({ span: spanOf(text, trimmed.start, trimmed.start + trimmed.words.length), first: trimmed.first })
    }
  }
  const certain = new Set(phrases.filter(({ first }) => !first).map(({ span }) => stemOf(span.text, lexicon)))
  const lastWords = new Set(
    phrases.filter(({ first }) => !first).map(({ span }) => stemOf(lastWord(span.text), lexicon)),
  )
  return phrases.flatMap(({ span: whole, first }) => {
    // "Позже Орлин уехал": the capital of the first word is the sentence's.
    const head = whole.text.split(' ')[0] ?? ''
    const rest = whole.text.slice(head.length + 1)
    const known =
      first &&
      rest !== '' &&
      !patterns.isGiven(head) &&
      lastWords.has(stemOf(rest, lexicon)) &&
      !certain.has(stemOf(head, lexicon))
    const span = known ? spanOf(text, whole.end - rest.length, whole.end) : whole
    const found = typed(text, span, patterns)
    if (!found) return []
    // The first word of a sentence has a capital whatever it is: alone it counts only where it is a name elsewhere too.
    const sure =
      ['a country or its capital', 'an acronym'].includes(found.why) || certain.has(stemOf(span.text, lexicon))
    if (first && !span.text.includes(' ') && !sure) return []
    return [found]
  })
}

const lastWord = (name: string): string => name.split(' ').at(-1) ?? ''

interface Piece {
  words: string
  start: number
}

/** "Лирании Томас Веррех" is two names: a new one begins with a listed first name, and with a country after a person. */
function pieces(words: string, start: number, patterns: Patterns): Piece[] {
  const parts = [...words.matchAll(/\S+/gu)]
  const startsWithPerson = patterns.isGiven(parts[0]?.[0] ?? '')
  const cut = parts.findIndex(({ 0: word }, index) => {
    if (startsWithPerson) return index > 1 && patterns.isCountry(word)
    return index > 0 && index < parts.length - 1 && patterns.isGiven(word)
  })
  const at = parts[cut]?.index
  if (at === undefined) return [{ words, start }]
  return [{ words: words.slice(0, at).trimEnd(), start }, ...pieces(words.slice(at), start + at, patterns)]
}

function withoutOpener(
  { words, start }: Piece,
  first: boolean,
  { opener }: Patterns,
): (Piece & { first: boolean }) | null {
  if (!first) return opener.test(words) ? null : { words, start, first }
  const [head = ''] = words.split(' ')
  if (!opener.test(head)) return { words, start, first }
  const rest = words.slice(head.length).trimStart()
  return rest ? { words: rest, start: start + words.length - rest.length, first: false } : null
}

function typed(text: string, span: Span, patterns: Patterns): NameCandidate | null {
  const before = text.slice(Math.max(0, span.start - TITLE_REACH), span.start)
  const clause = before.slice(
    Math.max(...['.', ':', ';', '\n', '«', '»', '“', '”'].map((stop) => before.lastIndexOf(stop))) + 1,
  )
  const words = span.text.split(' ')
  const [head = ''] = words
  const last = words.at(-1) ?? ''
  const as = (type: EntityType, why: string, confidence: number, more: Partial<NameCandidate> = {}): NameCandidate => ({
    ...span,
    type,
    why,
    confidence,
    role: null,
    ...more,
  })
  if (patterns.isCountry(span.text)) return as('place', 'a country or its capital', 0.95)
  if (/^\p{Lu}{2,6}$/u.test(span.text) && !/^[IVXLCDM]+$/u.test(span.text)) return as('organization', 'an acronym', 0.7)
  if (patterns.namedOrganization.test(before))
    return as('organization', 'a name in quotation marks after its kind', 0.85)
  if (patterns.organization.test(span.text) && words.length > 1)
    return as('organization', 'the noun of an organisation', 0.8)
  const after = patterns.organizationAfter.exec(text.slice(span.end, span.end + 60))
  if (after && words.length === 1) {
    const end = span.end + after[0].length
    return as('organization', 'the noun of an organisation', 0.7, spanOf(text, span.start, end))
  }
  const title = patterns.title.exec(clause)
  const role = title && !/\s(?:и|et|y|және)\s/u.test(title[0]) ? title[0].replace(/[\s,]+$/u, '') : null
  const isPerson = words.length > 1 && words.length < 5
  if (isPerson && patterns.isGiven(head)) return as('person', 'a first name', 0.9, { role })
  // "Кестринской области": an adjective alone is nobody's family name.
  const adjective = words.length === 1 && !role && /(?:ск|цк)\p{L}{2,3}$/u.test(last)
  const region = adjective ? REGION.exec(text.slice(span.end, span.end + 40)) : null
  if (region)
    return as('place', 'an adjective before a region', 0.8, spanOf(text, span.start, span.end + region[0].length))
  const led = patterns.preposition?.test(before) ?? false
  if (led && !isPerson && !role) return as('place', 'a preposition of place', 0.65)
  if (!adjective && patterns.surname?.test(last) && (isPerson || !patterns.place.test(last)))
    return as('person', 'the ending of a family name', 0.75, { role })
  if (led) return as('place', 'a preposition of place', 0.65)
  if (patterns.place.test(span.text)) return as('place', 'the ending of a place name', 0.65)
  // "le président Macron", not "la présidente de l'association Eaux".
  if (role && !role.includes(' ') && words.length < 4) return as('person', 'an office before the name', 0.7, { role })
  return null
}

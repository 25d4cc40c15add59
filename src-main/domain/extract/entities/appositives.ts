import { TokenFlag } from '../../text/tokens'
import type { Document } from '../document'
import type { Grammar } from '../grammar/read-grammar'
import { WordClass } from '../grammar/word-class'
import { roleHead, type RoleHead } from './role-heads'
import type { NameOfToken, RolePhrase } from './role-phrases'

/** A description set off by commas, dashes or brackets next to the name it describes. */
export interface Appositive {
  start: number
  end: number
  /** Index of the name it belongs to. */
  name: number
  headToken: number
  head: RoleHead | null
  /** Token range. */
  firstToken: number
  endToken: number
  /** Lower-case words. */
  words: string[]
  /** "a Malaysian airline": tells what the name is, and is no mention of it. */
  indefinite: boolean
}

const OPENERS = new Set([',', '—', '–', '(', '--'])
const CLOSERS = new Set([',', '.', ';', ':', '—', '–', '--', ')', '!', '?', '”', '"', '…'])
const DEFINITE = new Set(['the', 'his', 'her', 'its', 'their', 'our', 'my'])
const MOST_TOKENS = 28
/** Nouns that name no office but the holder of a place in something: they need what they are holders of. */
const PREPOSITIONS = new Set([
  'of',
  'for',
  'in',
  'at',
  'to',
  'on',
  'with',
  'from',
  'under',
  'within',
  'who',
  'which',
  'that',
  'by',
  'responsible',
])

export interface NameInfo {
  /** First token of the name and one after its last. */
  firstToken: number
  endToken: number
  kind: 'person' | 'organization' | 'other'
}

/** Descriptions behind names: "Amy Cook, director of the event," and "AirAsia, a Malaysian airline,". */
export function appositivesBehind(
  doc: Document,
  grammar: Grammar,
  nameOf: NameOfToken,
  names: readonly NameInfo[],
): Appositive[] {
  const found: Appositive[] = []
  names.forEach((name, index) => {
    if (name.kind === 'other') return
    const opener = skipAge(grammar, name.endToken)
    if (!OPENERS.has(grammar.words[opener] ?? '')) return
    const appositive = readAppositive(doc, grammar, nameOf, opener + 1, name)
    if (appositive) found.push({ ...appositive, name: index })
  })
  return found
}

/** "Maribel Domínguez, 43, …": the token before the next set-off part. */
function skipAge(grammar: Grammar, at: number): number {
  if (grammar.words[at] === ')' || grammar.words[at] === '”') return at + 1
  const isAge =
    /^\d{1,3}$/u.test(grammar.words[at + 1] ?? '') && grammar.words[at] === ',' && grammar.words[at + 2] === ','
  return isAge ? at + 2 : at
}

function readAppositive(
  doc: Document,
  grammar: Grammar,
  nameOf: NameOfToken,
  first: number,
  name: NameInfo,
): Omit<Appositive, 'name'> | null {
  const { words, classes, sentenceOf } = grammar
  const sentence = sentenceOf[name.firstToken]
  const determiner = words[first] ?? ''
  const indefinite = determiner === 'a' || determiner === 'an'
  let at = first + (indefinite || DEFINITE.has(determiner) ? 1 : 0)
  let headToken = -1
  let lastNoun = -1
  for (; at < first + 12 && sentenceOf[at] === sentence; at++) {
    const step = nominalStep(doc, grammar, nameOf, at)
    if (step === 'stop') break
    if (step === 'possessive') headToken = -1
    if (step === 'noun') {
      lastNoun = at
      headToken = at
    }
  }
  if (headToken < 0 || headToken !== lastNoun || at > headToken + 1) return null
  const head = roleHead(words[headToken] ?? '') ?? null
  const isProper = (nameOf[headToken] ?? -1) >= 0
  if (isProper || (head && head.kind !== name.kind && !indefinite)) return null
  if (!head && !(DEFINITE.has(determiner) || indefinite)) return null
  if (!head && classes[headToken] !== WordClass.noun) return null
  const endToken = extentOf(doc, grammar, headToken + 1, sentence ?? -1)
  if (endToken < 0) return null
  return {
    start: doc.tokens.start[first] ?? 0,
    end: doc.tokens.end[endToken - 1] ?? 0,
    headToken,
    head,
    firstToken: first,
    endToken,
    words: words.slice(first, endToken),
    indefinite,
  }
}

function nominalStep(
  doc: Document,
  grammar: Grammar,
  nameOf: NameOfToken,
  at: number,
): 'noun' | 'modifier' | 'possessive' | 'stop' {
  const flags = doc.tokens.flags[at] ?? 0
  if (flags & TokenFlag.possessive) return 'possessive'
  if (flags & TokenFlag.newlineBefore) return 'stop'
  const word = grammar.words[at] ?? ''
  switch (grammar.classes[at]) {
    case WordClass.noun:
    case WordClass.name:
      return 'noun'
    case WordClass.adjective:
    case WordClass.numeral:
      return roleHead(word) ? 'noun' : 'modifier'
    case WordClass.verb:
      return /(?:ed|ing)$/u.test(word) && grammar.classes[at + 1] === WordClass.noun ? 'modifier' : 'stop'
    case WordClass.adverb:
      return 'modifier'
    default:
      return (nameOf[at] ?? -1) >= 0 || roleHead(word) ? 'noun' : /^(?:then|&)$/u.test(word) ? 'modifier' : 'stop'
  }
}

/**
 * One after the last token of the description whose head ends before `from`: up to the mark that closes it, when it closes at
 * all; "and a figure in …" and a verb right behind the head end it, too. -1 when what follows cannot be a description.
 */
function extentOf(doc: Document, grammar: Grammar, from: number, sentence: number): number {
  const { words, sentenceOf } = grammar
  const next = words[from] ?? ''
  if (from >= words.length || sentenceOf[from] !== sentence || CLOSERS.has(next)) return from
  if (!PREPOSITIONS.has(next) && !(next === 'and' && isRole(grammar, from + 1)))
    return grammar.classes[from] === WordClass.verb ? from : -1
  for (let at = from; at < from + MOST_TOKENS && at < words.length; at++) {
    if (sentenceOf[at] !== sentence) return at
    const word = words[at] ?? ''
    if (CLOSERS.has(word)) return at
    if (word === 'and' && (words[at + 1] === 'a' || words[at + 1] === 'an')) return at
  }
  return -1
}

/** "chair and spokesperson for …": a second office joined to the first. */
function isRole(grammar: Grammar, at: number): boolean {
  return roleHead(grammar.words[at] ?? '') !== undefined
}

/** What a phrase says of the name behind it, and where it ends. */
export interface NamedPhrase {
  name: number
  end: number
  endToken: number
}

/**
 * The name set off behind a phrase: "The mayor of London, Sadiq Khan, …", "the judge presiding over the case, Bernard Schwartz,",
 * "the national soccer federation (FMF)". Null where none of its kind stands there.
 */
export function nameBehind(
  doc: Document,
  grammar: Grammar,
  nameOf: NameOfToken,
  names: readonly NameInfo[],
  phrase: RolePhrase,
): NamedPhrase | null {
  const { words, sentenceOf } = grammar
  for (
    let at = phrase.endToken;
    at < phrase.endToken + 12 && at < words.length && sentenceOf[at] === phrase.sentence;
    at++
  ) {
    const word = words[at] ?? ''
    if (word === ',' || word === '(') {
      const name = nameOf[skipArticle(grammar, at + 1)] ?? -1
      const info = names[name]
      if (!info || info.kind !== phrase.head.kind) return null
      const close = words[info.endToken] ?? ''
      const closed =
        CLOSERS.has(close) || sentenceOf[info.endToken] !== phrase.sentence || (word === '(' && close === ')')
      return closed ? { name, end: doc.tokens.end[at - 1] ?? phrase.end, endToken: at } : null
    }
    const isFirst = at === phrase.endToken
    if (isFirst && !PREPOSITIONS.has(word) && grammar.classes[at] !== WordClass.verb) return null
    if (CLOSERS.has(word) || word === 'and' || word === 'said') return null
  }
  return null
}

function skipArticle(grammar: Grammar, at: number): number {
  return grammar.words[at] === 'the' ? at + 1 : at
}

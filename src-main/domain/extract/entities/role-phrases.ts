import { TokenFlag } from '../../text/tokens'
import type { Document } from '../document'
import type { Grammar } from '../grammar/read-grammar'
import { WordClass } from '../grammar/word-class'
import { roleHead, type RoleHead } from './role-heads'

/** A description that may stand for someone: "the Kazakh leader", "his client", "Chelyabinsk's governor", "police". */
export interface RolePhrase {
  start: number
  end: number
  head: RoleHead
  /** Tokens: first, head, and one after the last. */
  firstToken: number
  headToken: number
  endToken: number
  /** "the", "this", "his", "'s" (a possessor printed before it), "" for bare "police". */
  determiner: string
  /** Lower-case words between determiner and head. */
  modifiers: string[]
  /** Lower-case words of the "of …" phrase behind the head. */
  complement: string[]
  sentence: number
}

const DETERMINERS = new Set(['the', 'this', 'that', 'my', 'his', 'her', 'its', 'our', 'their', 'your'])
/** Nouns without a determiner that mean one institution of the place the article speaks of. */
const BARE = new Set(['police', 'parliament'])
const MOST_MODIFIERS = 9
const AGE = /^\d{1,3}-year-old$/u

/** Where names stand, by token: index of the name that covers the token, -1 elsewhere. */
export type NameOfToken = Int32Array

/** Every phrase of the article, in text order, whose head noun can describe a person or an organisation. */
export function findRolePhrases(doc: Document, grammar: Grammar, nameOf: NameOfToken): RolePhrase[] {
  const phrases: RolePhrase[] = []
  const seen = new Set<number>()
  const take = (found: readonly (RolePhrase | null)[]) => {
    for (const phrase of found) {
      // "the city's minister" is found from "the"; the tail of a possessor inside must not be found again.
      if (!phrase || seen.has(phrase.headToken)) continue
      seen.add(phrase.headToken)
      phrases.push(phrase)
    }
  }
  for (let i = 0; i < grammar.words.length; i++) {
    const word = grammar.words[i] ?? ''
    if (DETERMINERS.has(word)) take(phrasesFrom(doc, grammar, nameOf, i, i + 1, word))
    else if (BARE.has(word) && nameOf[i] === -1) take([barePhrase(doc, grammar, nameOf, i)])
    if (isPossessive(doc, i) && i > 0 && (nameOf[i - 1] ?? -1) >= 0)
      take(phrasesFrom(doc, grammar, nameOf, firstTokenOfName(nameOf, i - 1), i + 1, "'s"))
  }
  return phrases.sort((a, b) => a.start - b.start || b.end - a.end)
}

function isPossessive(doc: Document, token: number): boolean {
  return ((doc.tokens.flags[token] ?? 0) & TokenFlag.possessive) !== 0
}

function firstTokenOfName(nameOf: NameOfToken, token: number): number {
  let first = token
  while (first > 0 && nameOf[first - 1] === nameOf[token]) first--
  return first
}

function barePhrase(doc: Document, grammar: Grammar, nameOf: NameOfToken, at: number): RolePhrase | null {
  const before = grammar.classes[at - 1]
  const head = roleHead(grammar.words[at] ?? '')
  if (!head) return null
  const attached =
    at > 0 &&
    grammar.sentenceOf[at - 1] === grammar.sentenceOf[at] &&
    (before === WordClass.adjective ||
      before === WordClass.noun ||
      before === WordClass.determiner ||
      before === WordClass.numeral ||
      (nameOf[at - 1] ?? -1) >= 0)
  if (attached || isPossessive(doc, at - 1) || continuesNoun(doc, grammar, nameOf, at + 1)) return null
  return build(doc, grammar, at, at, at + 1, '', head, [], [])
}

/** Whether token `at` carries the noun phrase on, so that the noun before it was no head. */
function continuesNoun(doc: Document, grammar: Grammar, nameOf: NameOfToken, at: number): boolean {
  if (at >= grammar.words.length || (doc.tokens.flags[at] ?? 0) & TokenFlag.newlineBefore) return false
  const wordClass = grammar.classes[at]
  return wordClass === WordClass.noun && nameOf[at] === -1 && !isPossessive(doc, at)
}

/**
 * The phrases that start at token `first`: the whole one, and one before it for each possessor inside ("the city's minister" and
 * "the city").
 */
function phrasesFrom(
  doc: Document,
  grammar: Grammar,
  nameOf: NameOfToken,
  first: number,
  from: number,
  determiner: string,
): RolePhrase[] {
  const sentence = grammar.sentenceOf[first] ?? -1
  const phrases: RolePhrase[] = []
  let headToken = -1
  let partStart = from
  const close = (at: number) => {
    const phrase =
      headToken === at - 1
        ? phraseAt(doc, grammar, nameOf, { first, partStart, headToken, determiner, sentence })
        : null
    if (phrase) phrases.push(phrase)
  }
  let at = from
  for (; at < from + MOST_MODIFIERS && at < grammar.words.length && grammar.sentenceOf[at] === sentence; at++) {
    if (AGE.test(grammar.words[at] ?? '')) headToken = at
    const step = stepOf(doc, grammar, nameOf, at, headToken >= 0)
    if (step === 'stop') break
    if (step === 'head') headToken = at
    if (step === 'possessive') {
      close(at)
      headToken = -1
      partStart = at + 1
    }
  }
  close(at)
  return phrases
}

interface PhraseParts {
  first: number
  partStart: number
  headToken: number
  determiner: string
  sentence: number
}

function phraseAt(doc: Document, grammar: Grammar, nameOf: NameOfToken, parts: PhraseParts): RolePhrase | null {
  const { first, partStart, headToken, determiner, sentence } = parts
  if (headToken < partStart || (nameOf[headToken] ?? -1) >= 0) return null
  const { words } = grammar
  const word = words[headToken] ?? ''
  const head = roleHead(word) ?? (AGE.test(word) ? AGE_HEAD : undefined)
  if (!head) return null
  const endToken = complementEnd(doc, grammar, nameOf, headToken + 1, sentence)
  const modifiers = words.slice(first + (determiner === "'s" || determiner === '' ? 0 : 1), headToken)
  return build(
    doc,
    grammar,
    first,
    headToken,
    endToken,
    determiner,
    head,
    modifiers,
    words.slice(headToken + 1, endToken),
  )
}

const AGE_HEAD: RoleHead = { word: 'n-year-old', kind: 'person', class: 'person', gender: null }

function stepOf(
  doc: Document,
  grammar: Grammar,
  nameOf: NameOfToken,
  at: number,
  afterHead: boolean,
): 'stop' | 'head' | 'modifier' | 'possessive' {
  const flags = doc.tokens.flags[at] ?? 0
  if (flags & TokenFlag.possessive) return 'possessive'
  if (flags & TokenFlag.newlineBefore) return 'stop'
  switch (grammar.classes[at]) {
    case WordClass.noun:
    case WordClass.name:
      return 'head'
    case WordClass.adjective:
    case WordClass.numeral:
      // After its noun an adjective belongs to what follows: "the company available".
      if (afterHead && isCommonNoun(grammar, nameOf, at - 1) && !roleHead(grammar.words[at] ?? '')) return 'stop'
      return roleHead(grammar.words[at] ?? '') ? 'head' : 'modifier'
    case WordClass.verb:
      // Participles before the head: "the detained suspect", "the presiding judge".
      return !afterHead && /(?:ed|ing|en)$/u.test(grammar.words[at] ?? '') && followedByNoun(doc, grammar, at)
        ? 'modifier'
        : headIfKnown(grammar, at)
    case WordClass.adverb:
      return !afterHead && followedByNoun(doc, grammar, at) ? 'modifier' : 'stop'
    default:
      return (nameOf[at] ?? -1) >= 0 ? 'head' : /^(?:then|-|&)$/u.test(grammar.words[at] ?? '') ? 'modifier' : 'stop'
  }
}

function isCommonNoun(grammar: Grammar, nameOf: NameOfToken, at: number): boolean {
  return grammar.classes[at] === WordClass.noun && (nameOf[at] ?? -1) < 0
}

/** "the accused", "the coach" taken for verbs: right after the determiner they are nouns. */
function headIfKnown(grammar: Grammar, at: number): 'head' | 'stop' {
  return grammar.classes[at - 1] === WordClass.determiner && roleHead(grammar.words[at] ?? '') ? 'head' : 'stop'
}

function followedByNoun(doc: Document, grammar: Grammar, at: number): boolean {
  const next = grammar.classes[at + 1]
  if ((doc.tokens.flags[at + 1] ?? 0) & TokenFlag.newlineBefore) return false
  return next === WordClass.noun || next === WordClass.adjective || next === WordClass.name
}

/** One after the last token of "of the United States", "of six business units within Bahri", "for Lampang's constituency 2". */
function complementEnd(doc: Document, grammar: Grammar, nameOf: NameOfToken, at: number, sentence: number): number {
  if (grammar.words[at] !== 'of') return at
  let last = at
  for (let i = at + 1; i < at + 16 && i < grammar.words.length && grammar.sentenceOf[i] === sentence; i++) {
    const word = grammar.words[i] ?? ''
    const wordClass = grammar.classes[i]
    const isNominal = wordClass === WordClass.noun || wordClass === WordClass.name || (nameOf[i] ?? -1) >= 0
    if (isNominal) {
      last = i
      continue
    }
    const isLink =
      wordClass === WordClass.determiner ||
      wordClass === WordClass.adjective ||
      wordClass === WordClass.numeral ||
      isPossessive(doc, i) ||
      word === 'of' ||
      word === '&'
    const joinsNames =
      (word === 'and' || word === 'for') && (nameOf[i - 1] ?? -1) >= 0 && nameOf[i - 1] === nameOf[i + 1]
    if (!isLink && !joinsNames) break
  }
  return last === at ? at : last + 1
}

function build(
  doc: Document,
  grammar: Grammar,
  firstToken: number,
  headToken: number,
  endToken: number,
  determiner: string,
  head: RoleHead,
  modifiers: readonly string[],
  complement: readonly string[],
): RolePhrase {
  return {
    start: doc.tokens.start[firstToken] ?? 0,
    end: doc.tokens.end[endToken - 1] ?? 0,
    head,
    firstToken,
    headToken,
    endToken,
    determiner,
    modifiers: [...modifiers],
    complement: [...complement],
    sentence: grammar.sentenceOf[headToken] ?? -1,
  }
}

import { WordClass } from '../grammar/word-class'
import { nominalStep } from './noun-phrase'
import { roleHead, type RoleHead } from './role-heads'
import type { RolePhrase } from './role-phrases'
import { classAt, isNamed, sentenceOf, wordAt, type NameInfo, type Scene } from './scene'

/** A description set off by commas, dashes or brackets behind the name it describes. */
export interface Appositive {
  start: number
  end: number
  /** Index of the name it belongs to. */
  name: number
  headToken: number
  head: RoleHead | null
  /** Lower-case words. */
  words: string[]
  /** "a Malaysian airline": tells what the name is, and is no mention of it. */
  indefinite: boolean
}

const OPENERS = new Set([',', '—', '–', '(', '--'])
const CLOSERS = new Set([',', '.', ';', ':', '—', '–', '--', ')', '!', '?', '”', '"', '…'])
const DEFINITE = new Set(['the', 'his', 'her', 'its', 'their', 'our', 'my'])
const MOST_WORDS = 12
const MOST_TOKENS = 28
/** Words that carry a description on behind its head noun. */
const TAIL_OPENERS = new Set('of for in at to on with from under within who which that by responsible'.split(' '))

/** Descriptions behind names: "Amy Cook, director of the event," and "AirAsia, a Malaysian airline,". */
export function appositivesBehind(scene: Scene): Appositive[] {
  const found: Appositive[] = []
  scene.names.forEach((name, index) => {
    if (name.kind === 'other') return
    const opener = skipAge(scene, name.endToken)
    const appositive = OPENERS.has(wordAt(scene, opener)) ? readAppositive(scene, opener + 1, name) : null
    if (appositive) found.push({ ...appositive, name: index })
  })
  return found
}

/** "Maribel Domínguez, 43, …": the token before the next set-off part. */
function skipAge(scene: Scene, at: number): number {
  const word = wordAt(scene, at)
  if (word === ')' || word === '”') return at + 1
  const isAge = word === ',' && /^\d{1,3}$/u.test(wordAt(scene, at + 1)) && wordAt(scene, at + 2) === ','
  return isAge ? at + 2 : at
}

function readAppositive(scene: Scene, first: number, name: NameInfo): Omit<Appositive, 'name'> | null {
  const sentence = sentenceOf(scene, name.firstToken)
  const determiner = wordAt(scene, first)
  const indefinite = determiner === 'a' || determiner === 'an'
  const definite = DEFINITE.has(determiner)
  let at = first + (indefinite || definite ? 1 : 0)
  let headToken = -1
  for (; at < first + MOST_WORDS && sentenceOf(scene, at) === sentence; at++) {
    const step = nominalStep(scene, at, headToken)
    if (step === 'stop') break
    if (step === 'possessive') headToken = -1
    if (step === 'noun') headToken = at
  }
  if (headToken < 0 || at > headToken + 1 || isNamed(scene, headToken)) return null
  const head = roleHead(wordAt(scene, headToken)) ?? null
  if (head && head.kind !== name.kind && !indefinite) return null
  if (!head && ((!definite && !indefinite) || classAt(scene, headToken) !== WordClass.noun)) return null
  const endToken = extentOf(scene, headToken + 1, sentence)
  if (endToken < 0) return null
  return {
    start: scene.doc.tokens.start[first] ?? 0,
    end: scene.doc.tokens.end[endToken - 1] ?? 0,
    headToken,
    head,
    words: scene.grammar.words.slice(first, endToken),
    indefinite,
  }
}

/**
 * One after the last token of the description whose head ends before `from`: up to the mark that closes it, when it closes at
 * all; "and a figure in …" and a verb right behind the head end it, too. -1 when what follows cannot be a description.
 */
function extentOf(scene: Scene, from: number, sentence: number): number {
  const next = wordAt(scene, from)
  if (sentenceOf(scene, from) !== sentence || CLOSERS.has(next)) return from
  const joinsOffice = next === 'and' && roleHead(wordAt(scene, from + 1)) !== undefined
  if (!TAIL_OPENERS.has(next) && !joinsOffice) return classAt(scene, from) === WordClass.verb ? from : -1
  for (let at = from; at < from + MOST_TOKENS; at++) {
    const word = wordAt(scene, at)
    if (sentenceOf(scene, at) !== sentence || CLOSERS.has(word)) return at
    if (word === 'and' && /^an?$/.test(wordAt(scene, at + 1))) return at
  }
  return -1
}

/** The name a phrase stands before, and where the phrase ends. */
export interface NamedPhrase {
  name: number
  end: number
}

const LONGEST_TAIL = 12

/**
 * The name set off behind a phrase: "The mayor of London, Sadiq Khan, …", "the judge presiding over the case, Bernard Schwartz,",
 * "the national soccer federation (FMF)". Null where none of its kind stands there.
 */
export function nameBehind(scene: Scene, phrase: RolePhrase): NamedPhrase | null {
  const { endToken, sentence } = phrase
  for (let at = endToken; at < endToken + LONGEST_TAIL && sentenceOf(scene, at) === sentence; at++) {
    const word = wordAt(scene, at)
    if (word === ',' || word === '(') return nameSetOff(scene, phrase, at)
    const opensTail = TAIL_OPENERS.has(word) || classAt(scene, at) === WordClass.verb
    if ((at === endToken && !opensTail) || CLOSERS.has(word) || word === 'and' || word === 'said') return null
  }
  return null
}

function nameSetOff(scene: Scene, phrase: RolePhrase, mark: number): NamedPhrase | null {
  const first = wordAt(scene, mark + 1) === 'the' ? mark + 2 : mark + 1
  const name = scene.nameOf[first] ?? -1
  const info = scene.names[name]
  if (info?.kind !== phrase.head.kind) return null
  const isClosed = CLOSERS.has(wordAt(scene, info.endToken)) || sentenceOf(scene, info.endToken) !== phrase.sentence
  return isClosed ? { name, end: scene.doc.tokens.end[mark - 1] ?? phrase.end } : null
}

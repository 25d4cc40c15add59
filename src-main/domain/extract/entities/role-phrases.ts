import { WordClass } from '../grammar/word-class'
import { AGE, complementEnd, continuesNoun, nominalStep } from './noun-phrase'
import { roleHead, type RoleHead } from './role-heads'
import { classAt, isNamed, isPossessive, sentenceOf, wordAt, type Scene } from './scene'

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

/** Every phrase of the article, in text order, whose head noun can describe a person or an organisation. */
export function findRolePhrases(scene: Scene): RolePhrase[] {
  const phrases: RolePhrase[] = []
  const seen = new Set<number>()
  const take = (found: readonly RolePhrase[]) => {
    for (const phrase of found) {
      // "the city's minister" is found from "the"; the tail of a possessor inside must not be found again.
      if (seen.has(phrase.headToken)) continue
      seen.add(phrase.headToken)
      phrases.push(phrase)
    }
  }
  const { words } = scene.grammar
  for (let i = 0; i < words.length; i++) {
    const word = words[i] ?? ''
    if (DETERMINERS.has(word)) take(phrasesFrom(scene, i, i + 1, word))
    else if (BARE.has(word) && !isNamed(scene, i)) take(barePhrase(scene, i))
    if (i > 0 && isPossessive(scene, i) && isNamed(scene, i - 1)) {
      const possessor = scene.names[scene.nameOf[i - 1] ?? -1]
      if (possessor) take(phrasesFrom(scene, possessor.firstToken, i + 1, "'s"))
    }
  }
  return phrases.sort((a, b) => a.start - b.start || b.end - a.end)
}

function barePhrase(scene: Scene, at: number): RolePhrase[] {
  const head = roleHead(wordAt(scene, at))
  if (!head || isPossessive(scene, at - 1) || continuesNoun(scene, at + 1)) return []
  const before = classAt(scene, at - 1)
  const isSameSentence = at > 0 && sentenceOf(scene, at - 1) === sentenceOf(scene, at)
  const isAttached =
    before === WordClass.adjective ||
    before === WordClass.noun ||
    before === WordClass.determiner ||
    before === WordClass.numeral
  if (isSameSentence && (isAttached || isNamed(scene, at - 1))) return []
  return [build(scene, { first: at, modifiersFrom: at, headToken: at, endToken: at + 1, determiner: '', head })]
}

/**
 * The phrases that start at token `first`: the whole one, and one before each possessor inside ("the city's minister" and
 * "the city").
 */
function phrasesFrom(scene: Scene, first: number, from: number, determiner: string): RolePhrase[] {
  const sentence = sentenceOf(scene, first)
  const phrases: RolePhrase[] = []
  const modifiersFrom = determiner === "'s" ? first : from
  let headToken = -1
  const close = (at: number) => {
    const word = wordAt(scene, headToken)
    const head = roleHead(word) ?? (AGE.test(word) ? AGE_HEAD : undefined)
    if (headToken !== at - 1 || headToken < 0 || isNamed(scene, headToken) || !head) return
    const endToken = complementEnd(scene, headToken + 1, sentence)
    phrases.push(build(scene, { first, modifiersFrom, headToken, endToken, determiner, head }))
  }
  let at = from
  for (; at < from + MOST_MODIFIERS && sentenceOf(scene, at) === sentence; at++) {
    const step = nominalStep(scene, at, headToken)
    if (step === 'stop') break
    if (step === 'noun') headToken = at
    if (step === 'possessive') {
      close(at)
      headToken = -1
    }
  }
  close(at)
  return phrases
}

const AGE_HEAD: RoleHead = { word: 'n-year-old', kind: 'person', class: 'person', gender: null }

interface Parts {
  first: number
  modifiersFrom: number
  headToken: number
  endToken: number
  determiner: string
  head: RoleHead
}

function build(scene: Scene, { first, modifiersFrom, headToken, endToken, determiner, head }: Parts): RolePhrase {
  const { words } = scene.grammar
  return {
    start: scene.doc.tokens.start[first] ?? 0,
    end: scene.doc.tokens.end[endToken - 1] ?? 0,
    head,
    firstToken: first,
    headToken,
    endToken,
    determiner,
    modifiers: words.slice(modifiersFrom, headToken),
    complement: words.slice(headToken + 1, endToken),
    sentence: sentenceOf(scene, headToken),
  }
}

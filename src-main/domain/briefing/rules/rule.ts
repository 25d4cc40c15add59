import type { Evidence } from '../../compare/conflicts/conflict'
import type { BriefingSentence } from '../types'

/** What a rule of the gate says when it is not kept. */
export interface Rule {
  /** `block`: nothing is exported unless it is waived with a reason. */
  level: 'block' | 'warn'
  /** For people: what the rule asks. */
  asks: string
}

/** Every rule of the gate, by the id that findings, waivers and annexes name it by. */
export const RULES = {
  'empty-briefing': { level: 'block', asks: 'A briefing has a title and at least one sentence.' },
  'empty-sentence': { level: 'block', asks: 'A sentence has words.' },
  'no-citation': { level: 'block', asks: 'Facts, quotes and figures cite a passage.' },
  'citation-lost': { level: 'block', asks: 'Cited words are still in the sources.' },
  'citation-ambiguous': { level: 'block', asks: 'It can be told which passage is cited.' },
  'citation-changed': { level: 'block', asks: 'Cited words that changed are confirmed by citing them anew.' },
  'citation-moved': { level: 'warn', asks: 'Cited words stand where they stood.' },
  'quote-without-quotation': { level: 'block', asks: 'A quote has words in quotation marks.' },
  'quote-not-verbatim': {
    level: 'block',
    asks: 'Words in quotation marks stand in a cited passage; what is left out or put in is marked.',
  },
  'quoted-words-not-cited': {
    level: 'warn',
    asks: 'Words in quotation marks stand in a cited passage, also outside of quotes.',
  },
  'figure-without-number': { level: 'warn', asks: 'A figure has a number.' },
  'figure-not-equal': {
    level: 'block',
    asks: 'Figures equal the cited ones in value and unit, or say “about” and lie near.',
  },
  'number-not-cited': { level: 'warn', asks: 'Numbers of facts and quotes stand in a cited passage.' },
  'name-not-in-source': { level: 'warn', asks: 'Names stand in a cited article.' },
  'likelihood-with-confidence': {
    level: 'block',
    asks: 'Likelihood and confidence are not in one sentence (ICD 203).',
  },
  'likelihood-differs': { level: 'warn', asks: 'The likelihood chosen for a sentence is the one its words give.' },
  'judgement-unscaled': { level: 'warn', asks: 'A judgement has a likelihood or a confidence.' },
  hedge: { level: 'warn', asks: 'Doubt is put by a word of the likelihood scale.' },
  'loaded-adverb': { level: 'warn', asks: 'Adverbs do not judge.' },
  'passive-without-agent': { level: 'warn', asks: 'It is said who reported, announced or believed.' },
  undated: { level: 'warn', asks: 'Facts and figures have a date, in their words or from their source.' },
  contradicted: {
    level: 'block',
    asks: 'Where another article contradicts or denies what is cited, the briefing cites that one as well.',
  },
  'told-otherwise': {
    level: 'warn',
    asks: 'Where another article tells what is cited otherwise, the briefing cites that one as well.',
  },
  'one-dispatch': { level: 'warn', asks: 'Several articles under one sentence are not copies of one dispatch.' },
  'single-origin': { level: 'warn', asks: 'Facts that rest on one article say whose word they are.' },
} as const satisfies Record<string, Rule>

export type RuleId = keyof typeof RULES

/** Where in a sentence a rule is not kept; without offsets the whole sentence is meant. */
export interface Hit {
  rule: RuleId
  message: string
  start?: number
  end?: number
  /** What the other side says, where a rule is about that; offsets into that article's text. */
  other?: Evidence
}

/** Looks at one sentence. */
export type SentenceRule = (sentence: BriefingSentence) => Hit[]

/** Whether a text names a rule. */
export function isRule(name: string): name is RuleId {
  return Object.hasOwn(RULES, name)
}

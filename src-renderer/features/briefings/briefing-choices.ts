import type { BriefingFormat, SentenceType } from '@contract/briefing'

/** The choices of the contract as plain lists: importing the schemas would bring their parser, which compiles code, into the page. */
const exhaustive = <T extends string>(names: Record<T, string>) => names

export const FORMAT_NAMES = exhaustive<BriefingFormat>({
  pdf: 'PDF',
  docx: 'Word',
  html: 'HTML',
  md: 'Markdown',
  json: 'JSON',
})
export const FORMATS = Object.keys(FORMAT_NAMES) as BriefingFormat[]

const TYPE_NAMES = exhaustive<SentenceType>({
  fact: 'fact',
  quote: 'quote',
  figure: 'figure',
  judgement: 'judgement',
  assumption: 'assumption',
  gap: 'gap',
})
export const SENTENCE_TYPES = Object.keys(TYPE_NAMES) as SentenceType[]

export const MARKINGS = ['', 'TLP:CLEAR', 'TLP:GREEN', 'TLP:AMBER', 'TLP:AMBER+STRICT', 'TLP:RED'] as const

/** ICD 203: seven steps of likelihood, three of confidence; never both in one sentence. */
export const LIKELIHOODS = [
  'almost no chance',
  'very unlikely',
  'unlikely',
  'roughly even chance',
  'likely',
  'very likely',
  'almost certain',
] as const
export const CONFIDENCES = ['low confidence', 'moderate confidence', 'high confidence'] as const

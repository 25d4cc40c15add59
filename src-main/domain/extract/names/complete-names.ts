import { TokenFlag } from '../../text/tokens'
import type { ArticleEvidence } from './article-evidence'
import type { TaggedName } from './article-tagger'
import { TAG_TYPES } from './tag-set'
import { wordHash } from './word-hash'

const hashes = (words: string) => new Set(words.split(/\s+/).filter(Boolean).map(wordHash))
/** Capitalised behind a place they make a body of it: "Seoul Metropolitan Government", "Pakistan Embassy". */
const BODIES = hashes(
  `government embassy consulate council court police municipality parliament assembly ministry department university authority agency bank commission committee board institute academy college federation association
  legislature secretariat`,
)
/** Before "of" and a place: the body, or the place itself under its full name. */
const BODIES_OF = hashes('government embassy ministry parliament consulate university bank municipality')
const PLACES_OF = hashes('state republic kingdom sultanate emirate commonwealth principality city province')
/** Last words of what the tagger takes for organisations and is none: works, laws, plans, events. */
const NO_BODIES = hashes(
  `act bill law treaty agreement accord protocol amendment ordinance constitution plan project programme program scheme strategy framework index report review survey certificate prize award exposition exhibition summit
  games festival championship championships olympics paralympics tournament day week month visit election elections`,
)
/** Titles and ranks that stand before a name and are none of it. */
const TITLES = hashes(
  `king queen prince princess crown sultan sheikh sheikha emir amir hrh dr dr. mr mr. mrs mrs. ms ms. prof prof. professor president minister chancellor senator congressman congresswoman general gen gen. lt lt. col col. colonel sgt sgt.
  capt capt. captain maj major sir lord pope ayatollah judge justice mayor governor ambassador secretary warden inspector superintendent constable cardinal archbishop bishop`,
)
/** Behind an organisation's name they are part of it. */
const LEGAL_FORMS = hashes('inc inc. ltd ltd. limited corp corp. corporation llc plc gmbh')
const OF = wordHash('of')
const THE = wordHash('the')
const LONGEST_TAIL = 3
const ORGANIZATION = TAG_TYPES.indexOf('ORG')
const PLACE = TAG_TYPES.indexOf('LOC')
const PERSON = TAG_TYPES.indexOf('PER')
const OTHER = TAG_TYPES.indexOf('MISC')

/**
 * Mends what the training data's conventions leave undone: names of bodies and states that stop at the place they hold, and works and events
 * taken for organisations. `names` are in text order; the same list comes back, changed.
 */
export function completeNames(names: TaggedName[], evidence: ArticleEvidence): TaggedName[] {
  names.forEach((name, i) => {
    const before = names[i - 1]?.to ?? 0
    const after = names[i + 1]?.from ?? evidence.words.tokens.count
    if (name.type === PLACE && !isShouted(evidence, name.from)) completePlace(name, before, after, evidence)
    else if (name.type === PERSON) while (name.to - name.from > 1 && TITLES.has(lower(evidence, name.from))) name.from++
    else if (name.type === ORGANIZATION && name.to < after && LEGAL_FORMS.has(lower(evidence, name.to))) name.to++
    else if (name.type === ORGANIZATION && name.to - name.from > 1 && NO_BODIES.has(lower(evidence, name.to - 1)))
      name.type = OTHER
  })
  return names
}

function completePlace(name: TaggedName, before: number, after: number, evidence: ArticleEvidence): void {
  const end = bodyBehind(name.to, after, evidence)
  if (end > 0) {
    name.to = end
    name.type = ORGANIZATION
    return
  }
  const head = headBefore(name.from, before, evidence)
  if (head < 0) return
  const word = lower(evidence, head)
  if (!BODIES_OF.has(word) && !PLACES_OF.has(word)) return
  name.from = head
  if (BODIES_OF.has(word)) name.type = ORGANIZATION
}

/** Behind `from`, one token past the last capitalised body word of the run; 0 where there is none. */
function bodyBehind(from: number, limit: number, evidence: ArticleEvidence): number {
  const { words } = evidence
  let end = 0
  for (let i = from; i < Math.min(limit, from + LONGEST_TAIL); i++) {
    if (!words.isCapital(i) || !words.flag(i, TokenFlag.spaceBefore) || evidence.isSentenceStart(i)) break
    if (BODIES.has(lower(evidence, i))) end = i + 1
  }
  return end
}

/** The capitalised word before "of" or "of the" right before `from`, when no name reaches it; -1 where there is none. */
function headBefore(from: number, limit: number, evidence: ArticleEvidence): number {
  let at = from - 1
  if (at > limit && lower(evidence, at) === THE) at--
  if (at <= limit || lower(evidence, at) !== OF) return -1
  const head = at - 1
  const { words } = evidence
  const sameSentence = words.sentenceOfToken[head] === words.sentenceOfToken[from]
  return head >= limit && sameSentence && words.isCapital(head) && !words.isCapital(head - 1) ? head : -1
}

function lower(evidence: ArticleEvidence, token: number): number {
  return evidence.words.lowerOfToken[token] as number
}

function isShouted(evidence: ArticleEvidence, token: number): boolean {
  return evidence.shouting[evidence.words.sentenceOfToken[token] as number] === 1
}

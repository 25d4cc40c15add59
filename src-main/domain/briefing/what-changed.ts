import type { Evidence } from '../compare/conflicts/conflict'
import { describeDecision } from '../decisions/describe-decision'
import { otherKey, passageCited, passageNow, type BasisPassage, type BriefingBasis } from './briefing-basis'
import { touches } from './decision-touches'
import { othersOf } from './rules/contrary-evidence'
import type { Decision } from '../decisions/decision'
import type { BriefingCitation, BriefingDocument, BriefingSentence } from './types'

export const CHANGE_KINDS = ['gone', 'ambiguous', 'words', 'file', 'moved', 'figure', 'contrary', 'correction'] as const

/** Why a sentence is to be read again. */
export interface BriefingChange {
  kind: (typeof CHANGE_KINDS)[number]
  sentenceId: string
  /** The sentence's text. */
  sentence: string
  /** For a person. */
  message: string
  /** The citation it is about, null where it is about the sentence. */
  citationId: string | null
  /** What another article says, where it is about that; offsets into that article's text. */
  other?: Evidence
}

/**
 * What changed under the sentences of a briefing since `basis`, in their order: cited files, passages and figures, articles that say
 * otherwise, corrections of names. A citation that is newer than the basis is held against what was cited,
 * and nothing else is said of it: what was on file before it is no news.
 * @param log all corrections in order, of which the basis knew the first `basis.decisions`
 */
export function whatChanged(
  document: BriefingDocument,
  basis: BriefingBasis,
  log: readonly Decision[],
): BriefingChange[] {
  const others = othersOf(withoutNewer(document, basis))
  const sentences = new Set(basis.sentences)
  const known = new Set(basis.others)
  const made = log.slice(basis.decisions)
  const contents = new Map(log.map(({ id, content }) => [id, content]))
  return document.sections
    .flatMap(({ sentences }) => sentences)
    .flatMap((sentence) => [
      ...sentence.citations.flatMap((citation) => passageChanges(sentence, citation, basis)),
      ...contraryChanges(sentence, others.get(sentence.id) ?? [], known),
      ...made
        .filter(({ content }) => sentences.has(sentence.id) && touches(content, sentence, contents))
        .map(({ content }) => change('correction', sentence, `Corrected since: ${describeDecision(content)}.`)),
    ])
}

/** The document with only those citations that the basis knew. */
const withoutNewer = (document: BriefingDocument, { passages }: BriefingBasis): BriefingDocument => ({
  ...document,
  sections: document.sections.map((section) => ({
    ...section,
    sentences: section.sentences.map((sentence) => ({
      ...sentence,
      citations: sentence.citations.filter(({ id }) => Object.hasOwn(passages, id)),
    })),
  })),
})

const change = (
  kind: BriefingChange['kind'],
  { id: sentenceId, text: sentence }: BriefingSentence,
  message: string,
  citationId: string | null = null,
): BriefingChange => ({ kind, sentenceId, sentence, message, citationId })

function passageChanges(
  sentence: BriefingSentence,
  citation: BriefingCitation,
  { passages }: BriefingBasis,
): BriefingChange[] {
  const before = passages[citation.id] ?? passageCited(citation)
  const now = passageNow(citation)
  const said = placeChange(before, now)
  if (said) return [change(said.kind, sentence, said.message, citation.id)]
  const read = now.figures.filter((figure) => !before.figures.includes(figure))
  if (read.length === 0 && now.figures.length === before.figures.length) return []
  const message = `Figures in the cited passage of ${now.path} are read otherwise now: ${now.figures.join(', ') || 'none'}.`
  return [change('figure', sentence, message, citation.id)]
}

/** The weightiest of what became of a passage; null when it stands as it stood. */
function placeChange(before: BasisPassage, now: BasisPassage): Pick<BriefingChange, 'kind' | 'message'> | null {
  if (now.state === 'lost' && before.state !== 'lost')
    return { kind: 'gone', message: `The cited words of ${before.path} are not in the folder any more.` }
  if (now.state === 'ambiguous' && before.state !== 'ambiguous')
    return { kind: 'ambiguous', message: `The cited words stand in several places of ${now.path} now.` }
  if (now.start === null) return null
  if (now.text !== before.text)
    return { kind: 'words', message: `${now.path} was changed; the cited words read now: “${now.text}”` }
  if (now.start !== before.start && now.sha256 !== before.sha256)
    return { kind: 'moved', message: `${now.path} was changed; the cited words stand elsewhere in it now.` }
  if (now.sha256 !== before.sha256)
    return { kind: 'file', message: `${now.path} was changed outside of the cited words.` }
  return null
}

function contraryChanges(
  sentence: BriefingSentence,
  others: readonly Evidence[],
  known: ReadonlySet<string>,
): BriefingChange[] {
  const cited = new Set(sentence.citations.map(({ article }) => article?.path))
  const fresh = new Map(
    others.filter((other) => !known.has(otherKey(other)) && !cited.has(other.path)).map((other) => [other.path, other]),
  )
  return [...fresh.values()].map((other) => ({
    ...change('contrary', sentence, `New on file: ${other.path} says otherwise: “${other.text}”`),
    other,
  }))
}

import type { AnchorState } from '../evidence/resolve-anchor'
import { othersOf } from './rules/contrary-evidence'
import type { BriefingCitation, BriefingDocument } from './types'

/** A cited passage as it stood at some time. */
export interface BasisPassage {
  /** Hash of the article's bytes. */
  sha256: string
  path: string
  state: AnchorState
  /** UTF-16 offset into the article's text; null when it stood nowhere. */
  start: number | null
  text: string
  /** Figures inside it, as read: "4.2 million" is “4200000 t”. */
  figures: string[]
}

/** What a briefing rested on at some time: what a later look is held against. */
export interface BriefingBasis {
  /** ISO 8601. */
  madeAt: string
  /** How many corrections had been made. */
  decisions: number
  /** Ids. */
  sentences: string[]
  /** By id of the citation. */
  passages: Record<string, BasisPassage>
  /** Passages that said otherwise than a sentence's own, as `otherKey` names them. */
  others: string[]
}

/** What a placed briefing rests on now. `decisions` is the length of the log of corrections. */
export function basisOf(document: BriefingDocument, decisions: number, madeAt: string): BriefingBasis {
  const citations = document.sections.flatMap(({ sentences }) => sentences.flatMap((sentence) => sentence.citations))
  return {
    madeAt,
    decisions,
    sentences: document.sections.flatMap(({ sentences }) => sentences.map(({ id }) => id)),
    passages: Object.fromEntries(citations.map((citation) => [citation.id, passageNow(citation)])),
    others: [...new Set([...othersOf(document).values()].flat().map(otherKey))].sort(),
  }
}

/** Names a passage of another side by its file and words: where it stands in the file may change. */
export const otherKey = ({ path, text }: { path: string; text: string }): string => `${path}\n${text}`

/** A citation's passage as it stands now. */
export function passageNow({ anchor, article, passage, state, figures }: BriefingCitation): BasisPassage {
  return {
    sha256: article?.sha256 ?? anchor.articleId,
    path: article?.path ?? anchor.path,
    state,
    start: passage?.start ?? null,
    text: passage?.text ?? anchor.exact,
    figures: figures.map(({ text, value, unit }) => `“${text}” is ${value ?? 'no number'}${unit ? ` ${unit}` : ''}`),
  }
}

/** The passage as the analyst cited it: what a citation is held against that is newer than the basis. */
export function passageCited({ anchor, figures, ...rest }: BriefingCitation): BasisPassage {
  const { articleId: sha256, path, start, exact: text } = anchor
  return { sha256, path, state: 'exact', start, text, figures: passageNow({ anchor, figures, ...rest }).figures }
}

import type { Waiver } from '@contract/briefing'
import { checkBriefing } from '@domain/briefing/check-briefing'
import type { BriefingCitation, Finding } from '@domain/briefing/types'
import type { BriefingSection, BriefingSentence } from './briefing-edits'

type Citation = BriefingSentence['citations'][number]

/** These say what one sees while writing: that nothing stands there yet. */
const LATER = new Set(['empty-sentence', 'empty-briefing'])

/**
 * What the gate's rules find in the words and anchors alone, while they are written. The gate of the export knows the articles too, and
 * looks again.
 */
export function checksWhileWriting(sections: readonly BriefingSection[], waivers: readonly Waiver[]): Finding[] {
  const document = {
    title: 'written',
    marking: '',
    author: '',
    sections: sections.map((section) => ({
      ...section,
      sentences: section.sentences
        .filter(({ text }) => text.trim() !== '')
        .map((sentence) => ({ ...sentence, citations: sentence.citations.map(asWritten) })),
    })),
  }
  return checkBriefing(document, waivers).filter(({ rule }) => !LATER.has(rule))
}

/** The passage as it was cited; where it cannot be found any more there is none. */
function asWritten({ id, anchor, state, date }: Citation): BriefingCitation {
  const { articleId: sha256, path, start, end, exact: text } = anchor
  const found = state === 'exact' || state === 'moved'
  const article = { sha256, path, title: null, date, agency: null, place: null, language: null }
  return { id, anchor, state, changed: false, article, passage: found ? { start, end, text } : null, figures: [] }
}

import type { BriefingSection } from './briefing-edits'

/** Something to look at in a sentence; `block` would be refused at export. */
export interface Check {
  sentenceId: string | null
  level: 'block' | 'warn'
  title: string
  message: string
}

const QUOTED = /[“"«„]([^”"»“]{3,})[”"»“]/gu
const flat = (text: string) => text.replaceAll(/\s+/gu, ' ').trim()

/** What can be checked while writing, from the briefing alone; the gate of the export knows the sources and looks again. */
export function checkBriefing(sections: readonly BriefingSection[]): Check[] {
  return sections.flatMap((section) =>
    section.sentences.flatMap(({ id: sentenceId, type, text, citations, likelihood, confidence }): Check[] => {
      if (text.trim() === '') return []
      const found: Check[] = []
      if (['fact', 'quote', 'figure'].includes(type) && citations.length === 0) {
        const title = `A ${type} without a source`
        found.push({
          sentenceId,
          level: 'warn',
          title,
          message: 'Nobody can check it. Cite a passage, or call it a judgement, an assumption or a gap.',
        })
      }
      if (likelihood && confidence) {
        found.push({
          sentenceId,
          level: 'warn',
          title: 'Likelihood and confidence in one sentence',
          message: 'Put the confidence in a sentence of its own.',
        })
      }
      if (citations.some((citation) => citation.state === 'lost')) {
        found.push({
          sentenceId,
          level: 'block',
          title: 'A source is lost',
          message: 'The cited words are not in the folder any more. Cite another passage or take the citation out.',
        })
      }
      const sources = citations.map((citation) => flat(citation.anchor.exact))
      const quoted = type === 'quote' ? [...text.matchAll(QUOTED)].map((match) => flat(match[1] ?? '')) : []
      const changed = quoted.find(
        (words) => sources.length > 0 && !sources.some((source) => source.includes(words.replace(/[.,;:!?…]+$/u, ''))),
      )
      if (changed !== undefined) {
        found.push({
          sentenceId,
          level: 'block',
          title: 'The quote is not verbatim',
          message: `No cited passage has the words “${changed}”.`,
        })
      }
      return found
    }),
  )
}

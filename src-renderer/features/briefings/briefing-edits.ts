import type { Briefing, SentenceType } from '@contract/briefing'
import type { CitationView } from '@contract/casebook'

export type BriefingSection = Briefing['sections'][number]
export type BriefingSentence = BriefingSection['sentences'][number]
type Sections = readonly BriefingSection[]

export const newSentence = (id: string, type: SentenceType = 'fact'): BriefingSentence => ({
  id,
  type,
  text: '',
  likelihood: null,
  confidence: null,
  citations: [],
})

const mapSentence = (
  sections: Sections,
  id: string,
  change: (sentence: BriefingSentence) => BriefingSentence,
): BriefingSection[] =>
  sections.map((section) => ({
    ...section,
    sentences: section.sentences.map((one) => (one.id === id ? change(one) : one)),
  }))

export const changeSentence = (sections: Sections, id: string, changes: Partial<BriefingSentence>): BriefingSection[] =>
  mapSentence(sections, id, (sentence) => ({ ...sentence, ...changes }))

export const citeIn = (sections: Sections, id: string, citation: CitationView): BriefingSection[] =>
  mapSentence(sections, id, (sentence) => ({ ...sentence, citations: [...sentence.citations, citation] }))

export const uncite = (sections: Sections, id: string, citationId: string): BriefingSection[] =>
  mapSentence(sections, id, (sentence) => ({
    ...sentence,
    citations: sentence.citations.filter((one) => one.id !== citationId),
  }))

/** Puts a sentence after another one, or at the end of a section. */
export function insertSentence(
  sections: Sections,
  sentence: BriefingSentence,
  place: { after: string } | { section: string },
): BriefingSection[] {
  return sections.map((section) => {
    const at =
      'after' in place
        ? section.sentences.findIndex((one) => one.id === place.after)
        : section.id === place.section
          ? section.sentences.length - 1
          : -2
    if (at < -1 || ('after' in place && at < 0)) return section
    return { ...section, sentences: section.sentences.toSpliced(at + 1, 0, sentence) }
  })
}

export const removeSentence = (sections: Sections, id: string): BriefingSection[] =>
  sections.map((section) => ({ ...section, sentences: section.sentences.filter((one) => one.id !== id) }))

/** Moves a sentence one place up or down, over the border of its section when it stands at it. */
export function moveSentence(sections: Sections, id: string, by: 1 | -1): BriefingSection[] {
  const from = sections.findIndex((section) => section.sentences.some((one) => one.id === id))
  const section = sections[from]
  const sentence = section?.sentences.find((one) => one.id === id)
  if (!section || !sentence) return [...sections]
  const at = section.sentences.indexOf(sentence)
  const without = removeSentence(sections, id)
  const inside = at + by >= 0 && at + by < section.sentences.length
  const into = inside ? from : from + by
  if (into < 0 || into >= sections.length) return [...sections]
  return without.map((one, i) => {
    if (i !== into) return one
    const place = inside ? at + by : by > 0 ? 0 : one.sentences.length
    return { ...one, sentences: one.sentences.toSpliced(place, 0, sentence) }
  })
}

export function moveSection(sections: Sections, id: string, by: 1 | -1): BriefingSection[] {
  const at = sections.findIndex((section) => section.id === id)
  const moved = sections[at]
  if (!moved || at + by < 0 || at + by >= sections.length) return [...sections]
  return sections.toSpliced(at, 1).toSpliced(at + by, 0, moved)
}

import type { BriefingSentence } from '../types'
import type { Hit } from './rule'

const MUST_CITE = new Set<BriefingSentence['type']>(['fact', 'quote', 'figure'])

/** What must be cited is, and every citation leads to words that stand. */
export function citationRules({ type, citations, text }: BriefingSentence): Hit[] {
  if (text.trim() === '')
    return [{ rule: 'empty-sentence', message: 'The sentence has no words. Write it or take it out.' }]
  if (citations.length === 0 && MUST_CITE.has(type)) {
    const message = `Nobody can check this ${type}. Cite a passage, or call it a judgement, an assumption or a gap.`
    return [{ rule: 'no-citation', message }]
  }
  return citations.flatMap(({ state, changed, anchor, passage }): Hit[] => {
    const words = `“${short(anchor.exact)}” (${anchor.path})`
    if (state === 'lost')
      return [{ rule: 'citation-lost', message: `The cited words ${words} are not in the sources any more.` }]
    if (state === 'ambiguous') {
      return [
        {
          rule: 'citation-ambiguous',
          message: `The cited words ${words} stand in several places; cite one of them anew.`,
        },
      ]
    }
    if (changed) {
      const now = passage ? ` Now it says “${short(passage.text)}”.` : ''
      return [
        {
          rule: 'citation-changed',
          message: `The cited words ${words} were changed in the source.${now} Cite them anew.`,
        },
      ]
    }
    if (state === 'moved')
      return [{ rule: 'citation-moved', message: `The cited words ${words} stand elsewhere in a changed file.` }]
    return []
  })
}

/** Enough of a passage to know it again in a message. */
export function short(text: string): string {
  const letters = [...text.replace(/\s+/gu, ' ').trim()]
  return letters.length <= 80 ? letters.join('') : `${letters.slice(0, 78).join('')}…`
}

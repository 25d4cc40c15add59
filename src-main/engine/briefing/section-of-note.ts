import type { SentenceType } from '../../contract/briefing'
import type { Citation } from '../../contract/casebook'
import type { Parsed } from '../../contract/channels'
import { proseBlocks, type ProseBlock } from '../../domain/evidence/prose'
import { splitSentences } from '../../domain/text/sentences'
import type { Range } from '../../domain/text/span'

type Section = Parsed<'briefing.save'>['sections'][number]
type Sentence = Section['sentences'][number]

/** What of a note a briefing is made from. */
export interface NoteContent {
  title: string
  /** ProseMirror JSON. */
  body: unknown
  citations: readonly Citation[]
}

/**
 * The section a note becomes: its title as heading, one sentence per sentence of its text. A citation goes with the sentence it
 * stands in or right behind; citations of a block without words join the sentence before. Headings inside the note are left out.
 */
export function sectionOfNote({ title, body, citations }: NoteContent, newId: () => string): Section {
  const known = new Map(citations.map((citation) => [citation.id, citation]))
  const sentences: Sentence[] = []
  for (const block of proseBlocks(body)) {
    if (block.level > 0 && block.citations.length === 0) continue
    const made = sentencesOf(block, known, newId)
    const homeless = block.text.trim() === '' ? citedIn(block, known, newId) : []
    sentences.push(...made)
    sentences.at(-1)?.citations.push(...homeless)
  }
  return {
    id: newId(),
    heading: title,
    sentences: sentences.map((sentence) => ({ ...sentence, type: guess(sentence) })),
  }
}

function sentencesOf(block: ProseBlock, known: ReadonlyMap<string, Citation>, newId: () => string): Sentence[] {
  const ranges = splitSentences(block.text)
  return ranges.map(({ start, end }, index): Sentence => {
    const own = block.citations.filter(({ at }) => homeOf(at, block.text, ranges) === index)
    return {
      id: newId(),
      type: 'fact',
      likelihood: null,
      confidence: null,
      text: block.text.slice(start, end).trim(),
      citations: citedIn({ ...block, citations: own }, known, newId),
    }
  })
}

/** The sentence a citation belongs to: the one it stands in or follows; the next one only when it touches that and not the one before. */
function homeOf(at: number, text: string, ranges: readonly Range[]): number {
  const behind = ranges.findLastIndex(({ start }) => start < at)
  const next = ranges[behind + 1]
  const touchesNext = next?.start === at && /^$|\s/u.test(text.charAt(at - 1))
  return touchesNext || behind < 0 ? behind + 1 : behind
}

function citedIn(block: ProseBlock, known: ReadonlyMap<string, Citation>, newId: () => string): Citation[] {
  return block.citations.flatMap(({ id }) => {
    const citation = known.get(id)
    return citation ? [{ id: newId(), anchor: citation.anchor }] : []
  })
}

const QUOTED = /["“”„«»「」『』]/u

/** A first guess that the analyst may change: words in quotation marks, a figure, anything else that cites; what cites nothing is a judgement. */
function guess({ text, citations }: Sentence): SentenceType {
  if (citations.length === 0) return 'judgement'
  if (QUOTED.test(text)) return 'quote'
  return /\p{Nd}/u.test(text) ? 'figure' : 'fact'
}

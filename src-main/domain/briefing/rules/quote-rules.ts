import { alignPassage } from '../../evidence/align-passage'
import type { BriefingSentence } from '../types'
import { short } from './citation-rules'
import { quotedStretches, type QuotedStretch } from './quoted-stretches'
import type { Hit } from './rule'
import { standsVerbatim } from './verbatim'

/** Shorter stretches outside of quotes are titles or words held at a distance. */
const SHORTEST = 3

/** Every quoted stretch stands in a cited passage word by word. */
export function quoteRules({ type, text, citations }: BriefingSentence): Hit[] {
  const stretches = quotedStretches(text)
  if (type === 'quote' && stretches.length === 0) {
    const message = 'No words stand in quotation marks. Put the quoted words in marks, or make it a fact.'
    return [{ rule: 'quote-without-quotation', message }]
  }
  const sources = citations.flatMap(({ passage }) => (passage ? [passage.text] : []))
  if (sources.length === 0) return []
  const wanted = type === 'quote' ? stretches : stretches.filter((stretch) => wordsOf(stretch.text) >= SHORTEST)
  return wanted
    .filter((stretch) => !sources.some((source) => standsVerbatim(stretch.text, source)))
    .filter((stretch) => !standsVerbatim(stretch.text, sources.join('\n')))
    .map(({ start, end, text: words }) => ({
      rule: type === 'quote' ? ('quote-not-verbatim' as const) : ('quoted-words-not-cited' as const),
      start,
      end,
      message: `No cited passage has the words “${short(words)}”.${nearest({ start, end, text: words }, sources)}`,
    }))
}

const wordsOf = (text: string): number => text.match(/[\p{L}\p{N}]+/gu)?.length ?? 0

/** What a passage says instead, where that can be told. */
function nearest({ text }: QuotedStretch, sources: readonly string[]): string {
  for (const source of sources) {
    const range = alignPassage({ exact: text, prefix: '', suffix: '' }, source)
    if (range !== null && range !== 'several')
      return ` The source has “${short(source.slice(range.start, range.end))}”.`
  }
  return ''
}

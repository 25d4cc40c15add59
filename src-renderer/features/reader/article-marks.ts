import type { ArticleView } from '@contract/article'
import type { Highlight } from '@contract/casebook'
import type { EntityType } from '@domain/extract/types'
import type { Range } from '@domain/text/span'
import { KIND_CLASS } from '@/ui/kind-class'
import type { TextMark } from './text-marks'

/** What is drawn over an article's text at this moment. */
export interface MarkChoice {
  types: ReadonlySet<EntityType>
  roles: boolean
  quotes: boolean
  figures: boolean
  highlights: readonly Highlight[]
  /** Passages under codes, and what the codes are called. */
  coded: readonly { start: number | null; end: number | null; name: string }[]
  /** Stretches that differ from the article beside it. */
  changes: readonly (Range & { kind: 'number' | 'name' | 'negation' | 'text' })[]
  hits: readonly Range[]
  currentHit: number | null
  /** Entities of this article that are the one selected. */
  selected: ReadonlySet<string>
  currentMention: Range | null
  flash: Range | null
  /** The passage chosen for citing while the keyboard is in a note. */
  kept: Range | null
}

const UNSURE = 0.5

/** Wording differs on a grey ground; a fact that differs is closed into a box (a number) or underlined (a name, a negation). */
const CHANGE = {
  text: { name: 'cw' },
  number: { name: 'cf', classes: 'num' },
  name: { name: 'cf' },
  negation: { name: 'cf' },
} as const

function entityMarks(view: ArticleView, choice: MarkChoice): TextMark[] {
  return (view.extraction?.entities ?? []).flatMap((entity) => {
    const chosen = choice.selected.has(entity.id)
    if (!chosen && !choice.types.has(entity.type)) return []
    return entity.mentions.flatMap((mention): TextMark[] => {
      if (mention.form !== 'name' && !choice.roles && !chosen) return []
      const low = (mention.confidence ?? 1) < UNSURE ? ' low' : ''
      const role = mention.form === 'name' ? '' : ' role'
      const { start, end } = mention
      const mark: TextMark = {
        start,
        end,
        name: 'e',
        classes: `${KIND_CLASS[entity.type]}${role}${low}`,
        entityId: entity.id,
        ...(mention.form === 'name' ? {} : { means: entity.name }),
      }
      if (!chosen) return [mark]
      const at = choice.currentMention?.start === start && choice.currentMention.end === end
      return [mark, { start, end, name: 'sel', ...(at ? { classes: 'at' } : {}) }]
    })
  })
}

/** The dateline as it stands in the text: place and agency, and what is printed between them. */
function headerMarks({ header }: ArticleView): TextMark[] {
  const spans = [header.placeSpan, header.agencySpan].filter((span): span is Range => span !== null)
  if (spans.length === 0) return []
  return [
    {
      start: Math.min(...spans.map((span) => span.start)),
      end: Math.max(...spans.map((span) => span.end)),
      name: 'ind',
    },
  ]
}

/** Every mark of an article, in the order in which they are laid over each other. */
export function articleMarks(view: ArticleView, choice: MarkChoice): TextMark[] {
  const { attributions = [], figures = [] } = view.extraction ?? {}
  const quotes = choice.quotes ? attributions.flatMap((attribution) => attribution.content) : []
  return [
    ...headerMarks(view),
    ...entityMarks(view, choice),
    ...(choice.figures ? figures.map(({ start, end }, i): TextMark => ({ start, end, name: 'f', figure: i })) : []),
    ...quotes.map(({ start, end }): TextMark => ({ start, end, name: 'q' })),
    ...choice.changes.map(({ start, end, kind }): TextMark => ({ start, end, ...CHANGE[kind] })),
    ...choice.coded.flatMap(({ start, end, name }): TextMark[] =>
      start === null || end === null ? [] : [{ start, end, name: 'cd', means: `Code: ${name}` }],
    ),
    ...choice.highlights
      .filter((highlight) => highlight.state !== 'lost')
      .map(({ id, anchor }): TextMark => ({ start: anchor.start, end: anchor.end, name: 'hl', highlightId: id })),
    ...choice.hits.map((hit, i): TextMark => ({
      ...hit,
      name: 'hit',
      ...(i === choice.currentHit ? { classes: 'at' } : {}),
    })),
    ...(choice.kept ? [{ ...choice.kept, name: 'kept' }] : []),
    ...(choice.flash ? [{ ...choice.flash, name: 'flash' }] : []),
  ]
}

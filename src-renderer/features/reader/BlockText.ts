import type { Range } from '@domain/text/span'
import { defineComponent, h, type PropType } from 'vue'
import type { ArticlePart } from './article-parts'
import { classesOf, cutAtMarks, type TextMark } from './text-marks'

/** The element a part of an article is set in. */
export const elementOf = (part: ArticlePart) => (part === 'headline' ? 'h2' : 'p')

/**
 * One paragraph of an article, exactly as it stands in the text: pieces that follow each other, each with the offset it
 * begins at (`data-start`), and nothing between them.
 */
export const BlockText = defineComponent({
  name: 'BlockText',
  props: {
    text: { type: String, required: true },
    block: { type: Object as PropType<Range>, required: true },
    marks: { type: Array as PropType<readonly TextMark[]>, required: true },
    /** The article's title where the text prints it, what stands before the story (front matter, by-line), or the story itself. */
    part: { type: String as PropType<ArticlePart>, default: 'story' },
  },
  setup(props) {
    return () =>
      h(
        elementOf(props.part),
        { dir: 'auto', class: props.part === 'preamble' ? 'preamble' : undefined },
        cutAtMarks(props.block, props.marks).map((piece) => {
          const entity = piece.marks.find((mark) => mark.entityId)
          const figure = piece.marks.find((mark) => mark.figure !== undefined)
          const highlight = piece.marks.find((mark) => mark.highlightId)
          return h(
            'span',
            {
              key: piece.start,
              class: classesOf(piece) || undefined,
              'data-start': piece.start,
              'data-entity': entity?.entityId,
              'data-mention': entity?.start,
              'data-figure': figure?.figure,
              'data-highlight': highlight?.highlightId,
              title: piece.marks.find((mark) => mark.means)?.means,
            },
            props.text.slice(piece.start, piece.end),
          )
        }),
      )
  },
})

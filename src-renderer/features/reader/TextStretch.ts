import type { Range } from '@domain/text/span'
import { computed, defineComponent, h, type PropType, ref, watch } from 'vue'
import { useNearness } from '@/ui/use-nearness'
import type { ArticlePart } from './article-parts'
import { BlockText, elementOf } from './BlockText'
import type { TextMark } from './text-marks'

/**
 * Some paragraphs of an article. Those of a long one are plain pieces of text until they come near the view: all words stand in
 * the page from the start, to be selected, gone to and found, and only what is seen costs marks and layout.
 */
export const TextStretch = defineComponent({
  name: 'TextStretch',
  props: {
    text: { type: String, required: true },
    blocks: { type: Array as PropType<readonly Range[]>, required: true },
    parts: { type: Array as PropType<readonly ArticlePart[]>, required: true },
    /** The marks of the n-th of these paragraphs; asked only for those that are drawn, so that no other follows them. */
    marksOf: { type: Function as PropType<(block: number) => readonly TextMark[]>, required: true },
    /** Whether marks and layout wait until the paragraphs come near. */
    lazy: { type: Boolean, required: true },
    /** Whether they are in view as soon as the article is. */
    first: { type: Boolean, required: true },
    /** Their length in UTF-16 units, for the height they are taken to have. */
    length: { type: Number, required: true },
  },
  emits: { marked: () => true },
  setup(props, { emit }) {
    const root = ref<HTMLElement | null>(null)
    const near = useNearness(root, props.first)
    // Once marked they stay so: taking text nodes away again would tear a selection that began in them.
    const met = ref(props.first)
    watch(near, (now) => (met.value ||= now))
    const marked = computed(() => met.value || !props.lazy)
    watch(marked, () => emit('marked'), { flush: 'post' })

    return () =>
      h(
        'div',
        {
          ref: root,
          class: ['stretch', { lazy: props.lazy }],
          style: { '--chars': props.length, '--paragraphs': props.blocks.length },
          'data-from': props.blocks[0]?.start,
          'data-to': props.blocks[props.blocks.length - 1]?.end,
        },
        props.blocks.map((block, i) => {
          const part = props.parts[i] ?? 'story'
          return marked.value
            ? h(BlockText, { key: block.start, text: props.text, block, part, marks: props.marksOf(i) })
            : h(
                elementOf(part),
                { key: block.start, dir: 'auto', class: part === 'preamble' ? 'preamble' : undefined },
                [h('span', { 'data-start': block.start }, props.text.slice(block.start, block.end))],
              )
        }),
      )
  },
})

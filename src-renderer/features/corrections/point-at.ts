import type { ArticleView } from '@contract/article'
import type { Range } from '@domain/text/span'
import type { Pointed } from './correction-draft'

/** The name that stands at an offset, the shortest where several lie over each other; null when none does. */
export function nameAt(view: ArticleView, offset: number): Pointed | null {
  const here = (view.extraction?.entities ?? []).flatMap(({ type, name, mentions }) =>
    mentions
      .filter(({ start, end }) => start <= offset && offset < end)
      .map(({ start, end, text }) => ({ start, end, words: text, entity: { type, name } })),
  )
  const [found] = here.sort((a, b) => a.end - a.start - (b.end - b.start))
  return found ? { kind: 'name', articleId: view.id, ...found } : null
}

/** The quote or figure that stands at an offset. */
export function claimAt(view: ArticleView, offset: number): Pointed | null {
  const holds = ({ start, end }: Range) => start <= offset && offset < end
  const figure = view.extraction?.figures.find(holds)
  if (figure) return claim(view, 'figure', figure)
  const quote = view.extraction?.attributions.find(({ content }) => content.some(holds))?.content[0]
  return quote ? claim(view, 'quote', quote) : null
}

/** A passage of the text: a name there that was not found can be added. */
export const passageOf = (view: ArticleView, range: Range): Pointed => claim(view, 'passage', range)

const claim = (view: ArticleView, kind: Pointed['kind'], { start, end }: Range): Pointed => ({
  kind,
  articleId: view.id,
  start,
  end,
  words: view.text.slice(start, end),
  entity: null,
})

import type { SentenceRule } from './rule'

/** Several articles cited for one sentence that are all tellings of one dispatch: they weigh as one source. */
export const oneDispatch: SentenceRule = ({ type, citations }) => {
  // What is open may well be open between two tellings of one dispatch.
  if (type === 'gap' || type === 'assumption') return []
  const articles = new Map(citations.flatMap(({ article }) => (article ? [[article.sha256, article]] : [])))
  const origins = new Set([...articles.values()].map(({ sha256, origin }) => origin ?? sha256))
  if (articles.size < 2 || origins.size > 1) return []
  const message = `The ${articles.size} articles cited here are tellings of one dispatch: one origin, not ${articles.size}.`
  return [{ rule: 'one-dispatch', message }]
}

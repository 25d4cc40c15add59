import type { PhraseNode, SearchNode } from '../../domain/search/query'

/** Whether a part of a search is about words alone, so that the full-text index can answer it whole. */
export function isWordsOnly(node: SearchNode): boolean {
  if (node.kind === 'phrase') return true
  if (node.kind === 'any') return node.parts.every(isWordsOnly)
  return (
    node.kind === 'all' &&
    node.parts.every((part) => isWordsOnly(part.kind === 'not' ? part.part : part)) &&
    node.parts.some(isPositive)
  )
}

const isPositive = (node: SearchNode) => node.kind !== 'not'

/**
 * The full-text expression of a part that is about words alone. Every term is quoted; the tree's terms are letters and digits
 * only, so nothing typed can be read as syntax.
 */
export function matchText(node: SearchNode, formsOf: (phrase: PhraseNode) => readonly string[]): string {
  switch (node.kind) {
    case 'phrase':
      return phraseText(node, formsOf(node))
    case 'any':
      return `(${node.parts.map((part) => matchText(part, formsOf)).join(' OR ')})`
    case 'all': {
      const wanted = node.parts.filter(isPositive).map((part) => matchText(part, formsOf))
      const unwanted = node.parts.flatMap((part) => (part.kind === 'not' ? [matchText(part.part, formsOf)] : []))
      return `(${[wanted.join(' AND '), ...unwanted].join(' NOT ')})`
    }
    default:
      throw new RangeError(`not about words: ${node.kind}`)
  }
}

function phraseText(phrase: PhraseNode, forms: readonly string[]): string {
  const terms = phrase.terms.map(quoted).join(' + ') + (phrase.prefix ? ' *' : '')
  const text = forms.length > 0 ? `(${[terms, ...forms.map(quoted)].join(' OR ')})` : terms
  return phrase.title ? `title : ${forms.length > 0 ? text : `(${text})`}` : text
}

const quoted = (term: string) => `"${term.replaceAll('"', '')}"`

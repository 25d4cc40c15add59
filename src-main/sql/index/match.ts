import type { FormsOf } from '../../domain/search/matches'
import type { NearNode, PhraseNode, SearchNode } from '../../domain/search/query'

/** NEAR takes no alternatives inside, so it is written out for each choice of forms; so many at most. */
const MOST_NEAR_CHOICES = 48

/** Whether a part of a search is about words alone, so that the full-text index can answer it whole. */
export function isWordsOnly(node: SearchNode): boolean {
  if (node.kind === 'phrase' || node.kind === 'near') return true
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
export function matchText(node: SearchNode, formsOf: FormsOf): string {
  switch (node.kind) {
    case 'phrase':
      return phraseText(node, formsOf(node))
    case 'near':
      return nearText(node, formsOf)
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

function phraseText(phrase: PhraseNode, forms: readonly (readonly string[])[]): string {
  const all = [phrase.terms, ...forms].map((terms) => termsText(terms, phrase.prefix))
  const text = all.length > 1 ? `(${all.join(' OR ')})` : (all[0] ?? '')
  return phrase.title ? `title : ${all.length > 1 ? text : `(${text})`}` : text
}

function nearText({ parts, distance }: NearNode, formsOf: FormsOf): string {
  let choices: string[] = ['']
  for (const part of parts) {
    const forms = [part.terms, ...formsOf(part)].map((terms) => termsText(terms, part.prefix))
    const room = Math.max(1, Math.floor(MOST_NEAR_CHOICES / choices.length))
    choices = forms.slice(0, room).flatMap((form) => choices.map((choice) => `${choice}${choice && ' '}${form}`))
  }
  const text = `(${choices.map((choice) => `NEAR(${choice}, ${distance})`).join(' OR ')})`
  return parts.every((part) => part.title) ? `title : ${text}` : text
}

const termsText = (terms: readonly string[], prefix: boolean) => terms.map(quoted).join(' + ') + (prefix ? ' *' : '')
const quoted = (term: string) => `"${term.replaceAll('"', '')}"`

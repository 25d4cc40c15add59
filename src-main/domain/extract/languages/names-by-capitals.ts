import { displayCase } from '../../article/display-case'
import { spanOf } from '../../text/span'
import type { Document } from '../document'
import type { ArticleHeader, Entity, EntityType, Mention } from '../types'
import type { NameLexicon } from './language-lexicon'
import { nameCandidates, type NameCandidate } from './name-candidates'
import { givenNames, nominative, nominativePlace, stemOf, stemsOf } from './name-forms'

interface Cluster {
  type: EntityType
  names: NameCandidate[]
}

/**
 * People, places and organisations of a text whose language writes names with capitals, by rules and hand-written lists; forms of one
 * name in other cases are one entity, and a family name alone is the person of that name named before.
 */
export function namesByCapitals(doc: Document, lexicon: NameLexicon, header: ArticleHeader): Entity[] {
  const found = [...headerNames(doc.text, header), ...nameCandidates(doc, lexicon, header.bodyStart)]
  const clusters: Cluster[] = []
  const later: NameCandidate[] = []
  for (const name of found) {
    // Full names first, so that a family name finds its owner wherever it stands.
    if (name.type === 'person' && !name.text.includes(' ')) later.push(name)
    else add(clusters, name, lexicon)
  }
  for (const name of later) join(clusters, name, lexicon)
  for (const cluster of clusters) cluster.names.sort((a, b) => a.start - b.start)
  clusters.sort((a, b) => (a.names[0]?.start ?? 0) - (b.names[0]?.start ?? 0))
  return clusters.map((cluster, index) => entityOf(cluster, index, lexicon))
}

function headerNames(text: string, { placeSpan, agencySpan }: ArticleHeader): NameCandidate[] {
  const name = (range: { start: number; end: number } | null, type: EntityType): NameCandidate[] =>
    range ? [{ ...spanOf(text, range.start, range.end), type, role: null, why: 'the dateline', confidence: 0.95 }] : []
  return [...name(placeSpan, 'place'), ...name(agencySpan, 'organization')]
}

function add(clusters: Cluster[], name: NameCandidate, lexicon: NameLexicon): void {
  const stems = stemsOf(name.text, lexicon)
  const same = clusters.find(({ names: [first] }) => first && stemsOf(first.text, lexicon) === stems)
  if (same) same.names.push(name)
  else clusters.push({ type: name.type, names: [name] })
}

/** A single name goes to the person whose last name it is: in the very form first, then the one named last before it. */
function join(clusters: Cluster[], name: NameCandidate, lexicon: NameLexicon): void {
  const stem = stemOf(name.text, lexicon)
  const lastWord = (text: string) => text.split(' ').at(-1) ?? ''
  const owners = clusters.filter(
    ({ type, names }) => type === 'person' && names.some(({ text }) => stemOf(lastWord(text), lexicon) === stem),
  )
  const exact = owners.filter(({ names }) => names.some(({ text }) => lastWord(text) === name.text))
  const near = (exact.length > 0 ? exact : owners)
    .map((cluster) => ({
      cluster,
      at: Math.max(...cluster.names.map(({ start }) => (start < name.start ? start : -start))),
    }))
    .sort((a, b) => b.at - a.at)[0]
  if (near) near.cluster.names.push(name)
  else add(clusters, name, lexicon)
}

function entityOf({ type, names }: Cluster, index: number, lexicon: NameLexicon): Entity {
  const forms = [...new Set(names.map(({ text }) => text))]
  const fullest = forms.reduce((a, b) => (rank(b, lexicon) > rank(a, lexicon) ? b : a))
  const shown = /\p{Ll}/u.test(fullest) || fullest.length < 7 ? fullest : displayCase(fullest)
  const name =
    type === 'person' ? nominative(shown, lexicon) : type === 'place' ? nominativePlace(shown, forms, lexicon) : shown
  const mentions: Mention[] = names.map(({ start, end, text, why, confidence }) => ({
    start,
    end,
    text,
    form: 'name',
    why,
    confidence,
  }))
  return {
    id: `e${index + 1}`,
    type,
    name,
    aliases: forms.filter((form) => form !== name),
    roles: [...new Set(names.flatMap(({ role }) => (role ? [role] : [])))],
    mentions,
  }
}

/** More words first, then not in capitals, then a listed first name in the nominative, then the shorter form (less case ending). */
function rank(form: string, lexicon: NameLexicon): number {
  const words = form.split(' ')
  const small = /\p{Ll}/u.test(form) ? 1 : 0
  const listed = givenNames(lexicon).includes(words[0] ?? '') ? 1 : 0
  return words.length * 1000 + small * 500 + listed * 200 - form.length
}

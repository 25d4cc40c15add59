import type { ComparePair } from '@contract/compare'

export type Pair = ComparePair['pairs'][number]
type Change = Pair['changes'][number]

/** What ties a sentence to the one beside it: a fact that changed, wording, a place, or nothing on the other side. */
export interface SeamLabel {
  tone: 'same' | 'wording' | 'fact' | 'moved' | 'alone'
  /** What stands on the seam: short. */
  text: string
  /** The whole of it for tooltip and screen reader. */
  title: string
}

const SHORT = 9
const KIND_WORDS = { number: 'number', name: 'name', negation: 'negation', text: 'wording' } as const

const flat = (text: string | undefined) => (text ?? '').replace(/\s+/gu, ' ').trim()
const isFact = ({ kind }: Change) => kind !== 'text'

/** "4.2 million tonnes" → "4.2", "Seven people" → "Seven": the seam is narrow. */
function short({ kind }: Change, text: string): string {
  if (kind !== 'number') return text
  return /\d[\d.,]*/u.exec(text)?.[0] ?? text.split(' ')[0] ?? text
}

function factText(change: Change): string {
  const [a, b] = [short(change, flat(change.a?.text)), short(change, flat(change.b?.text))]
  if (change.kind === 'negation') return a && b ? `${a} → ${b}` : a ? `− ${a}` : `+ ${b}`
  const both = `${a || '–'} → ${b || '–'}`
  return a.length <= SHORT && b.length <= SHORT && change.kind === 'number' ? both : KIND_WORDS[change.kind]
}

const inWords = ({ kind, a, b }: Change) =>
  `${KIND_WORDS[kind]}: ${a ? `“${flat(a.text)}”` : 'nothing'} became ${b ? `“${flat(b.text)}”` : 'nothing'}`

/** What stands between two aligned sentences. */
export function seamLabel({ relation, changes }: Pair): SeamLabel {
  if (relation === 'added') return { tone: 'alone', text: 'added', title: 'Only on the right' }
  if (relation === 'dropped') return { tone: 'alone', text: 'left out', title: 'Only on the left' }
  const facts = changes.filter(isFact)
  const [fact] = facts
  if (fact) {
    const more = facts.length > 1 ? ` +${facts.length - 1}` : ''
    return { tone: 'fact', text: factText(fact) + more, title: facts.map(inWords).join('; ') }
  }
  if (relation === 'moved') return { tone: 'moved', text: 'moved', title: 'The same sentence stands elsewhere' }
  if (changes.length > 0) return { tone: 'wording', text: 'wording', title: changes.map(inWords).join('; ') }
  return { tone: 'same', text: '', title: 'The same words' }
}

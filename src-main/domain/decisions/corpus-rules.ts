import type { EntityType } from '../extract/types'
import { articleOf, type ActiveDecision, type RawName, type Subject } from './decision'

/** What holds for a name in all articles. */
export interface NameRule {
  hidden: boolean
  type: EntityType | null
  name: string | null
}

/** A word of the analyst on whether two names stand for the same. */
export interface LinkRule {
  names: [RawName, RawName]
  same: boolean
}

/** Words that are a name wherever they stand. */
export interface WordRule {
  words: string
  name: string
  type: EntityType
}

/** Decisions on all articles, ready to be looked up. A later decision overrules an earlier one on the same matter. */
export interface CorpusRules {
  /** Null for a name nothing was decided on. */
  ruleOf(name: RawName): NameRule | null
  /** One per pair of names, the latest word on it. */
  links: readonly LinkRule[]
  words: readonly WordRule[]
  /** Every name of a group that was decided to be one leads to the same name of the group. */
  groupOf(name: RawName): RawName
}

type Change = Partial<NameRule>

export function corpusRules(active: readonly ActiveDecision[]): CorpusRules {
  const changes: { name: RawName; change: Change }[] = []
  const links = new Map<string, LinkRule>()
  const words = new Map<string, WordRule>()
  const decide = (names: readonly RawName[], change: Change) => {
    for (const name of names) changes.push({ name, change })
  }
  for (const { content } of active) {
    if (articleOf(content)) continue
    switch (content.kind) {
      case 'reject':
        decide(namesOf(content.subject), { hidden: true })
        break
      case 'retype':
        decide(namesOf(content.subject), { hidden: false, type: content.type })
        break
      case 'rename':
        decide(content.names, { name: content.name })
        break
      case 'merge':
        links.set(pairKey(...content.names), { names: content.names, same: true })
        decide(content.names, { hidden: false, type: content.type, name: content.name })
        break
      case 'split': {
        const { subject, from, name, type } = content
        const names = namesOf(subject)
        if (from !== null) for (const one of names) links.set(pairKey(one, from), { names: [one, from], same: false })
        // The parts taken out stay together, as they were.
        for (const one of names.slice(1))
          links.set(pairKey(names[0] ?? one, one), { names: [names[0] ?? one, one], same: true })
        decide(names, { hidden: false, type, name })
        break
      }
      case 'add-everywhere':
        words.set(content.words, { words: content.words, name: content.name, type: content.type })
        break
      default:
        throw new RangeError(`said of one article only: ${content.kind}`)
    }
  }
  const latest = [...links.values()]
  const groupOf = groups(latest)
  return { links: latest, words: [...words.values()], groupOf, ruleOf: lookUp(changes, groupOf) }
}

const namesOf = (subject: Subject): readonly RawName[] => ('names' in subject ? subject.names : [])

/** Kind and name hold for the whole group; that it is no name holds for the name alone. */
function lookUp(
  changes: readonly { name: RawName; change: Change }[],
  groupOf: (name: RawName) => RawName,
): CorpusRules['ruleOf'] {
  const hidden = new Map<RawName, boolean>()
  const shared = new Map<RawName, Change>()
  for (const { name, change } of changes) {
    if (change.hidden !== undefined) hidden.set(name, change.hidden)
    const { hidden: _own, ...rest } = change
    if (Object.keys(rest).length > 0) shared.set(groupOf(name), { ...shared.get(groupOf(name)), ...rest })
  }
  return (name) => {
    const rule = shared.get(groupOf(name))
    const gone = hidden.get(name)
    if (!rule && gone === undefined) return null
    return { hidden: gone ?? false, type: rule?.type ?? null, name: rule?.name ?? null }
  }
}

function groups(links: readonly LinkRule[]): (name: RawName) => RawName {
  const parents = new Map<RawName, RawName>()
  const root = (name: RawName): RawName => {
    let at = name
    for (let up = parents.get(at); up !== undefined; up = parents.get(at)) at = up
    return at
  }
  for (const { names, same } of links) {
    const [first, second] = [root(names[0]), root(names[1])]
    if (same && first !== second) parents.set(second, first)
  }
  return root
}

/** The same for both orders of two names. */
export const pairKey = (a: RawName, b: RawName): string => (a < b ? `${a}\n${b}` : `${b}\n${a}`)

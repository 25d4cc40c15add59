import type { EntityType } from '../extract/types'
import { WordRules, type WordRule } from './gazetteer'
import { articleOf, typeOf, type ActiveDecision, type RawName, type Subject } from './decision'

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

/** Decisions on all articles, ready to be looked up. A later decision overrules an earlier one on the same matter. */
export interface CorpusRules {
  /** Null for a name nothing was decided on. */
  ruleOf(name: RawName): NameRule | null
  /** One per pair of names, the latest word on it. */
  links: readonly LinkRule[]
  words: WordRules
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
        // What analysis learns to call by this kind itself is still the same.
        for (const one of namesOf(content.subject)) {
          const learned = `${content.type}:${one.slice(typeOf(one).length + 1)}`
          if (learned !== one) links.set(pairKey(one, learned), { names: [one, learned], same: true })
        }
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
        words.set(content.words, { words: content.words, name: content.name, type: content.type, listed: false })
        break
      case 'gazetteer':
        for (const { name, type, aliases } of content.entries)
          for (const one of [name, ...aliases]) words.set(one, { words: one, name, type, listed: true })
        break
      default:
        throw new RangeError(`said of one article only: ${content.kind}`)
    }
  }
  const latest = [...links.values()]
  const groupOf = groups(latest)
  const rules = new WordRules([...words.values()])
  return { links: latest, words: rules, groupOf, ruleOf: lookUp(changes, groupOf, rules) }
}

const namesOf = (subject: Subject): readonly RawName[] => ('names' in subject ? subject.names : [])

/** Kind and name hold for the whole group; that it is no name holds for the name alone. */
function lookUp(
  changes: readonly { name: RawName; change: Change }[],
  groupOf: (name: RawName) => RawName,
  words: WordRules,
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
    if (!rule && gone === undefined) return listed(name, words)
    return { hidden: gone ?? false, type: rule?.type ?? null, name: rule?.name ?? null }
  }
}

/** What a list of names says of a name nothing else was decided on. */
function listed(name: RawName, words: WordRules): NameRule | null {
  const entry = words.entryFor(name.slice(typeOf(name).length + 1))
  return entry && { hidden: false, type: entry.type, name: entry.name }
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

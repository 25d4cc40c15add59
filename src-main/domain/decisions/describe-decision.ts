import type { EntityType } from '../extract/types'
import type { DecisionContent, RawName, Subject } from './decision'

const KIND: Record<EntityType, string> = {
  person: 'a person',
  organization: 'an organization',
  place: 'a place',
  event: 'an event',
  group: 'a group',
  work: 'a work',
  other: 'something else',
}

/** A decision in one sentence, for the list of decisions and for what stands on a toast. */
export function describeDecision(content: DecisionContent): string {
  switch (content.kind) {
    case 'reject':
      return `${subjectWords(content.subject)} is no name`
    case 'retype':
      return `${subjectWords(content.subject)} is ${KIND[content.type]}`
    case 'rename':
      return `${quoted(content.names)} is called “${content.name}”`
    case 'merge':
      return `${quoted([content.names[0]])} and ${quoted([content.names[1]])} are one: “${content.name}”`
    case 'split':
      return `${subjectWords(content.subject)} stands for “${content.name}”, ${KIND[content.type]} of its own`
    case 'add':
      return `“${content.at.exact}” names “${content.name}”, ${KIND[content.type]}`
    case 'add-everywhere':
      return `“${content.words}” names “${content.name}”, ${KIND[content.type]}, in all articles`
    case 'gazetteer':
      return `The names of the list “${content.title}” (${content.entries.length}) are names of their kinds`
    case 'speaker':
      return `“${shortened(content.at.exact)}” is said by ${content.speaker ? content.speaker.name : 'nobody who can be told'}`
    case 'reject-quote':
      return `“${shortened(content.at.exact)}” is no quote`
    case 'reject-figure':
      return `“${shortened(content.at.exact)}” is no figure`
    case 'encoding':
      return `${content.article.path} is read ${content.encoding === null ? 'in the encoding detected' : `as ${content.encoding}`}`
    case 'revert':
      return 'An earlier correction is taken back'
  }
}

function subjectWords(subject: Subject): string {
  if ('at' in subject) return `“${subject.at.exact}” at one place`
  return `${quoted(subject.names)}${subject.article ? ' in one article' : ''}`
}

/** The first name, since it is the one a person sees, and how many more there are. */
function quoted(names: readonly RawName[]): string {
  const [first = ''] = names
  const more = names.length > 1 ? ` (and ${names.length - 1} more ${names.length === 2 ? 'form' : 'forms'})` : ''
  // Raw names are folded; written as names are, they are easier to know again.
  const shown = first
    .slice(first.indexOf(':') + 1)
    .replaceAll(/(?<![\p{L}\p{M}'])\p{Ll}/gu, (letter) => letter.toUpperCase())
  return `“${shown}”${more}`
}

function shortened(words: string): string {
  const flat = words.replaceAll(/\s+/gu, ' ')
  return flat.length > 60 ? `${flat.slice(0, 57)}…` : flat
}

import type { Document } from '../document'
import { firstNameGender, titleGender } from '../entities/gender'
import type { Grammar } from '../grammar/read-grammar'
import { WordClass } from '../grammar/word-class'
import type { DateMention, Entity } from '../types'
import { subjectOf, type TokenRange } from './clause-subject'
import { phraseText } from './phrase-text'

const PERSONAL = new Set(['he', 'she'])
const NEUTRAL = new Set(['it', 'they'])
/** Sentences looked back for what "it" and "they" stand for. */
const REACH = 2

/**
 * Whom or what a subject means, as printed: without a date before it ("Friday the legislature"), "he" and "she" as the person named
 * last before them whose first name or title does not contradict, "it" and "they" as the subject of the sentence before in the same
 * paragraph. The pronoun itself where nothing fits.
 */
export class SubjectMeant {
  private readonly people: { start: number; name: string; gender: 'he' | 'she' | null }[]

  constructor(
    private readonly doc: Document,
    private readonly grammar: Grammar,
    private readonly dates: readonly DateMention[],
    entities: readonly Entity[],
    /** Where the story starts: place and agency before it are no part of a subject. */
    private readonly bodyStart: number,
  ) {
    this.people = entities
      .filter((entity) => entity.type === 'person')
      .flatMap((entity) => {
        const gender = genderOf(entity)
        return (
          entity.mentions
            // "Parkinson's disease. He …": an owner is seldom who comes next.
            .filter(({ form, end }) => form === 'name' && !/^['’]s/.test(doc.text.slice(end, end + 2)))
            .map((mention) => ({ start: mention.start, name: entity.name, gender }))
        )
      })
      .sort((a, b) => a.start - b.start)
  }

  /** The subject `tokens`; null where only a date stands there. */
  of(tokens: TokenRange, depth = 0): string | null {
    const { words, sentenceOf } = this.grammar
    const from = this.behindDate(tokens)
    if (from >= tokens.to) return null
    const word = words[from] ?? ''
    if (tokens.to - from === 1) {
      const meant = PERSONAL.has(word)
        ? this.person(from, word)
        : NEUTRAL.has(word) && depth < REACH
          ? this.subjectBefore(sentenceOf[from] ?? -1, depth)
          : null
      if (meant) return meant
    }
    return phraseText(this.doc, this.grammar, from, tokens.to)
  }

  private behindDate({ from: first, to }: TokenRange): number {
    const { classes } = this.grammar
    const { start, end } = this.doc.tokens
    let from = first
    if ((start[to - 1] ?? 0) >= this.bodyStart) while ((start[from] ?? 0) < this.bodyStart) from++
    const at = start[from] ?? 0
    const date = this.dates.find((d) => d.start <= at && d.end > at)
    if (!date) return from
    let t = from
    while (t < to && (end[t] ?? 0) <= date.end) t++
    // "the 1873 hall" keeps its year, "in 2021 exports" does not.
    while (t < to && (classes[t] === WordClass.determiner || classes[t] === WordClass.mark)) t++
    return t
  }

  private person(token: number, pronoun: string): string | null {
    const at = this.doc.tokens.start[token] ?? 0
    for (let i = this.people.length - 1; i >= 0; i--) {
      const person = this.people[i]
      if (person && person.start < at && (person.gender === null || person.gender === pronoun)) return person.name
    }
    return null
  }

  private subjectBefore(sentence: number, depth: number): string | null {
    const { first, classes } = this.grammar
    const before = this.doc.sentences[sentence - 1]
    const here = this.doc.sentences[sentence]
    if (!before || !here || this.doc.text.slice(before.end, here.start).includes('\n')) return null
    const from = first[sentence - 1] ?? 0
    const to = first[sentence] ?? 0
    for (let t = from; t < to; t++) {
      if (classes[t] !== WordClass.verb && classes[t] !== WordClass.auxiliary) continue
      const subject = subjectOf(this.grammar, t, from)
      if (subject) return this.of(subject, depth + 1)
    }
    return null
  }
}

function genderOf(entity: Entity): 'he' | 'she' | null {
  const [first = ''] = entity.name.split(' ')
  const folded = first
    .toLowerCase()
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '')
  const gender = entity.roles.map(titleGender).find((g) => g !== null) ?? firstNameGender(folded)
  return gender === null ? null : gender === 'm' ? 'he' : 'she'
}

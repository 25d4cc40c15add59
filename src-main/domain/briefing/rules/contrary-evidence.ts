import type { Conflict, ConflictSide, Evidence } from '../../compare/conflicts/conflict'
import type { BriefingDocument, BriefingSentence } from '../types'
import type { Hit } from './rule'

/** Sentences of these types state what is so; a judgement may weigh it. */
const STATING = new Set(['fact', 'quote', 'figure'])

/**
 * For each sentence that rests on one side of a conflict, what the other side says, unless the briefing cites that side anywhere: who
 * reads it then learns of both. Each conflict is told once, at the first such sentence.
 */
export function contraryEvidence({ sections, conflicts = [] }: BriefingDocument): Map<BriefingSentence, Hit[]> {
  const hits = new Map<BriefingSentence, Hit[]>()
  const sentences = sections.flatMap((section) => section.sentences)
  for (const conflict of conflicts) {
    const cited = conflict.sides.map((side) => sentences.filter((sentence) => restsOn(sentence, side)))
    for (const [index, own] of cited.entries()) {
      const sentence = own.find(({ type }) => STATING.has(type))
      const other = conflict.sides.find((_side, at) => at !== index && cited[at]?.length === 0)
      const evidence = other?.evidence[0]
      if (!sentence || !evidence) continue
      hits.set(sentence, [...(hits.get(sentence) ?? []), hitOf(conflict, evidence)])
      break
    }
  }
  return hits
}

/** For the id of each sentence that rests on one side of a conflict, all that the other sides say, whether the briefing cites it or not. */
export function othersOf({ sections, conflicts = [] }: BriefingDocument): Map<string, Evidence[]> {
  const others = new Map<string, Evidence[]>()
  for (const sentence of sections.flatMap((section) => section.sentences)) {
    const against = conflicts.flatMap(({ sides }) => {
      const own = sides.filter((side) => restsOn(sentence, side))
      return own.length === 0 ? [] : sides.filter((side) => !own.includes(side)).flatMap(({ evidence }) => evidence)
    })
    if (against.length > 0) others.set(sentence.id, against)
  }
  return others
}

function hitOf({ kind }: Conflict, other: Evidence): Hit {
  const { path, text } = other
  const rule = kind === 'contradiction' || kind === 'denial' ? 'contradicted' : 'told-otherwise'
  const how = {
    contradiction: 'contradicts this',
    denial: 'denies this',
    'quote-drift': 'gives other words',
    correction: 'corrects this',
    update: 'has a later count',
    scope: 'counts otherwise',
    rounding: 'rounds otherwise',
  }[kind]
  return { rule, message: `${path} ${how}: “${text}”. Cite it as well, or waive the rule with the reason.`, other }
}

const restsOn = ({ citations }: BriefingSentence, { evidence }: ConflictSide): boolean =>
  citations.some(({ article, passage }) =>
    evidence.some(
      ({ path, start, end }) =>
        passage !== null && article?.path === path && start < passage.end && passage.start < end,
    ),
  )

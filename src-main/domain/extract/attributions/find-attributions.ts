import { spanOf, type Range, type Span } from '../../text/span'
import type { Document } from '../document'
import { readGrammar } from '../grammar/read-grammar'
import type { ArticleHeader, Attribution, Entity } from '../types'
import { acceptanceFeatures } from './acceptance'
import { readAccordings } from './according'
import { readAttitudeCues } from './attitude-cues'
import type { Candidate, Cutter } from './candidate'
import { readCandidates } from './candidates'
import { ACCEPTANCE_WEIGHTS, CUT_WEIGHTS } from './claim-weights'
import { contentSpans } from './content-spans'
import { cutterOf } from './cuts'
import { readFlow } from './flow'
import { Ledger } from './ledger'
import { probability, score } from './linear'
import { announcedBy, readLooseQuotes } from './loose-quotes'
import { readNamedLines } from './named-lines'
import { readNominalCues } from './nominal-cues'
import { phraseBefore } from './noun-phrases'
import { findQuotes } from './quote-marks'
import { sourceOf, Speakers, type Speaker } from './speakers'
import { View } from './view'

/** Attributions, and the pronouns that stood for a speaker, to be added to the entity's mentions. */
export interface AttributionsFound {
  attributions: Attribution[]
  pronouns: { entityId: string; span: Span }[]
}

/** What decides: where words said end, and whether a candidate reports speech (log-odds). */
export interface Judges {
  cut: Cutter
  accept: (candidate: Candidate, speaker: Speaker | null, attribution: Attribution) => number
}

/** Log-odds from which a candidate is kept; set where direct, indirect and attitude reports together measured best. */
const THRESHOLD = -3

const shipped: Judges = {
  cut: cutterOf(CUT_WEIGHTS),
  accept: (candidate, speaker) => score(ACCEPTANCE_WEIGHTS, acceptanceFeatures(candidate, speaker)),
}

/**
 * Who said what, in text order: direct, indirect and mixed. `entities` come with their mentions, without pronouns. The agency of the
 * dateline never speaks; what stands before the story's start is passed over.
 */
export function findAttributions(doc: Document, entities: readonly Entity[], header: ArticleHeader): AttributionsFound {
  return findAttributionsWith(doc, entities, header, shipped)
}

/** `findAttributions` with other judges, for training. */
export function findAttributionsWith(
  doc: Document,
  entities: readonly Entity[],
  header: ArticleHeader,
  judges: Judges,
): AttributionsFound {
  const grammar = readGrammar(doc)
  const quotes = findQuotes(doc)
  const ledger = new Ledger(doc, quotes)
  const speakers = new Speakers(doc, entities, silentEntities(entities, header))
  for (const stretch of readFlow(doc, grammar, quotes, header.bodyStart)) {
    const view = new View(doc, grammar, quotes, stretch)
    const candidates = [
      ...readCandidates(view, judges.cut),
      ...readAccordings(view, judges.cut),
      ...readNamedLines(view, judges.cut),
      ...readNominalCues(view, judges.cut),
      ...readAttitudeCues(view, judges.cut),
    ]
    candidates.sort((a, b) => a.from - b.from)
    let sentenceSpeaker: Speaker | null = null
    for (const candidate of candidates) {
      const speaker = speakerOf(candidate, sentenceSpeaker, speakers)
      if (enter(candidate, speaker, judges, ledger, speakers)) sentenceSpeaker = speaker ?? sentenceSpeaker
    }
    readLooseQuotes(view, ledger, speakers)
    ledger.announced = announcedBy(view, speakers)
  }
  return { attributions: ledger.close(), pronouns: ledger.pronouns }
}

function speakerOf(candidate: Candidate, sentenceSpeaker: Speaker | null, speakers: Speakers): Speaker | null {
  if (candidate.source) return speakers.inPhrase(candidate.view, candidate.source)
  return candidate.shared ? (sentenceSpeaker ?? mainSubject(candidate, speakers)) : null
}

/** The subject of the first finite verb of the stretch, for a cue that leans on it. */
function mainSubject({ view, from }: Candidate, speakers: Speakers): Speaker | null {
  for (let s = 1; s < from; s++) {
    if (!view.isVerb(s) || /ing$/.test(view.word(s)) || view.word(s - 1) === 'to') continue
    const phrase = phraseBefore(view, s)
    if (phrase) return speakers.inPhrase(view, phrase)
  }
  return null
}

/** Enters a candidate as an attribution, where it has words, a speaker if it needs one, and the judge's assent. */
function enter(
  candidate: Candidate,
  speaker: Speaker | null,
  judges: Judges,
  ledger: Ledger,
  speakers: Speakers,
): boolean {
  const { spans, quotes, kind } = contentSpans(candidate)
  if (spans.length === 0 || (candidate.shared && !speaker)) return false
  const { view } = candidate
  const at = view.startOf(candidate.from)
  const cue = spanOf(view.doc.text, at, view.endOf(candidate.to - 1))
  const attribution: Attribution = {
    content: spans,
    source: sourceOf(view.doc, speaker),
    cue,
    kind,
    why: whyOf(candidate, speaker),
  }
  const odds = judges.accept(candidate, speaker, attribution)
  if (odds < THRESHOLD && candidate.lemma !== ':') return false
  attribution.confidence = probability(odds)
  ledger.enter(attribution, quotes, view, speaker)
  speakers.spoke(speaker?.entity ?? null, at)
  return true
}

function whyOf(candidate: Candidate, speaker: Speaker | null): string {
  const who = speaker?.pronoun ? ' + pronoun' : speaker?.entity ? ' + name' : speaker ? ' + unnamed speaker' : ''
  return `${candidate.why}${who}`
}

/** The agency of the dateline: "Kazinform correspondent reports" makes no speaker. */
function silentEntities(entities: readonly Entity[], header: ArticleHeader): Set<string> {
  const agency = header.dateline?.agency?.toLowerCase() ?? null
  const span: Range | null = header.agencySpan
  const isAgency = (entity: Entity): boolean =>
    (agency !== null && entity.name.toLowerCase() === agency) ||
    (span !== null && entity.mentions.some((m) => m.start < span.end && m.end > span.start))
  return new Set(entities.filter(isAgency).map((entity) => entity.id))
}

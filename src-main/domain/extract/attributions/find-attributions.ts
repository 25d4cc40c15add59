import { spanOf, type Range, type Span } from '../../text/span'
import type { Document } from '../document'
import { readGrammar } from '../grammar/read-grammar'
import type { ArticleHeader, Attribution, Entity } from '../types'
import { readAccordings } from './according'
import { acceptanceFeatures } from './acceptance'
import type { Candidate, Cutter } from './candidate'
import { readCandidates } from './candidates'
import { ACCEPTANCE_WEIGHTS, CUT_WEIGHTS } from './claim-weights'
import { cueForm } from './cue-verbs'
import { contentSpans, quoteSpan } from './content-spans'
import { cutterOf } from './cuts'
import { readFlow, type Stretch } from './flow'
import { probability, score } from './linear'
import { phraseBefore } from './noun-phrases'
import { readNamedLines } from './named-lines'
import { findQuotes, type Quote } from './quote-marks'
import { Speakers, type Speaker } from './speakers'
import { View } from './view'

/** Attributions, and the pronouns that stood for a speaker, to be added to the entity's mentions. */
export interface AttributionsFound {
  attributions: Attribution[]
  pronouns: { entityId: string; span: Span }[]
}

const LONG_QUOTE = 4
const NAMED = /^(\p{Lu}[\p{Lu}.'’ -]{2,30}):\s+/u
/** Log-odds from which a candidate is kept; tuned on annotated articles. */
const THRESHOLD = -2

/**
 * Who said what, in text order: direct, indirect and mixed. `entities` come with their mentions, without pronouns. The agency and the
 * place of the dateline never speak; what stands before the story's start is passed over.
 */
export function findAttributions(doc: Document, entities: readonly Entity[], header: ArticleHeader): AttributionsFound {
  return findAttributionsWith(doc, entities, header, shipped)
}

/** What decides: where words said end, and whether a candidate reports speech (log-odds). */
export interface Judges {
  cut: Cutter
  accept: (candidate: Candidate, speaker: Speaker | null, attribution: Attribution) => number
}

const shipped: Judges = {
  cut: cutterOf(CUT_WEIGHTS),
  accept: (candidate, speaker) => score(ACCEPTANCE_WEIGHTS, acceptanceFeatures(candidate, speaker)),
}

/** `findAttributions` with other judges, for training. */
export function findAttributionsWith(doc: Document, entities: readonly Entity[], header: ArticleHeader, judges: Judges): AttributionsFound {
  return new Finder(doc, entities, header, judges).run()
}

class Finder {
  private readonly quotes: Quote[]
  private readonly stretches: Stretch[]
  private readonly speakers: Speakers
  private readonly attributions: Attribution[] = []
  private readonly pronouns: { entityId: string; span: Span }[] = []
  /** Which attribution owns each quotation. */
  private readonly owner = new Map<number, Attribution>()
  /** Speaker and cue of a stretch that ends with a colon: the quotation comes in the next paragraph. */
  private announced: { speaker: Speaker; cue: Span } | null = null
  private previous: { attribution: Attribution; block: number; direct: boolean } | null = null

  constructor(
    private readonly doc: Document,
    entities: readonly Entity[],
    private readonly header: ArticleHeader,
    private readonly judges: Judges,
  ) {
    this.quotes = findQuotes(doc)
    this.stretches = readFlow(doc, readGrammar(doc), this.quotes)
    this.speakers = new Speakers(doc, entities, silentEntities(entities, header))
  }

  run(): AttributionsFound {
    const grammar = readGrammar(this.doc)
    for (let n = 0; n < this.stretches.length; n++) {
      const stretch = this.stretches[n]
      if (!stretch || stretch.end <= this.header.bodyStart) continue
      const view = new View(this.doc, grammar, this.quotes, stretch)
      const candidates = [...readCandidates(view, this.judges.cut), ...readAccordings(view, this.judges.cut), ...readNamedLines(view, this.judges.cut)].sort((a, b) => a.from - b.from)
      let sentenceSpeaker: Speaker | null = null
      for (const candidate of candidates) {
        const speaker = this.speakerOf(candidate, sentenceSpeaker)
        if (this.add(candidate, speaker)) sentenceSpeaker = speaker ?? sentenceSpeaker
      }
      this.looseQuotes(view)
      this.announced = announcedBy(view, this.speakers)
    }
    this.joinRuns()
    this.attributions.sort((a, b) => (a.content[0]?.start ?? 0) - (b.content[0]?.start ?? 0))
    return { attributions: this.attributions, pronouns: this.pronouns }
  }

  private speakerOf(candidate: Candidate, sentenceSpeaker: Speaker | null): Speaker | null {
    if (candidate.source) return this.speakers.inPhrase(candidate.view, candidate.source)
    if (!candidate.shared) return null
    return sentenceSpeaker ?? this.mainSubject(candidate)
  }

  /** The subject of the first finite verb of the stretch, for a cue that leans on it. */
  private mainSubject(candidate: Candidate): Speaker | null {
    const { view } = candidate
    for (let s = 1; s < candidate.from; s++) {
      if (!view.isVerb(s) || /ing$/.test(view.word(s)) || view.word(s - 1) === 'to') continue
      const phrase = phraseBefore(view, s)
      if (phrase) return this.speakers.inPhrase(view, phrase)
    }
    return null
  }

  private add(candidate: Candidate, speaker: Speaker | null): boolean {
    const { spans, quotes, kind } = contentSpans(candidate)
    if (spans.length === 0) return false
    if (candidate.shared && !speaker) return false
    const at = candidate.view.startOf(candidate.from)
    const cue = spanOf(this.doc.text, at, candidate.view.endOf(candidate.to - 1))
    const attribution: Attribution = { content: spans, source: sourceOf(this.doc, speaker), cue, kind, why: whyOf(candidate, speaker) }
    const odds = this.judges.accept(candidate, speaker, attribution)
    if (odds < THRESHOLD && candidate.lemma !== ':') return false
    attribution.confidence = probability(odds)
    this.attributions.push(attribution)
    for (const quote of quotes) if (!this.owner.has(quote)) this.owner.set(quote, attribution)
    this.keepPronoun(speaker)
    this.speakers.spoke(speaker?.entity ?? null, at)
    this.previous = { attribution, block: candidate.view.stretch.block, direct: kind !== 'indirect' }
    return true
  }

  private keepPronoun(speaker: Speaker | null): void {
    if (!speaker?.pronoun || !speaker.entity) return
    const { entity } = speaker
    if (this.pronouns.some((p) => p.span.start === speaker.start)) return
    this.pronouns.push({ entityId: entity.id, span: spanOf(this.doc.text, speaker.start, speaker.end) })
  }

  /** Quotations that no cue took: they go on with the speech before them, or stand with the nearest verb of their sentence. */
  private looseQuotes(view: View): void {
    for (let s = 0; s < view.length; s++) {
      const index = view.quoteIndex(s)
      const quote = view.quote(s)
      if (!quote || this.owner.has(index) || !this.isSpeech(view, s, quote)) continue
      const span = quoteSpan(this.doc.text, quote)
      if (!span) continue
      const before = this.previous
      const alone = view.length <= 2
      if (s === 0 && this.announced) {
        const { speaker, cue } = this.announced
        this.begin({ content: [span], source: sourceOf(this.doc, speaker), cue, kind: 'direct', why: 'speaker, cue and colon in the paragraph before', confidence: 0.9 }, index, view)
        this.keepPronoun(speaker)
        this.speakers.spoke(speaker.entity, quote.start)
        continue
      }
      const named = NAMED.exec(span.text)
      if (named?.[1]) {
        const at = span.start + named[0].length
        const entity = this.speakers.named(named[1])
        this.begin({ content: [spanOf(this.doc.text, at, span.end)], source: { entityId: entity?.id ?? null, text: named[1], start: span.start, end: span.start + named[1].length }, cue: spanOf(this.doc.text, span.start + named[1].length, span.start + named[1].length + 1), kind: 'direct', why: 'name and colon of a transcript', confidence: 0.8 }, index, view)
        continue
      }
      if (before?.direct && alone && view.stretch.block - before.block <= 1) {
        before.attribution.content.push(span)
        before.block = view.stretch.block
        this.owner.set(index, before.attribution)
        continue
      }
      const speaker = alone ? null : this.subjectOf(view, s)
      const entity =
        speaker?.entity ??
        (alone && before && view.stretch.block - before.block <= 1 ? this.speakers.lastSpeaker(quote.start) : null)
      const source = speaker
        ? sourceOf(this.doc, speaker)
        : {
            ...(before && entity ? before.attribution.source : { text: null, start: null, end: null }),
            entityId: entity?.id ?? null,
          }
      const attribution: Attribution = {
        content: [span],
        source,
        cue: null,
        kind: alone ? 'direct' : 'mixed',
        why: 'quotation marks without a cue',
        confidence: 0.5,
      }
      this.begin(attribution, index, view)
    }
  }

  private begin(attribution: Attribution, quote: number, view: View): void {
    this.attributions.push(attribution)
    this.owner.set(quote, attribution)
    this.previous = { attribution, block: view.stretch.block, direct: true }
  }

  /** A quotation of some length that is no title of a work. */
  private isSpeech(view: View, step: number, quote: Quote): boolean {
    const words = this.doc.text.slice(quote.from, quote.to).split(/\s+/).filter(Boolean)
    if (words.length < LONG_QUOTE) return false
    const small = words.filter((word) => /^\p{Ll}/u.test(word) && word.length > 3)
    return small.length > 0 || view.length === 1 || step === 0
  }

  /** The subject of the clause a loose quotation stands in: the first phrase of its stretch that an entity of a person or body heads. */
  private subjectOf(view: View, step: number): Speaker | null {
    for (let s = step - 1; s >= 0; s--) {
      if (!view.isVerb(s)) continue
      let from = s
      while (from > 0 && view.isVerb(from - 1)) from--
      for (let t = from - 1; t >= Math.max(0, from - 6); t--) {
        const speaker = this.speakers.inPhrase(view, { from: t, to: from, head: from - 1 })
        if (speaker.entity && (speaker.entity.type === 'person' || speaker.entity.type === 'organization'))
          return speaker
      }
    }
    return null
  }

  /** Paragraphs of one speech belong to the attribution that has its cue. */
  private joinRuns(): void {
    const runs = new Map<number, number[]>()
    this.quotes.forEach((quote, i) => runs.set(quote.run, [...(runs.get(quote.run) ?? []), i]))
    for (const members of runs.values()) {
      if (members.length < 2) continue
      const owners = members.map((i) => this.owner.get(i)).filter((a): a is Attribution => a !== undefined)
      const main = owners.find((a) => a.cue !== null) ?? owners[0]
      if (!main) continue
      for (const i of members) {
        const quote = this.quotes[i]
        const other = this.owner.get(i)
        const span = quote ? quoteSpan(this.doc.text, quote) : null
        if (other === main || !span || (other && other.cue !== null)) continue
        if (other) other.content = other.content.filter((c) => c.start !== span.start)
        main.content.push(span)
        this.owner.set(i, main)
      }
      main.content.sort((a, b) => a.start - b.start)
    }
    const kept = this.attributions.filter((a) => a.content.length > 0)
    this.attributions.length = 0
    this.attributions.push(...kept)
  }
}

/** "Caddell continued:", "The New York Times reports:" at the end of a stretch. */
function announcedBy(view: View, speakers: Speakers): { speaker: Speaker; cue: Span } | null {
  const colon = view.length - 1
  if (view.word(colon) !== ':') return null
  for (let s = colon - 1; s > 0; s--) {
    if (!cueForm(view.word(s))) continue
    const phrase = phraseBefore(view, s)
    if (!phrase) continue
    return { speaker: speakers.inPhrase(view, phrase), cue: spanOf(view.doc.text, view.startOf(s), view.endOf(s)) }
  }
  return null
}

function whyOf(candidate: Candidate, speaker: Speaker | null): string {
  const who = speaker?.pronoun ? ' + pronoun' : speaker?.entity ? ' + name' : speaker ? ' + unnamed speaker' : ''
  return `${candidate.why}${who}`
}

function sourceOf(doc: Document, speaker: Speaker | null): Attribution['source'] {
  if (!speaker) return { entityId: null, text: null, start: null, end: null }
  return {
    entityId: speaker.entity?.id ?? null,
    text: doc.text.slice(speaker.start, speaker.end),
    start: speaker.start,
    end: speaker.end,
  }
}

/** The agency of the dateline: "Kazinform correspondent reports" makes no speaker. */
function silentEntities(entities: readonly Entity[], header: ArticleHeader): Set<string> {
  const agency = header.dateline?.agency?.toLowerCase() ?? null
  const span: Range | null = header.agencySpan
  return new Set(
    entities
      .filter(
        (entity) =>
          (agency !== null && entity.name.toLowerCase() === agency) ||
          (span !== null && entity.mentions.some((m) => m.start < span.end && m.end > span.start)),
      )
      .map((entity) => entity.id),
  )
}

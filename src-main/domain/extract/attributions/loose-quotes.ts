import { spanOf, type Span } from '../../text/span'
import { WordClass } from '../grammar/word-class'
import type { Attribution } from '../types'
import { quoteSpan } from './content-spans'
import { cueForm } from './cue-verbs'
import type { Ledger } from './ledger'
import { phraseAfter, phraseBefore } from './noun-phrases'
import type { Quote } from './quote-marks'
import { sourceOf, type Speaker, type Speakers } from './speakers'
import type { View } from './view'

/** Words from which a quotation without a cue is speech and no title or irony. */
const LONG_QUOTE = 4
const TRANSCRIPT = /^(\p{Lu}[\p{Lu}.'’ -]{2,30}):\s+/u

/** Quotations of a stretch that no cue took: they go on with the speech before, or have the nearest speaker of their sentence. */
export function readLooseQuotes(view: View, ledger: Ledger, speakers: Speakers): void {
  for (let step = 0; step < view.length; step++) {
    const quote = view.quote(step)
    const index = view.quoteIndex(step)
    const span = quote ? quoteSpan(view.doc.text, quote) : null
    if (!quote || !span || ledger.owns(index)) continue
    const alone = view.length <= 2
    const near = ledger.previous !== null && view.stretch.block - ledger.previous.block <= 1
    const follows = alone && near && ledger.previous?.direct === true
    const announced = step === 0 ? ledger.announced : null
    if (!announced && !follows && !isSpeech(view, step, quote)) continue
    const found =
      (announced && { ...announced, why: 'speaker, cue and colon in the paragraph before', confidence: 0.9 }) ??
      transcriptLine(span, speakers)
    if (!found && follows) {
      ledger.goOn(span, index, view.stretch.block)
      continue
    }
    const { attribution, speaker } = found
      ? spoken(view, span, found)
      : uncued(view, step, quote, span, alone, near ? ledger.previous : null, speakers)
    ledger.enter(attribution, [index], view, speaker)
    speakers.spoke(speaker?.entity ?? null, quote.start)
  }
}

interface Found {
  speaker: Speaker
  cue: Span
  why: string
  confidence: number
  /** Where the words said begin, behind the name of a transcript. */
  from?: number
}

function spoken(
  view: View,
  span: Span,
  { speaker, cue, why, confidence, from }: Found,
): { attribution: Attribution; speaker: Speaker } {
  const content = from === undefined ? span : spanOf(view.doc.text, from, span.end)
  return {
    attribution: { content: [content], source: sourceOf(view.doc, speaker), cue, kind: 'direct', why, confidence },
    speaker,
  }
}

/** A quotation of some length that is no title of a work. */
function isSpeech(view: View, step: number, quote: Quote): boolean {
  const words = view.doc.text.slice(quote.from, quote.to).split(/\s+/).filter(Boolean)
  if (words.length < LONG_QUOTE) return false
  return words.some((word) => /^\p{Ll}/u.test(word) && word.length > 3) || view.length === 1 || step === 0
}

/** "WALLACE: Let's start …" inside the marks. */
function transcriptLine(span: Span, speakers: Speakers): Found | null {
  const named = TRANSCRIPT.exec(span.text)
  if (!named?.[1]) return null
  const end = span.start + named[1].length
  const speaker = { start: span.start, end, entity: speakers.named(named[1]), pronoun: false, plural: false }
  return {
    speaker,
    cue: { start: end, end: end + 1, text: ':' },
    why: 'name and colon of a transcript',
    confidence: 0.8,
    from: span.start + named[0].length,
  }
}

function uncued(
  view: View,
  step: number,
  quote: Quote,
  span: Span,
  alone: boolean,
  before: Ledger['previous'],
  speakers: Speakers,
): { attribution: Attribution; speaker: Speaker | null } {
  const follower = alone ? null : followedBy(view, step, quote, speakers)
  if (follower) {
    const attribution: Attribution = {
      content: [span],
      source: sourceOf(view.doc, follower.speaker),
      cue: follower.cue,
      kind: 'direct',
      why: 'quotation marks + comma + speaker and verb',
      confidence: 0.8,
    }
    return { attribution, speaker: follower.speaker }
  }
  const speaker = alone ? null : subjectOf(view, step, speakers)
  const goesOn = alone && before ? speakers.lastSpeaker(quote.start) : null
  const source = speaker
    ? sourceOf(view.doc, speaker)
    : before && goesOn
      ? { ...before.attribution.source, entityId: goesOn.id }
      : sourceOf(view.doc, null)
  return {
    attribution: {
      content: [span],
      source,
      cue: null,
      kind: alone ? 'direct' : 'mixed',
      why: 'quotation marks without a cue',
      confidence: 0.5,
    },
    speaker,
  }
}

/** `“We are glad,” the Russian leader greeted the guest`: whoever stands behind a quotation that ends with a comma speaks, whatever the verb. */
function followedBy(
  view: View,
  step: number,
  quote: Quote,
  speakers: Speakers,
): { speaker: Speaker; cue: Span } | null {
  const comma = view.word(step + 1) === ','
  if (!comma && !/[,?!]\s*$/.test(view.doc.text.slice(quote.from, quote.to))) return null
  const phrase = phraseAfter(view, step + (comma ? 2 : 1))
  if (!phrase) return null
  let verb = phrase.extent
  while (view.is(verb, WordClass.adverb, WordClass.auxiliary)) verb++
  if (!view.is(verb, WordClass.verb) || /ing$/.test(view.word(verb))) return null
  return { speaker: speakers.inPhrase(view, phrase), cue: spanOf(view.doc.text, view.startOf(verb), view.endOf(verb)) }
}

/** The subject of the clause a loose quotation stands in, where it is a person or body with a name. */
function subjectOf(view: View, step: number, speakers: Speakers): Speaker | null {
  for (let s = step - 1; s > 0; s--) {
    if (!view.isVerb(s)) continue
    const phrase = phraseBefore(view, s)
    const speaker = phrase ? speakers.inPhrase(view, phrase) : null
    if (speaker?.entity && speaker.entity.type !== 'place') return speaker
  }
  return null
}

/** "Caddell continued:", "The New York Times reports:" at the end of a stretch: who speaks in the next paragraph. */
export function announcedBy(view: View, speakers: Speakers): { speaker: Speaker; cue: Span } | null {
  const colon = view.length - 1
  if (view.word(colon) !== ':') return null
  for (let s = colon - 1; s > 0; s--) {
    const phrase = cueForm(view.word(s)) ? phraseBefore(view, s) : null
    if (phrase)
      return { speaker: speakers.inPhrase(view, phrase), cue: spanOf(view.doc.text, view.startOf(s), view.endOf(s)) }
  }
  return null
}

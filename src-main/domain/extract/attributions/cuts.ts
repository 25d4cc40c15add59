import { WordClass } from '../grammar/word-class'
import type { CutContext, Cutter } from './candidate'
import { cueForm } from './cue-verbs'
import { score, type Weights } from './linear'
import { phraseAfter } from './noun-phrases'
import type { View } from './view'

const LINKS =
  /^(?:and|but|while|whereas|although|though|as|after|before|because|citing|which|who|however|despite|when|with|or|yet|so|following|since)$/

/** The steps at which what is said may end before `limit`, in order. */
export function cutPlaces(view: View, from: number, limit: number): number[] {
  const places: number[] = []
  for (let s = from + 1; s < limit; s++) {
    const word = view.word(s)
    // "the advertisement “wrongfully” suggests that …": the clause still waits for its verb.
    if (view.quote(s - 1) && view.isVerb(s) && s - 1 > from && !view.hasVerb(from, s - 1)) continue
    if (
      /^[,;:—–()]$/.test(word) ||
      word === '--' ||
      (view.quote(s - 1) && !/^[.]$/.test(word)) ||
      (LINKS.test(word) && !/^[,;:—–]$/.test(view.word(s - 1)))
    )
      places.push(s)
  }
  return places
}

/** What speaks for and against an end at `place`. */
export function cutFeatures(view: View, from: number, limit: number, place: number, context: CutContext): string[] {
  const mark = view.word(place)
  const marked = /^[,;:—–()]$/.test(mark) || mark === '--'
  const next = marked ? place + 1 : place
  const word = view.word(next)
  const after = view.word(next + 1)
  const kind = marked ? mark : view.quote(place - 1) ? 'quote' : 'link'
  const verb = nextVerb(view, next, limit)
  const cue = verb > 0 ? cueForm(view.word(verb)) : undefined
  const reports = cue !== undefined && (cue.frames.has('say') || cue.frames.has('tell'))
  const features = [
    'bias',
    `kind:${kind}`,
    `word:${kind}:${LINKS.test(word) || word === 'according' ? word : 'other'}`,
    `class:${kind}:${view.wordClass(next)}`,
    `class2:${view.wordClass(next)}:${view.wordClass(next + 1)}`,
  ]
  if (view.is(next, WordClass.coordinator, WordClass.subordinator))
    features.push(`link2:${word}:${view.wordClass(next + 1)}`)
  if (reports)
    features.push(
      'cue',
      `cue:${verb - next < 3 ? 'near' : verb - next < 7 ? 'mid' : 'far'}`,
      `cue:${kind}:${word === 'and' || word === 'but' || word === 'while' ? word : '-'}`,
    )
  if (cue?.form === 'ing' && verb === next) features.push('ing-cue', `ing-cue:${reports}`)
  if (view.is(next, WordClass.verb) && /ing$/.test(word)) features.push('ing')
  if (view.is(next, WordClass.verb) && /ed$/.test(word)) features.push('ed')
  if (after === 'to' && word === 'according') features.push('according')
  if (saysBehind(view, next)) features.push('says-behind')
  if (view.quote(place - 1))
    features.push(
      'after-quote',
      `after-quote:${view.quote(from) ? 'starts' : 'inside'}`,
      `after-quote:${closedSentence(view, place - 1)}`,
    )
  if (view.hasQuote(from, place)) features.push('quoted')
  if (view.hasQuote(next, limit)) features.push('quote-ahead')
  if (!view.hasVerb(from, place)) features.push('no-verb-yet')
  features.push(verb < 0 ? 'no-verb-ahead' : `verb-ahead:${verb - next < 4 ? 'near' : 'far'}`)
  if (/^(?:he|she|they|it)$/.test(word) || /^(?:he|she|they|it)$/.test(after)) features.push(`pronoun:${kind}`)
  const length = place - from
  features.push(
    `length:${length < 4 ? 3 : length < 8 ? 7 : length < 14 ? 13 : length < 24 ? 23 : 40}`,
    `rest:${limit - place < 4 ? 3 : limit - place < 10 ? 9 : 30}`,
  )
  if (context.that) features.push('that')
  features.push(`lemma:${context.lemma}`)
  if (enumerates(view, from, place, limit)) features.push('list')
  return features
}

function nextVerb(view: View, from: number, limit: number): number {
  for (let s = from; s < Math.min(limit, from + 10); s++) {
    if (s > from + 1 && /^[,;]$/.test(view.word(s))) return -1
    if (
      view.is(s, WordClass.verb) ||
      (view.is(s, WordClass.auxiliary) && !view.is(s + 1, WordClass.verb, WordClass.adverb))
    )
      return s
  }
  return -1
}

/** ", officials said," inside a sentence. */
function saysBehind(view: View, at: number): boolean {
  const phrase = phraseAfter(view, at)
  if (!phrase) return false
  const form = cueForm(view.word(phrase.extent))
  return (
    form !== undefined &&
    form.frames.has('say') &&
    view.is(phrase.extent, WordClass.verb) &&
    (phrase.extent + 1 >= view.length || /^[.,;]$/.test(view.word(phrase.extent + 1)))
  )
}

function closedSentence(view: View, step: number): string {
  const quote = view.quote(step)
  return quote && /[.!?,]$/.test(view.doc.text.slice(quote.from, quote.to).trimEnd()) ? 'closed' : 'open'
}

/** Whether the comma stands in a list of nouns. */
function enumerates(view: View, from: number, place: number, limit: number): boolean {
  if (view.word(place) !== ',') return false
  for (let s = place + 1; s < Math.min(limit, place + 8); s++) {
    if (view.isVerb(s)) return false
    if (view.word(s) === ',' || view.word(s) === 'and')
      return view.is(place - 1, WordClass.noun, WordClass.name) && place - 1 > from
  }
  return false
}

/** A cutter that ends what is said at the first place the weights are for. */
export function cutterOf(weights: Weights): Cutter {
  return (view, from, limit, context) => {
    for (const place of cutPlaces(view, from, limit))
      if (score(weights, cutFeatures(view, from, limit, place, context)) > 0.3) return trimmed(view, from, place)
    return trimmed(view, from, limit)
  }
}

/** A cutter that never cuts, for training. */
export const uncut: Cutter = (view, from, limit) => trimmed(view, from, limit)

function trimmed(view: View, from: number, to: number): number {
  let end = to
  while (end > from && /^(?:[.,;:—–]|--)$/.test(view.word(end - 1))) end--
  return end
}

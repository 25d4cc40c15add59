import { TokenFlag } from '../../text/tokens'
import { WordClass } from '../grammar/word-class'
import type { Candidate, Cutter } from './candidate'
import type { Phrase } from './noun-phrases'
import type { View } from './view'

const NO_SPEAKER =
  /^(?:photo|photos|image|images|picture|note|notes|read|more|watch|video|update|updated|related|source|sources|correction|see|also|tags|topics|share|date|time|place|address|phone|email|tel|file|caption|editor|copyright|example|summary|background|context|results?|score|scores|lineup|standings|fact|breaking|exclusive|latest|opinion|analysis|live|review|interview|profile|q|a|click|follow|today|monday|tuesday|wednesday|thursday|friday|saturday|sunday|warning|tip|tips|question|answer|here|this|that|following|follows|reason|problem)$/
const MAX_NAME = 5

/** Verbless cues: "Pence: Flowers won't be at debate", "WALLACE: …" of transcripts, and "“…” ― Sonya Herridge" under a quotation. */
export function readNamedLines(view: View, cut: Cutter): Candidate[] {
  const colon = nameBeforeColon(view)
  if (colon) {
    const to = cut(view, colon.to + 1, view.length, { lemma: ':', that: false })
    if (to > colon.to + 1) return [candidate(view, colon.to, colon, [colon.to + 1, view.length], '“Name: …”')]
  }
  const dash = nameBehindDash(view)
  return dash ? [candidate(view, dash.from - 1, dash, [0, dash.from - 1], 'quotation, dash and name')] : []
}

function candidate(view: View, cue: number, source: Phrase, content: [number, number], why: string): Candidate {
  return {
    view,
    from: cue,
    to: cue + 1,
    lemma: ':',
    form: null,
    pattern: content[0] < cue ? 'before' : 'after',
    source,
    shared: false,
    content: [content],
    that: false,
    passive: false,
    why,
  }
}

/** A short name or body at the head of a paragraph, then a colon and something said. */
function nameBeforeColon(view: View): Phrase | null {
  if (!(view.flags(0) & TokenFlag.newlineBefore)) return null
  for (let s = 0; s <= MAX_NAME && s < view.length; s++) {
    if (view.word(s) === ':') {
      if (s === 0 || NO_SPEAKER.test(view.word(s - 1)) || NO_SPEAKER.test(view.word(0)) || s + 1 >= view.length)
        return null
      if (!view.hasVerb(s + 1, view.length) && !view.hasQuote(s + 1, view.length) && view.length - s < 6) return null
      return { from: 0, to: s, head: s - 1, extent: s }
    }
    const named = view.flags(s) & TokenFlag.capital || view.is(s, WordClass.name)
    if (!named && !/^(?:of|the|de|van|von|bin|al|and|&|'s|’s|\.)$/.test(view.word(s))) return null
  }
  return null
}

/** "― Sonya Herridge" behind a quotation, at the end of its stretch. */
function nameBehindDash(view: View): Phrase | null {
  for (let s = 1; s < view.length - 1; s++) {
    if (!/^(?:[—–―-]|--)$/.test(view.word(s)) || view.quote(s - 1) === null || !view.hasQuote(0, s)) continue
    const rest = view.length - s - 1
    if (rest > 12 || !(view.flags(s + 1) & TokenFlag.capital)) return null
    let to = s + 1
    while (to < view.length && (view.flags(to) & TokenFlag.capital || view.is(to, WordClass.name))) to++
    return { from: s + 1, to, head: to - 1, extent: to }
  }
  return null
}

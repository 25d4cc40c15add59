import type { Range } from '../../text/span'
import { spanOf } from '../../text/span'
import type { Document } from '../document'
import type { Attribution, Entity } from '../types'
import { wholeWord, type LanguageLexicon } from './language-lexicon'
import { speakerOf, trimmed, type Cue, type QuoteScene } from './speaker-by-rules'

/** Marks of quotations by what opens them. */
const MARKS: Readonly<Record<string, string>> = { '«': '»', '“': '”', '„': '“”', '「': '」', '『': '』', '"': '"' }
/** The narrator inside the marks: between dashes ("…, — сказал он. — …"), or with the verb turned round ("…, a-t-il dit. …"). */
const ASIDE =
  /[,.!?…]\s+(?:[—–]\s+(?=[^—–«»]{3,80}?[,.]\s+[—–]\s))?((?<=[—–]\s+)[^—–«»]{3,80}?|(?:\p{Ll}+-t-(?:il|elle|ils|elles))(?: \p{Ll}+)?)[,.]\s+(?:[—–]\s+)?/gu
/** A quotation shorter than this many words (signs where words are not parted) is a name or a word held at arm's length. */
const LEAST_WORDS = 3
const LEAST_SIGNS = 6
/** How far from a quotation its verb may stand, in UTF-16 units. */
const REACH = 160

interface Quotation {
  /** With its marks. */
  whole: Range
  content: Range[]
  /** Words of the narrator inside the marks ("…, — сказал он. — …"), else null. */
  inside: Range | null
}

/**
 * Quotations between marks with who said them, and reported speech after a verb and its conjunction, in a language read by rules.
 * Speakers are names of `entities` where the text has one beside the verb, else the words that stand there.
 */
export function quotesByMarks(
  doc: Document,
  lexicon: LanguageLexicon,
  entities: readonly Entity[],
  from: number,
): Attribution[] {
  const speech = new RegExp(lexicon.spaced ? wholeWord(lexicon.speech) : `(?:${lexicon.speech})`, 'giu')
  const people = entities.filter(({ type }) => type === 'person' || type === 'organization')
  const scene: QuoteScene = { doc, lexicon, speech, people }
  const found: Attribution[] = []
  for (const block of doc.blocks) {
    if (block.end <= from) continue
    const quotations = quotationsIn(doc.text, block, scene)
    let last: Attribution | null = null
    for (const quotation of quotations) {
      const cue = cueOf(quotation, quotations, block, scene)
      if (cue) {
        last = attribution(quotation, cue, scene)
        found.push(last)
      } else if (last && continues(last, quotation, scene)) {
        last.content.push(...quotation.content.map(({ start, end }) => spanOf(doc.text, start, end)))
      }
    }
  }
  const direct = [...found]
  for (const sentence of doc.sentences) {
    if (sentence.start < from) continue
    const reported = reportedIn(sentence, scene)
    if (
      reported &&
      !direct.some(({ content }) => content.some((span) => span.start < sentence.end && sentence.start < span.end))
    )
      found.push(reported)
  }
  return found.sort((a, b) => (a.content[0]?.start ?? 0) - (b.content[0]?.start ?? 0))
}

function quotationsIn(text: string, block: Range, scene: QuoteScene): Quotation[] {
  const found: Quotation[] = []
  for (let at = block.start; at < block.end; at++) {
    const closing = MARKS[text[at] ?? '']
    if (!closing) continue
    const end = closeOf(text, at, closing, block.end)
    if (end === null) continue
    const quotation = quotationOf(text, { start: at, end }, scene)
    if (quotation) found.push(quotation)
    at = end - 1
  }
  return found
}

/** Where the mark that closes the one at `open` ends; marks of the same kind inside are counted. */
function closeOf(text: string, open: number, closing: string, limit: number): number | null {
  let depth = 1
  for (let at = open + 1; at < limit; at++) {
    const sign = text[at] ?? ''
    if (closing.includes(sign)) depth--
    else if (sign === text[open]) depth++
    if (depth === 0) return at + 1
  }
  return null
}

function quotationOf(text: string, whole: Range, { speech, lexicon }: QuoteScene): Quotation | null {
  const inner = { start: whole.start + 1, end: whole.end - 1 }
  const words = text.slice(inner.start, inner.end)
  const size = lexicon.spaced ? (words.match(/[\p{L}\p{N}]+/gu) ?? []).length : words.replace(/\P{L}/gu, '').length
  if (size < (lexicon.spaced ? LEAST_WORDS : LEAST_SIGNS)) return null
  for (const aside of words.matchAll(ASIDE)) {
    if (!test(speech, aside[1] ?? '')) continue
    const start = inner.start + aside.index
    const said = start + aside[0].indexOf(aside[1] ?? '')
    return {
      whole,
      content: [
        trimmed(text, { start: inner.start, end: start + 1 }),
        trimmed(text, { start: start + aside[0].length, end: inner.end }),
      ],
      inside: { start: said, end: said + (aside[1] ?? '').length },
    }
  }
  return { whole, content: [trimmed(text, inner)], inside: null }
}

function test(pattern: RegExp, words: string): boolean {
  return words.search(pattern) >= 0
}

/** The verb that gives a quotation to somebody: inside it, after it, or before it, within the narrator's words beside it. */
function cueOf(quotation: Quotation, all: readonly Quotation[], block: Range, { doc, speech }: QuoteScene): Cue | null {
  const { text } = doc
  if (quotation.inside) return cueIn(text, quotation.inside, speech, 'first')
  const { whole } = quotation
  const next = all.find((one) => one.whole.start >= whole.end)
  const previous = all.findLast((one) => one.whole.end <= whole.start)
  const after = { start: whole.end, end: Math.min(next?.whole.start ?? block.end, whole.end + REACH) }
  const stop = /[.!?。！？](?=\s|$|\p{Script=Han})/u.exec(text.slice(after.start, after.end))
  if (stop) after.end = after.start + stop.index
  const before = { start: Math.max(previous?.whole.end ?? block.start, whole.start - REACH), end: whole.start }
  const starts = [...text.slice(before.start, before.end).matchAll(/[.!?。！？]\s*(?=\S)/gu)].at(-1)
  if (starts) before.start += starts.index + starts[0].length
  const led = /[:：,，]\s*$/u.test(text.slice(before.start, before.end))
  // "X said: «…»" is led in; otherwise what follows the quotation is nearer to it.
  const ahead = led ? cueIn(text, before, speech, 'last') : null
  if (ahead) return ahead
  const behind = cueIn(text, after, speech, 'first')
  return behind ? { ...behind, across: before } : cueIn(text, before, speech, 'last')
}

function cueIn(text: string, around: Range, speech: RegExp, which: 'first' | 'last'): Cue | null {
  const verbs = [...text.slice(around.start, around.end).matchAll(speech)]
  const verb = which === 'first' ? verbs[0] : verbs.at(-1)
  if (!verb) return null
  const start = around.start + verb.index
  return { start, end: start + verb[0].length, around }
}

function attribution(quotation: Quotation, cue: Cue, scene: QuoteScene): Attribution {
  const { text } = scene.doc
  const first = text.slice(quotation.content[0]?.start, quotation.content[0]?.end)
  // A quotation that starts like a sentence is one; a part of the narrator's sentence is mixed with it.
  const whole = scene.lexicon.spaced ? !/^[\p{Ll}]/u.test(first) : true
  return {
    content: quotation.content.map(({ start, end }) => spanOf(text, start, end)),
    source: speakerOf(cue, quotation.whole.start, scene),
    cue: spanOf(text, cue.start, cue.end),
    kind: whole ? 'direct' : 'mixed',
    why: 'quotation marks beside a verb of speaking',
    confidence: 0.85,
  }
}

/** "…", he said. "…" */
function continues(last: Attribution, { whole }: Quotation, { doc, people }: QuoteScene): boolean {
  const end = last.content.at(-1)?.end ?? 0
  if (whole.start - end > REACH || /\n\s*\n/u.test(doc.text.slice(end, whole.start))) return false
  // Somebody else named in between may be the one who speaks now.
  return !people.some(
    ({ id, mentions }) =>
      id !== last.source.entityId && mentions.some(({ start }) => start >= end && start < whole.start),
  )
}

/** Reported speech: a verb, its conjunction, and what was said, to the end of the sentence. */
function reportedIn(sentence: Range, scene: QuoteScene): Attribution | null {
  const { doc, lexicon, speech } = scene
  const words = doc.text.slice(sentence.start, sentence.end)
  const link = lexicon.spaced ? (lexicon.that ? `[^.:«»"“”]{0,60}?[\\s,،]+(?:${lexicon.that})\\s*` : null) : '[，：]'
  if (link === null) return null
  const verb = words.matchAll(speech).next().value
  if (!verb) return null
  const led = new RegExp(`^${link}`, 'iu').exec(words.slice(verb.index + verb[0].length))
  if (!led) return null
  const start = sentence.start + verb.index
  const end = start + verb[0].length
  const content = trimmed(doc.text, { start: end + led[0].length, end: sentence.end })
  content.end -= /[.。!?]*$/u.exec(doc.text.slice(content.start, content.end))?.[0].length ?? 0
  if (content.end - content.start < (lexicon.spaced ? 8 : 4)) return null
  const around = { start: sentence.start, end: content.start }
  return {
    content: [spanOf(doc.text, content.start, content.end)],
    source: speakerOf({ start, end, around }, sentence.start, scene),
    cue: spanOf(doc.text, start, end),
    kind: 'indirect',
    why: 'a verb of speaking with its conjunction',
    confidence: 0.7,
  }
}

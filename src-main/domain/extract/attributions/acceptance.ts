import { isPersonNoun } from '../figures/people'
import { WordClass } from '../grammar/word-class'
import type { Candidate } from './candidate'
import { SPOKEN_THINGS } from './cue-verbs'
import type { Speaker } from './speakers'

/** What speaks for and against a candidate being an attribution. */
export function acceptanceFeatures(candidate: Candidate, speaker: Speaker | null): string[] {
  const { view, lemma, form, pattern, content } = candidate
  const [first] = content
  const start = first?.[0] ?? 0
  const end = content[content.length - 1]?.[1] ?? 0
  const quoted = content.some(([from, to]) => view.hasQuote(from, to))
  const verb = content.some(([from, to]) => view.hasVerb(from, to))
  const frames = form ? [...form.frames].join('+') : 'fixed'
  const who = speakerKind(candidate, speaker)
  const opening = view.quote(start) ? 'quote' : String(view.wordClass(start))
  const features = [
    'bias',
    `lemma:${lemma}`,
    `frames:${frames}`,
    `form:${form?.form ?? '-'}`,
    `pattern:${pattern}`,
    `frames:${frames}:${pattern}`,
    `who:${who}`,
    `who:${who}:${pattern}`,
    `opening:${opening}`,
    `opening:${frames}:${opening}`,
  ]
  features.push(
    quoted ? 'quoted' : 'unquoted',
    `quoted:${quoted}:${frames}`,
    verb ? 'verb' : 'verbless',
    `verb:${verb}:${frames}`,
  )
  if (candidate.that) features.push('that', `that:${frames}`)
  if (candidate.passive) features.push('passive')
  if (candidate.shared) features.push('shared', `shared:${frames}`)
  for (let s = candidate.from - 1; s > candidate.from - 4 && s >= 0; s--) {
    const word = view.word(s)
    if (/^(?:not|n't|n’t|never)$/.test(word)) features.push('negated')
    if (/^(?:would|could|can|may|might|should|will|if)$/.test(word)) features.push('modal')
    if (word === 'to') features.push('infinitive')
    if (!view.is(s, WordClass.auxiliary, WordClass.adverb)) break
  }
  const length = end - start
  features.push(
    `length:${length < 3 ? 2 : length < 6 ? 5 : length < 12 ? 11 : 30}`,
    `words:${view.word(start) === 'to' ? 'to' : /^(?:how|why|what|whether|if|where|when|as|for|on|in|with|by|of|about)$/.test(view.word(start)) ? view.word(start) : '-'}`,
  )
  if (view.is(start, WordClass.pronoun)) features.push('opens-pronoun')
  if (
    view.word(candidate.from - 1) === 'who' ||
    view.word(candidate.from - 1) === 'which' ||
    view.word(candidate.from - 1) === 'that'
  )
    features.push('relative')
  return features
}

function speakerKind(candidate: Candidate, speaker: Speaker | null): string {
  if (candidate.shared) return 'shared'
  if (!candidate.source || !speaker) return 'none'
  if (speaker.pronoun) return candidate.view.word(candidate.source.head)
  if (speaker.entity) return speaker.entity.type
  const head = candidate.view.word(candidate.source.head)
  if (isPersonNoun(head)) return 'people'
  if (
    SPOKEN_THINGS.has(head) ||
    /^(?:reports|police|authorities|government|ministry|court|agency|company|officials|website|team|group|campaign|committee|department|office|union|party|media|sources|source|spokesman|spokeswoman|spokesperson)$/.test(
      head,
    )
  )
    return 'body'
  return candidate.view.is(candidate.source.head, WordClass.name) ? 'name' : 'thing'
}

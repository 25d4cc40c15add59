import { WordClass } from '../grammar/word-class'
import type { Candidate, Cutter } from './candidate'
import { phraseAfter, phraseBefore, type Phrase } from './noun-phrases'
import type { View } from './view'

/** Nouns that report what someone says, thinks or means to do. */
const REPORTS = new Set(
  `claim claims statement announcement assertion allegation allegations accusation accusations argument belief call calls comment comments complaint complaints concern concerns conclusion contention criticism demand demands
  denial doubt doubts estimate fear fears finding findings hope hopes insistence intention opinion opposition pledge plan plans prediction promise promises proposal proposals question questions recommendation
  remark remarks request suggestion support threat threats view views vow warning warnings desire commitment refusal assurance admission acknowledgment revelation reports reminder tweet testimony`
    .split(/\s+/)
    .filter(Boolean),
)
const OWNERS = /^(?:his|her|their|its|my|our|your)$/
const LINKS = /^(?:to|about)$/

/** Nominal cues: "the claim that …", "Trump's promise to …", "her concerns about …". Without "that" they need an owner. */
export function readNominalCues(view: View, cut: Cutter): Candidate[] {
  const found: Candidate[] = []
  for (let step = 0; step < view.length - 2; step++) {
    if (!REPORTS.has(view.word(step))) continue
    const owner = ownerOf(view, step)
    if (!view.is(step, WordClass.noun) && !(owner && view.is(step, WordClass.verb))) continue
    const by = view.word(step + 1) === 'by' ? phraseAfter(view, step + 2) : null
    const link = by ? by.extent : step + 1
    const that = view.word(link) === 'that' && view.is(link, WordClass.subordinator, WordClass.pronoun)
    if (!that && !((owner || by) && LINKS.test(view.word(link)))) continue
    const to = view.word(link) === 'to'
    if (to && !view.is(link + 1, WordClass.verb, WordClass.auxiliary)) continue
    const from = to ? link : link + 1
    const end = cut(view, from, view.length, { lemma: 'nominal', that })
    if (end <= from) continue
    found.push({
      view,
      from: step,
      to: step + 1,
      lemma: `noun-${that ? 'that' : view.word(link)}`,
      form: null,
      pattern: 'after',
      source: owner ?? by,
      shared: !owner && !by,
      content: [[from, end]],
      that,
      passive: false,
      why: `“${view.word(step)} ${view.word(link)}”`,
    })
  }
  return found
}

/** "Trump's" or "his" before the noun and its adjectives. */
function ownerOf(view: View, step: number): Phrase | null {
  let s = step - 1
  while (view.is(s, WordClass.adjective) || (view.is(s, WordClass.noun) && !view.is(s + 1, WordClass.particle))) s--
  if (OWNERS.test(view.word(s))) return { from: s, to: s + 1, head: s, extent: s + 1 }
  return /^['’]s?$/.test(view.word(s)) ? phraseBefore(view, s) : null
}

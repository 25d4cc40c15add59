import { checkSentence } from './check-sentence'
import { contraryEvidence } from './rules/contrary-evidence'
import { figureRules } from './rules/figure-rules'
import { nameRules } from './rules/name-rules'
import { oneDispatch } from './rules/one-dispatch'
import { singleOrigin } from './rules/single-origin'
import { isRule, RULES, type Hit } from './rules/rule'
import { withReason } from './waived-message'
import type { Evidence } from '../compare/conflicts/conflict'
import type { BriefingDocument, BriefingSentence, Finding, Waiver } from './types'

/**
 * The gate at export: everything in a briefing that is not as its rules ask, in the order of its sentences. Findings of a waived rule
 * keep their place with the level `waived` and the reason in their message. Nothing may be exported while one has the level `block`.
 */
export function checkBriefing(document: BriefingDocument, waivers: readonly Waiver[]): Finding[] {
  return findingsWithSides(document, waivers).map(({ other: _other, ...found }) => found)
}

/** A finding with what the other side of a conflict says, where it is about one: what can be cited as well. */
export interface SidedFinding extends Finding {
  other?: Evidence
}

/** The same as `checkBriefing`, for a place where the other side can be opened. */
export function findingsWithSides(document: BriefingDocument, waivers: readonly Waiver[]): SidedFinding[] {
  const sentences = document.sections.flatMap((section) => section.sentences)
  const origin = singleOrigin(sentences)
  const contrary = contraryEvidence(document)
  const findings = [
    ...briefingHits(document).map((hit) => finding(hit, null)),
    ...sentences.flatMap((sentence) =>
      [
        ...checkSentence(sentence),
        ...figureRules(sentence),
        ...nameRules(sentence),
        ...oneDispatch(sentence),
        ...(contrary.get(sentence) ?? []),
        ...(origin?.sentence === sentence ? [origin.hit] : []),
      ].map((hit) => finding(hit, sentence)),
    ),
  ]
  const reasons = new Map(waivers.map(({ rule, reason }) => [rule, reason.trim()]))
  return findings.map((found) => {
    const reason = reasons.get(found.rule)
    return reason ? { ...found, level: 'waived', message: withReason(found.message, reason) } : found
  })
}

/** Why a waiver cannot stand; `message` is for a person. */
export interface WaiverProblem {
  code: 'unknown_rule' | 'no_reason'
  rule: string
  message: string
}

/** Waivers that name no rule or give no reason. They waive nothing, so they must be reported before an export. */
export function waiverProblems(waivers: readonly Waiver[]): WaiverProblem[] {
  return waivers.flatMap(({ rule, reason }): WaiverProblem[] => {
    if (!isRule(rule)) {
      const message = `There is no rule “${rule}”. The rules are: ${Object.keys(RULES).join(', ')}.`
      return [{ code: 'unknown_rule', rule, message }]
    }
    if (reason.trim() !== '') return []
    return [
      {
        code: 'no_reason',
        rule,
        message: `The waiver of “${rule}” gives no reason; the reason is printed with the briefing.`,
      },
    ]
  })
}

function briefingHits({ title, sections }: BriefingDocument): Hit[] {
  const hits: Hit[] = []
  if (title.trim() === '') hits.push({ rule: 'empty-briefing', message: 'The briefing has no title.' })
  if (sections.every(({ sentences }) => sentences.length === 0)) {
    hits.push({ rule: 'empty-briefing', message: 'The briefing has no sentence.' })
  }
  return hits
}

function finding(hit: Hit, sentence: BriefingSentence | null): SidedFinding {
  const text = sentence?.text ?? ''
  return {
    rule: hit.rule,
    level: RULES[hit.rule].level,
    sentenceId: sentence?.id ?? '',
    sentence: text,
    start: hit.start ?? 0,
    end: hit.end ?? text.length,
    message: hit.message,
    ...(hit.other ? { other: hit.other } : {}),
  }
}

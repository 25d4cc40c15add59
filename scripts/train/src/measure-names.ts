import { readFileSync } from 'node:fs'
import path from 'node:path'
import type { NameModel } from '../../../src-main/domain/extract/names/name-model'
import type { NameSpan } from '../../../src-main/domain/extract/names/name-span'
import { tagNames } from '../../../src-main/domain/extract/names/tag-names'
import { splitSentences } from '../../../src-main/domain/text/sentences'
import { tokenize } from '../../../src-main/domain/text/tokenize'
import type { LabelledText } from './corpus'

const SCORED: Record<string, string> = {
  person: 'PER',
  organization: 'ORG',
  place: 'LOC',
  PER: 'PER',
  ORG: 'ORG',
  LOC: 'LOC',
  FAC: 'LOC',
}

export interface Measure {
  micro: number
  PER: number
  ORG: number
  LOC: number
  precision: number
  recall: number
  megabytesPerSecond: number
}

/** The gold texts of a folder with `gold.jsonl` and `texts/`. */
export function readGold(directory: string): LabelledText[] {
  return readFileSync(path.join(directory, 'gold.jsonl'), 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => {
      const gold = JSON.parse(line) as Omit<LabelledText, 'text'>
      return { ...gold, text: readFileSync(path.join(directory, 'texts', `${gold.id}.txt`), 'utf8') }
    })
}

export function namesOf(text: string, model: NameModel): NameSpan[] {
  const tokens = tokenize(text)
  return tagNames(text, tokens, splitSentences(text, tokens), model)
}

/** Strict span and type F1 over people, organisations and places, in percent. */
export function measure(gold: LabelledText[], model: NameModel): Measure {
  const counts: Record<string, [number, number, number]> = { PER: [0, 0, 0], ORG: [0, 0, 0], LOC: [0, 0, 0] }
  let characters = 0
  const started = performance.now()
  const all = gold.map(({ text }) => namesOf(text, model))
  const seconds = (performance.now() - started) / 1000
  gold.forEach(({ text, spans }, i) => {
    characters += text.length
    const wanted = new Set(spans.filter(([, , t]) => SCORED[t]).map(([s, e, t]) => `${SCORED[t]}:${s}:${e}`))
    const found = new Set(
      (all[i] ?? []).filter((n) => SCORED[n.type]).map((n) => `${SCORED[n.type]}:${n.start}:${n.end}`),
    )
    for (const key of wanted) {
      const count = counts[key.slice(0, 3)] as [number, number, number]
      count[2]++
      if (found.has(key)) count[0]++
    }
    for (const key of found) (counts[key.slice(0, 3)] as [number, number, number])[1]++
  })
  const f1 = ([hit, predicted, wanted]: readonly number[]) =>
    round((200 * (hit ?? 0)) / Math.max((predicted ?? 0) + (wanted ?? 0), 1))
  const total = [0, 1, 2].map((i) => Object.values(counts).reduce((sum, count) => sum + (count[i] ?? 0), 0))
  return {
    micro: f1(total),
    PER: f1(counts.PER ?? []),
    ORG: f1(counts.ORG ?? []),
    LOC: f1(counts.LOC ?? []),
    precision: round((100 * (total[0] ?? 0)) / Math.max(total[1] ?? 0, 1)),
    recall: round((100 * (total[0] ?? 0)) / Math.max(total[2] ?? 0, 1)),
    megabytesPerSecond: round(characters / 1e6 / seconds),
  }
}

const round = (x: number) => Math.round(10 * x) / 10

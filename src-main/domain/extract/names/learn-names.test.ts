import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { splitSentences } from '../../text/sentences'
import { tokenize } from '../../text/tokenize'
import { guardLearning, measureNames, type GuardText } from './guard-learning'
import { learnNames } from './learn-names'
import { LearnedWeights } from './learned-weights'
import { shipStory } from './made-corpus.fixture'
import { loadNameModel, type NameModel } from './name-model'
import { tagNames } from './tag-names'

const resource = (name: string) => readFileSync(new URL(`../../../../resources/extract/${name}`, import.meta.url))
const model = loadNameModel(resource('names.bin'))
const guard = JSON.parse(resource('guard.json').toString()) as GuardText[]

const namesIn = (text: string, with_: NameModel) => {
  const tokens = tokenize(text)
  return tagNames(text, tokens, splitSentences(text, tokens), with_)
}
/** In how many of the stories 20 to 119, which nobody corrected, the ship is not taken for something else than a person or place. */
const wrong = (with_: NameModel) =>
  Array.from({ length: 100 }, (_, i) => shipStory(i + 20)).filter(
    ({ text, start, end }) =>
      !namesIn(text, with_).some((n) => n.start === start && n.end === end && n.type === 'other'),
  ).length

const corrections = Array.from({ length: 20 }, (_, i) => {
  const { text, start, end } = shipStory(i)
  return { text, corrected: [{ start, end, type: 'MISC' as const }] }
})

describe('learning from corrections', () => {
  it('makes an error that was corrected twenty times much rarer in articles nobody corrected', () => {
    const learned = learnNames(corrections, model)
    const before = wrong(model)
    expect(before).toBeGreaterThan(30)
    expect(wrong({ ...model, learned })).toBeLessThan(before / 4)
  })

  it('learns that something is no name', () => {
    const rejected = corrections.map(({ text, corrected }) => ({
      text,
      corrected: corrected.map((span) => ({ ...span, type: null })),
    }))
    const learned = learnNames(rejected, model)
    const named = (with_: NameModel) =>
      Array.from({ length: 50 }, (_, i) => shipStory(i + 20)).filter(({ text, start }) =>
        namesIn(text, with_).some((name) => name.start === start),
      ).length
    expect(named({ ...model, learned })).toBeLessThan(named(model) / 2)
  })

  it('never makes the guard texts worse, and gives up what would', () => {
    const good = guardLearning(learnNames(corrections, model), model, guard)
    expect(good.learned).not.toBeNull()
    expect(good.after).toBeGreaterThanOrEqual(good.before)
    // Somebody who says that every person is none.
    const spoiled = guard.slice(0, 12).map(({ text, names }) => ({
      text,
      corrected: names.flatMap(([start, end, type]) => (type === 'person' ? [{ start, end, type: null }] : [])),
    }))
    const bad = guardLearning(learnNames(spoiled, model), model, guard)
    expect(bad.after).toBeGreaterThanOrEqual(bad.before)
    const used = bad.learned ? { ...model, learned: bad.learned } : model
    expect(measureNames(used, guard)).toBeGreaterThanOrEqual(measureNames(model, guard))
  })

  it('changes nothing where nothing was corrected', () => {
    const learned = learnNames([{ text: shipStory(3).text, corrected: [] }], model)
    expect(learned.size).toBe(0)
  })

  it('is the same after packing and unpacking', () => {
    const learned = learnNames(corrections, model)
    const again = LearnedWeights.unpack(learned.pack())
    expect(again.pack()).toEqual(learned.pack())
    const spans = (text: string, with_: LearnedWeights) =>
      namesIn(text, { ...model, learned: with_ }).map(({ start, end, type }) => `${start} ${end} ${type}`)
    for (const { text } of corrections) expect(spans(text, again)).toEqual(spans(text, learned))
  })
})

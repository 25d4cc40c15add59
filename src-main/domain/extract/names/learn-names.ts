import { splitSentences } from '../../text/sentences'
import type { Range } from '../../text/span'
import { tokenize } from '../../text/tokenize'
import { ArticleEvidence } from './article-evidence'
import { ArticleWords } from './article-words'
import { LearnedWeights } from './learned-weights'
import type { NameModel } from './name-model'
import { splitHyphens } from './split-hyphens'
import { findStretches, type Stretch } from './stretches'
import { TagHistory } from './tag-history'
import { BEGIN, INSIDE, isOpen, LABELS, labelOf, LAST, OUTSIDE, TAG_TYPES, typeOfLabel, UNIT } from './tag-set'
import { TokenFeatures } from './token-features'
import { Viterbi } from './viterbi'
import { wordClass } from './word-class'

/** What the analyst says of a span: a name of this kind, or none. */
export interface CorrectedSpan extends Range {
  type: (typeof TAG_TYPES)[number] | null
}

/** An article with what was corrected in it; without corrections it only says what is to stay as it is. */
export interface LearningArticle {
  text: string
  corrected: readonly CorrectedSpan[]
}

/** One stretch ready to be learned: what the shipped weights say of it, its features, and what is right. */
interface Lesson {
  emissions: Float64Array
  keys: Int32Array[]
  classes: Uint8Array
  gold: Uint8Array
  /** What the shipped weights alone read. */
  shipped: Uint8Array
  /** Holds something the analyst said. */
  taught: boolean
}

const EPOCHS = 3
/** Most that one step moves the scores of a token, in units of the model's margin: one correction must not turn everything round. */
const BOLDEST = 0.3
/** What the shipped weights read by more than this, in units of the model's margin, is to stay even where the like was corrected. */
const CERTAIN = 0.2

/**
 * Learns from corrections by passive-aggressive steps (Crammer et al. 2006) on top of the shipped weights: each step is as small as makes
 * the right labels win by the model's margin. What was not corrected is kept by the same means. What is seen everywhere moves least (see
 * `ratesOf`). Averaged over all steps. Deterministic.
 */
export function learnNames(articles: readonly LearningArticle[], model: NameModel): LearnedWeights {
  const lessons = articles.flatMap((article) => lessonsOf(article, model))
  const scene = { model, turned: turnedKinds(lessons), rates: ratesOf(lessons), viterbi: new Viterbi() }
  const learned = new LearnedWeights()
  const sums = new LearnedWeights()
  let step = 1
  for (let epoch = 0; epoch < EPOCHS; epoch++)
    for (const lesson of lessons) {
      for (const { keys, label, by } of learn(lesson, learned, scene)) {
        learned.move(keys, label, by, scene.rates)
        sums.move(keys, label, by * step, scene.rates)
      }
      step++
    }
  return learned.combined(sums, -1 / step)
}

interface Scene {
  model: NameModel
  viterbi: Viterbi
  turned: ReadonlySet<string>
  rates: ReadonlyMap<number, number>
}

interface Move {
  keys: Int32Array
  label: number
  by: number
}

/** From which kind of name (or none) to which the analyst corrected: elsewhere such a change is what is hoped for. */
function turnedKinds(lessons: readonly Lesson[]): ReadonlySet<string> {
  return new Set(
    lessons.flatMap(({ gold, shipped }) =>
      [...gold].flatMap((label, k) => (label === shipped[k] ? [] : [kindsOf(shipped[k] as number, label)])),
    ),
  )
}

/**
 * How far each feature moves: less the more often it is seen, in the manner of AdaGrad (Duchi et al. 2011), but by the fourth root, which
 * kept more of what is hoped for in `npm run bench:learning` than the square root did. Otherwise the features of every token (its shape,
 * being a word at all) would learn the correction for all names.
 */
function ratesOf(lessons: readonly Lesson[]): ReadonlyMap<number, number> {
  const rates = new Map<number, number>()
  for (const { keys } of lessons)
    for (const list of keys) for (const key of list) rates.set(key, (rates.get(key) ?? 0) + 1)
  for (const [key, count] of rates) rates.set(key, count ** -0.25)
  return rates
}

const kindsOf = (before: number, after: number): string => `${typeOfLabel(before)} ${typeOfLabel(after)}`

function learn(
  { emissions, keys, classes, gold, taught }: Lesson,
  learned: LearnedWeights,
  { model, viterbi, turned, rates }: Scene,
): Move[] {
  const count = gold.length
  const scores = Float64Array.from(emissions)
  const margin = taught ? model.marginUnit : 0
  for (let k = 0; k < count; k++) {
    learned.addScores(keys[k] as Int32Array, (keys[k] as Int32Array).length, scores, k * LABELS)
    for (let label = 0; label < LABELS; label++)
      if (label !== gold[k]) scores[k * LABELS + label] = (scores[k * LABELS + label] as number) + margin
  }
  viterbi.run(count, scores, classes, model.transitions)
  let behind = 0
  let norm = 0
  const wrong: number[] = []
  for (let k = 0; k < count; k++) {
    const guess = viterbi.labels[k] as number
    if (guess === gold[k]) continue
    const certainty =
      (emissions[k * LABELS + (gold[k] as number)] as number) - (emissions[k * LABELS + guess] as number)
    const hopedFor = !taught && turned.has(kindsOf(gold[k] as number, guess))
    if (hopedFor && certainty < CERTAIN * model.marginUnit) continue
    behind += (scores[k * LABELS + guess] as number) - (scores[k * LABELS + (gold[k] as number)] as number)
    for (const key of keys[k] as Int32Array) norm += 2 * (rates.get(key) ?? 1)
    wrong.push(k)
  }
  if (wrong.length === 0 || norm === 0) return []
  const most = 2 * wrong.length * BOLDEST * model.marginUnit
  const by = Math.min(most, Math.max(behind, margin / 10)) / norm
  return wrong.flatMap((k) => [
    { keys: keys[k] as Int32Array, label: gold[k] as number, by },
    { keys: keys[k] as Int32Array, label: viterbi.labels[k] as number, by: -by },
  ])
}

function lessonsOf({ text, corrected }: LearningArticle, model: NameModel): Lesson[] {
  const whole = tokenize(text)
  const sentences = splitSentences(text, whole)
  const words = new ArticleWords(text, splitHyphens(text, whole), sentences)
  const features = new TokenFeatures(new ArticleEvidence(words, model.tables))
  const history = new TagHistory(words)
  const viterbi = new Viterbi()
  return findStretches(words).map((stretch) => {
    const lesson = lessonOf(stretch, { words, features, history, model, viterbi })
    lesson.taught = teach(lesson.gold, stretch, words, corrected)
    // Later stretches are seen as they will be once these are read right.
    history.record(stretch.from, lesson.gold, lesson.gold.length)
    return lesson
  })
}

function lessonOf(
  { from, to, sentenceFrom, sentenceTo }: Stretch,
  scene: { words: ArticleWords; features: TokenFeatures; history: TagHistory; model: NameModel; viterbi: Viterbi },
): Lesson {
  const { words, features, history, model, viterbi } = scene
  const count = to - from
  const emissions = new Float64Array(count * LABELS)
  const classes = new Uint8Array(count)
  const keys: Int32Array[] = []
  for (let k = 0; k < count; k++) {
    features.static(from + k, sentenceFrom, sentenceTo)
    features.addHistory(from + k, history)
    const { list } = features
    keys.push(list.keys.slice(0, list.count))
    model.weights.addScores(list.keys, list.count, emissions, k * LABELS)
    classes[k] = wordClass(words, from + k)
  }
  viterbi.run(count, emissions, classes, model.transitions)
  return {
    emissions,
    keys,
    classes,
    gold: viterbi.labels.slice(0, count),
    shipped: viterbi.labels.slice(0, count),
    taught: false,
  }
}

/** Writes what the analyst said over the labels of a stretch; `false` when nothing was said of it. */
function teach(
  gold: Uint8Array,
  { from, to }: Stretch,
  words: ArticleWords,
  corrected: readonly CorrectedSpan[],
): boolean {
  const { tokens } = words
  let taught = false
  for (const { start, end, type } of corrected) {
    const inside = Array.from({ length: to - from }, (_, k) => k).filter(
      (k) => (tokens.start[from + k] as number) < end && (tokens.end[from + k] as number) > start,
    )
    const [first] = inside
    const last = inside.at(-1)
    if (first === undefined || last === undefined) continue
    clear(gold, first, last)
    taught = true
    if (type === null) continue
    const number = TAG_TYPES.indexOf(type)
    for (let k = first; k <= last; k++)
      gold[k] = labelOf(number, first === last ? UNIT : k === first ? BEGIN : k === last ? LAST : INSIDE)
  }
  return taught
}

/** Names that reach into `[first, last]` go as a whole. */
function clear(gold: Uint8Array, first: number, last: number): void {
  let begin = first
  while (begin > 0 && isOpen(gold[begin - 1] as number)) begin--
  let end = last
  while (isOpen(gold[end] as number) && end + 1 < gold.length) end++
  gold.fill(OUTSIDE, begin, end + 1)
}

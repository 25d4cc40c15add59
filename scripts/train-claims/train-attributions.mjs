#!/usr/bin/env node
// Trains where words said end and which cue reports speech; writes src-main/domain/extract/attributions/claim-weights.ts.
//   node --experimental-transform-types --import ./scripts/train-claims/ts-hooks.mjs scripts/train-claims/train-attributions.mjs ANNOTATED_JSONL [--folds N]
// Two logistic models over named features (acceptance.ts, cuts.ts), trained by gradient descent on all articles; with --folds it first
// prints the measure of articles left out, fold by fold. Deterministic.
import { createHash } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import { acceptanceFeatures } from '../../src-main/domain/extract/attributions/acceptance.ts'
import { cutFeatures, cutPlaces, cutterOf, uncut } from '../../src-main/domain/extract/attributions/cuts.ts'
import { findAttributionsWith } from '../../src-main/domain/extract/attributions/find-attributions.ts'
import { score } from '../../src-main/domain/extract/attributions/linear.ts'
import { readDocument } from '../../src-main/domain/extract/document.ts'
import { entitiesOf, noHeader } from './run-claims.mjs'

const [file, ...flags] = process.argv.slice(2)
if (!file) {
  console.error('usage: train-attributions.mjs ANNOTATED_JSONL [--folds N]')
  process.exit(2)
}
const folds = flags[0] === '--folds' ? Number(flags[1] ?? 7) : 0
const raw = readFileSync(file, 'utf8')
const docs = raw
  .split('\n')
  .filter(Boolean)
  .map((line) => JSON.parse(line))
docs.forEach((doc, i) => {
  doc.fold = folds ? i % folds : 0
  doc.document = readDocument(doc.text, 'en')
  doc.given = entitiesOf(doc)
})

const spans = (list) => list.map((s) => [s.start, s.end])
const shared = (a, b) =>
  a.reduce((n, [s, e]) => n + b.reduce((m, [x, y]) => m + Math.max(0, Math.min(e, y) - Math.max(s, x)), 0), 0)
const size = (a) => a.reduce((n, [s, e]) => n + e - s, 0)
const jaccard = (a, b) => shared(a, b) / Math.max(1, size(a) + size(b) - shared(a, b))

/** Examples for the cutter: each place up to the annotated end says "go on", the one at the end "stop". */
function cutExamples(doc) {
  const examples = []
  const ends = doc.attributions.map((a) => ({
    start: a.content[0].start,
    end: a.content[a.content.length - 1].end,
    starts: a.content.map((c) => c.start),
  }))
  const cut = (view, from, limit, context) => {
    const open = view.quote(from) ? view.quote(from).from : view.startOf(from)
    const gold = ends.find((a) => a.starts.some((s) => Math.abs(s - open) <= 4))
    if (gold)
      for (const place of cutPlaces(view, from, limit)) {
        const at = view.endOf(place - 1)
        const done = gold.end <= at + 1
        examples.push([cutFeatures(view, from, limit, place, context), done ? 1 : 0])
        if (done) break
      }
    return uncut(view, from, limit)
  }
  findAttributionsWith(doc.document, doc.given, noHeader, { cut, accept: () => 5 })
  return examples
}

/** Examples for the judge: does the candidate match an annotated attribution? */
function acceptanceExamples(doc, cut) {
  const examples = []
  const gold = doc.attributions.map((a) => spans(a.content))
  const accept = (candidate, speaker, attribution) => {
    const mine = spans(attribution.content)
    const best = gold.reduce((most, g) => Math.max(most, jaccard(mine, g)), 0)
    examples.push([acceptanceFeatures(candidate, speaker), best >= 0.4 ? 1 : 0])
    return 5
  }
  findAttributionsWith(doc.document, doc.given, noHeader, { cut, accept })
  return examples
}

/** Logistic regression by stochastic gradient descent with AdaGrad steps and an L2 pull. */
function train(examples, { epochs, l2 }) {
  const weights = new Map()
  const squares = new Map()
  const order = examples.map((_, i) => i)
  let seed = 11
  const random = () => (seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0) / 2 ** 32
  for (let epoch = 0; epoch < epochs; epoch++) {
    for (let i = order.length - 1; i > 0; i--) {
      const j = Math.floor(random() * (i + 1))
      ;[order[i], order[j]] = [order[j], order[i]]
    }
    for (const n of order) {
      const [features, label] = examples[n]
      const error = label - 1 / (1 + Math.exp(-score(weights, features)))
      for (const f of features) {
        const w = weights.get(f) ?? 0
        const gradient = error - l2 * w
        const sum = (squares.get(f) ?? 1) + gradient * gradient
        squares.set(f, sum)
        weights.set(f, w + (0.3 * gradient) / Math.sqrt(sum))
      }
    }
  }
  return weights
}

const CUT = { epochs: 12, l2: 0.01 }
const ACCEPT = { epochs: 12, l2: 0.01 }
function trainAll(articles) {
  const cutWeights = train(articles.flatMap(cutExamples), CUT)
  const cut = cutterOf(cutWeights)
  return {
    cutWeights,
    acceptWeights: train(
      articles.flatMap((doc) => acceptanceExamples(doc, cut)),
      ACCEPT,
    ),
  }
}

function measure(articles, { cutWeights, acceptWeights }, shift) {
  const total = { hit: 0, gold: 0, pred: 0, who: 0 }
  for (const doc of articles) {
    const judges = {
      cut: cutterOf(cutWeights),
      accept: (candidate, speaker) => score(acceptWeights, acceptanceFeatures(candidate, speaker)) + shift,
    }
    const { attributions } = findAttributionsWith(doc.document, doc.given, noHeader, judges)
    const used = new Set()
    for (const g of doc.attributions) {
      let best = -1
      let most = 0
      attributions.forEach((a, i) => {
        const j = used.has(i) ? 0 : jaccard(spans(a.content), spans(g.content))
        if (j > most) [best, most] = [i, j]
      })
      if (most < 0.5) continue
      used.add(best)
      total.hit++
      const entity = doc.given.find((e) => e.id === attributions[best].source.entityId)
      if ((entity?.name ?? null) === (g.entity ?? null)) total.who++
    }
    total.gold += doc.attributions.length
    total.pred += attributions.length
  }
  return total
}

if (folds) {
  const models = Array.from({ length: folds }, (_, k) => trainAll(docs.filter((doc) => doc.fold !== k)))
  for (const shift of [-0.5, 0, 0.5, 1]) {
    const sum = { hit: 0, gold: 0, pred: 0, who: 0 }
    models.forEach((model, k) => {
      const part = measure(
        docs.filter((doc) => doc.fold === k),
        model,
        shift,
      )
      for (const key of Object.keys(sum)) sum[key] += part[key]
    })
    const f1 = (n) => ((200 * n) / (sum.gold + sum.pred)).toFixed(1)
    console.log(
      `left out, shift ${shift}: P ${((100 * sum.hit) / sum.pred).toFixed(1)} R ${((100 * sum.hit) / sum.gold).toFixed(1)} F1 ${f1(sum.hit)}, with speaker ${f1(sum.who)}`,
    )
  }
}
const { cutWeights, acceptWeights } = trainAll(docs)
const lines = (weights) =>
  [...weights]
    .filter(([, w]) => Math.abs(w) >= 0.02)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([f, w]) => `${f} ${w.toFixed(2)}`)
    .join('\n')
writeFileSync(
  new URL('../../src-main/domain/extract/attributions/claim-weights.ts', import.meta.url),
  `import type { Weights } from './linear'

// Made by scripts/train-claims/train-attributions.mjs from 91 annotated Wikinews articles (text: Wikinews contributors, CC BY 2.5);
// sha256 of the training data ${createHash('sha256').update(raw).digest('hex')}.

const read = (lines: string): Weights =>
  new Map(lines.split('\\n').map((line): [string, number] => [line.slice(0, line.lastIndexOf(' ')), Number(line.slice(line.lastIndexOf(' ') + 1))]))

/** Where words said end: "feature weight" a line. */
export const CUT_WEIGHTS: Weights = read(
  ${JSON.stringify(lines(cutWeights))},
)

/** Whether a cue reports speech. */
export const ACCEPTANCE_WEIGHTS: Weights = read(
  ${JSON.stringify(lines(acceptWeights))},
)
`,
)

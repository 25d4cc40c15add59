/**
 * Learns the weights of role mentions ("the Kazakh leader" → whom?) from annotated news and writes them as a source file.
 *
 *   npx jiti scripts/train-roles/train-roles.ts ../shared/train/annotated.jsonl [--check]
 *
 * A log-linear model over the readings of each phrase (no mention, an institution of its own, one of the article's people or
 * organisations), trained by gradient steps with L2 in fixed order: the same data gives the same file. `--check` only prints a
 * cross-validation over ten folds of articles.
 */
import { createHash } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import { readDocument } from '../../src-main/domain/extract/document'
import type { Chooser, Reading } from '../../src-main/domain/extract/entities/link-roles'
import { resolveRoles } from '../../src-main/domain/extract/entities/resolve-entities'
import { chooserWith, scoreOf } from '../../src-main/domain/extract/entities/role-chooser'
import type { NameSpan } from '../../src-main/domain/extract/names/name-span'

interface GoldMention {
  start: number
  end: number
  form: 'name' | 'role'
}
interface GoldEntity {
  type: NameSpan['type']
  name: string
  mentions: GoldMention[]
}
interface Article {
  id: string
  text: string
  entities: GoldEntity[]
}
interface Example {
  readings: readonly Reading[]
  right: number
}

const EPOCHS = 40
const RATE = 0.1
const L2 = 0.02
const SMALLEST_WEIGHT = 0.02

/**
 * What is known before any article is read: where the weights start and what L2 pulls them towards. Without it, features that
 * are decisive and rare (another portfolio, another country, another gender) would stay near nothing.
 */
const PRIOR = new Map<string, number>([
  ['country =', 1.5], ['country !', -3], ['gender !', -4], ['gender =', 0.5], ['age =', 3], ['age !', -4],
  ['portfolio =', 2], ['portfolio !', -2], ['office same', 2], ['office kind', 1.5], ['office other office', -1],
  ['office same country ?', 1], ['office kind country ?', 1], ['office no country ?', -0.5],
  ['headinname true', 1.5], ['described', 2], ['class =', 1], ['class !', -1], ['all in name', 1], ['none predicate', 1.5],
]) // prettier-ignore

const [file = '../shared/train/annotated.jsonl', flag] = process.argv.slice(2)
const data = readFileSync(file, 'utf8')
const articles = data
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line) as Article)

/** Names of the annotation in text order; nested ones give way to the name around them. */
function goldNames(article: Article): NameSpan[] {
  const spans = article.entities
    .flatMap(({ type, mentions }) =>
      mentions.filter(({ form }) => form === 'name').map(({ start, end }) => ({ start, end, type, margin: 5 })),
    )
    .sort((a, b) => a.start - b.start || b.end - a.end)
  const flat: NameSpan[] = []
  for (const span of spans) if (span.start >= (flat[flat.length - 1]?.end ?? 0)) flat.push(span)
  return flat
}

/** Runs the linker with the annotation as its chooser and keeps what it was asked. */
function examplesOf(article: Article): Example[] {
  const doc = readDocument(article.text, 'en')
  const entityOfSpan = new Map<string, number>()
  const spansOf = new Map<number, number[]>()
  article.entities.forEach(({ mentions }, i) => {
    for (const { start, end, form } of mentions) {
      entityOfSpan.set(`${start}:${end}`, i)
      if (form === 'name') spansOf.set(i, [...(spansOf.get(i) ?? []), start])
    }
  })
  const examples: Example[] = []
  const ofOwn = new Map<number, number>()
  const clusterOf = new Map<number, Map<number, number>>()
  let profileCount = 0
  const chooser: Chooser = ({ phrase }, readings) => {
    const gold = entityOfSpan.get(`${phrase.start}:${phrase.end}`)
    let right = 0
    if (gold !== undefined) {
      const own = ofOwn.get(gold)
      const votes = clusterOf.get(gold)
      const cluster = votes ? [...votes].sort((a, b) => b[1] - a[1])[0]?.[0] : own
      const index = readings.findIndex(({ profile }) => profile !== null && profile === cluster)
      right =
        index >= 0
          ? index
          : cluster === undefined
            ? Math.max(
                0,
                readings.findIndex(({ profile }) => profile === -1),
              )
            : 0
      if (readings[right]?.profile === -1) ofOwn.set(gold, profileCount++)
    }
    examples.push({ readings, right })
    return { reading: right, confidence: 1 }
  }
  const names = goldNames(article)
  // First pass without roles: which cluster holds which annotated entity.
  const { clusters } = resolveRoles(doc, names, () => ({ reading: 0, confidence: 1 }))
  profileCount = clusters.length
  clusters.forEach((cluster, index) => {
    for (const { span } of cluster.mentions) {
      const gold = entityOfSpan.get(`${span.start}:${span.end}`)
      if (gold === undefined) continue
      const votes = clusterOf.get(gold) ?? new Map<number, number>()
      votes.set(index, (votes.get(index) ?? 0) + 1)
      clusterOf.set(gold, votes)
    }
  })
  resolveRoles(doc, names, chooser)
  return examples
}

function train(examples: readonly Example[]): Map<string, number> {
  const weights = new Map(PRIOR)
  for (let epoch = 0; epoch < EPOCHS; epoch++) {
    const rate = RATE / (1 + epoch / 10)
    for (const { readings, right } of examples) {
      const scores = readings.map((reading) => scoreOf(reading, weights))
      const top = Math.max(...scores)
      const shares = scores.map((score) => Math.exp(score - top))
      const total = shares.reduce((a, b) => a + b, 0)
      readings.forEach((reading, i) => {
        const step = rate * ((i === right ? 1 : 0) - (shares[i] ?? 0) / total)
        for (const feature of reading.features) weights.set(feature, (weights.get(feature) ?? 0) + step)
      })
    }
    for (const [feature, weight] of weights) {
      const prior = PRIOR.get(feature) ?? 0
      weights.set(feature, prior + (weight - prior) * (1 - rate * L2))
    }
  }
  return weights
}

const perArticle = articles.map(examplesOf)

/** Share of right readings, and of linked phrases found and right, over ten folds. */
function crossValidate(): void {
  let right = 0
  let total = 0
  let linked = 0
  let predicted = 0
  let hit = 0
  for (let fold = 0; fold < 10; fold++) {
    const weights = train(perArticle.filter((_, i) => i % 10 !== fold).flat())
    const choose = chooserWith(weights)
    for (const { readings, right: gold } of perArticle.filter((_, i) => i % 10 === fold).flat()) {
      const { reading } = choose({} as never, readings)
      total++
      if (reading === gold) right++
      if (gold !== 0) linked++
      if (reading !== 0) predicted++
      if (gold !== 0 && reading === gold) hit++
    }
  }
  const percent = (a: number, b: number) => `${((100 * a) / b).toFixed(1)} %`
  console.log(
    `phrases ${total}, right ${percent(right, total)}; links ${linked}, P ${percent(hit, predicted)}, R ${percent(hit, linked)}`,
  )
}

crossValidate()
if (flag !== '--check') {
  const weights = [...train(perArticle.flat())]
    .filter(([, weight]) => Math.abs(weight) >= SMALLEST_WEIGHT)
    .sort(([a], [b]) => (a < b ? -1 : 1))
  const hash = createHash('sha256').update(data).digest('hex')
  const lines = weights.map(([feature, weight]) => `${feature}\t${weight.toFixed(2)}`)
  writeFileSync(
    new URL('../../src-main/domain/extract/entities/role-weights.ts', import.meta.url),
    `// Made by scripts/train-roles/train-roles.ts; sha256 of the annotated texts ${hash}.\n` +
      `// Learned from Wikinews texts (Wikinews contributors, CC BY 2.5) with our annotation; feature weights only, no texts.\n\n` +
      `/** A feature of a reading and its weight, a line each, separated by a tab. */\n` +
      `export const ROLE_WEIGHTS = \`\n${lines.join('\n')}\n\`\n`,
  )
  console.log(`${weights.length} weights written`)
}

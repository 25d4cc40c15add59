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
import { chooserWith } from '../../src-main/domain/extract/entities/role-chooser'
import { examplesOf, type Article } from './role-examples'
import { train } from './train-weights'

const SMALLEST_WEIGHT = 0.02
/** A missed role costs the reader more than one too many: taken off the weight of "no mention", chosen by cross-validated B³. */
const EAGERNESS = 0.4

const [file = '../shared/train/annotated.jsonl', flag] = process.argv.slice(2)
const data = readFileSync(file, 'utf8')
const articles = data
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line) as Article)

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
  const learned = train(perArticle.flat())
  learned.set('none', (learned.get('none') ?? 0) - EAGERNESS)
  const weights = [...learned]
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

import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import type { LearningState } from '../../contract/decisions'
import type { LearningArticle } from '../../domain/extract/names/learn-names'
import { EXTRACTION_VERSION } from '../analysis/extraction-version'
import { JsonFile } from '../json-file'
import type { Learned } from './learn-corrections'

const StateSchema = z.object({
  on: z.boolean(),
  /** Counts learnings; each has a file of its own, and articles analysed with another are analysed anew. 0: nothing learned. */
  revision: z.number().int(),
  /** From how many corrections. */
  corrections: z.number().int(),
  before: z.number(),
  after: z.number(),
  at: z.string().nullable(),
  /** Whether what was learned passed the guard and is used. */
  used: z.boolean(),
})
type State = z.infer<typeof StateSchema>

const NOTHING: State = { on: true, revision: 0, corrections: 0, before: 0, after: 0, at: null, used: false }

/** Fewer say too little; and the folder is not analysed anew for every one more. */
const FEWEST = 5
const enough = (now: number, then: number) => now >= FEWEST && Math.abs(now - then) >= Math.max(FEWEST, then / 4)

/** Learnings are told apart by this much in the version of analyses. */
const PER_LEARNING = 1_000

/**
 * What a workspace learned from its corrections: a layer over the shipped weights, made anew from the corrections that hold, checked
 * against hand-checked texts, to be switched off, looked at and forgotten. Derived: losing it loses nothing.
 */
export class WorkspaceLearning {
  private readonly state: JsonFile<State>

  constructor(private readonly directory: string) {
    this.state = new JsonFile(join(directory, 'learning.json'), StateSchema, NOTHING)
  }

  /** The learned weights that analysis uses now; null for the shipped ones alone. */
  get file(): string | null {
    const { on, used, revision } = this.state.read()
    const file = this.fileOf(revision)
    return on && used && existsSync(file) ? file : null
  }

  /** Version of what analysis finds now: another one has everything analysed anew. */
  get version(): number {
    return this.file === null ? EXTRACTION_VERSION : this.state.read().revision * PER_LEARNING + EXTRACTION_VERSION
  }

  view(corrections: number): LearningState {
    const { on, used, at, before, after, corrections: learnedFrom } = this.state.read()
    return { on, used: this.file !== null, refused: at !== null && !used, corrections, learnedFrom, at, before, after }
  }

  /** Whether so many corrections should be learned from now. */
  isDue(corrections: number): boolean {
    const { on, corrections: then } = this.state.read()
    return on && (enough(corrections, then) || (corrections < FEWEST && then > 0))
  }

  /** Learns by `learn` and keeps what passed the guard. Returns whether analyses change by it. */
  async learn(
    corrections: number,
    articles: LearningArticle[],
    learn: (articles: LearningArticle[]) => Promise<Learned>,
    now: string,
  ): Promise<boolean> {
    const before = this.version
    if (corrections < FEWEST) {
      this.reset()
      return this.version !== before
    }
    const { weights, ...measured } = await learn(articles)
    const old = this.state.read()
    const revision = old.revision + 1
    if (weights) {
      mkdirSync(this.directory, { recursive: true })
      writeFileSync(this.fileOf(revision), weights)
    }
    this.state.write({ on: old.on, revision, corrections, ...measured, at: now, used: weights !== null })
    if (old.revision > 0) rmSync(this.fileOf(old.revision), { force: true })
    return this.version !== before
  }

  /** Uses what was learned, or not; it is kept. */
  set(on: boolean): void {
    this.state.write({ ...this.state.read(), on })
  }

  /** Forgets what was learned; corrections stay. The number goes on, so that no later learning is taken for this one. */
  reset(): void {
    const { on, revision } = this.state.read()
    rmSync(this.fileOf(revision), { force: true })
    this.state.write({ ...NOTHING, on, revision })
  }

  private fileOf(revision: number): string {
    return join(this.directory, `learned-${revision}.bin`)
  }
}

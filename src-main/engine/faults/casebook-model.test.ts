import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { CasebookModel, steps } from './casebook-model.fixture'

/** The full form takes other steps each time and says how to repeat them; the short one is always the same. */
const RUNS = process.env['DATELINE_FULL'] ? { numRuns: 2_000 } : { numRuns: 8, seed: 8 }

describe('the casebook against a plain model', () => {
  it(
    `F1, F12, F33 ${RUNS.numRuns} lives of edits, conflicts, bins, undos, crashes, backups and damage: nothing differs`,
    { timeout: 3_600_000 },
    () => {
      fc.assert(
        fc.property(steps, (all) => {
          expect(new CasebookModel().run(all)).toEqual([])
        }),
        RUNS,
      )
    },
  )
})

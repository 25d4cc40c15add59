import { z } from 'zod'
import { AnchorStateSchema } from '../../contract/casebook'
import type { BriefingBasis } from '../../domain/briefing/briefing-basis'
import { readState, writeState } from '../../sql/casebook/state'
import type { CasebookStore } from '../casebook/open-casebook-store'

const PassageSchema = z.object({
  ...{ sha256: z.string(), path: z.string(), state: AnchorStateSchema, start: z.number().nullable() },
  ...{ text: z.string(), figures: z.array(z.string()) },
})
const BasisSchema = z.object({
  madeAt: z.string(),
  decisions: z.number(),
  sentences: z.array(z.string()),
  passages: z.record(z.string(), PassageSchema),
  others: z.array(z.string()),
})

const keyOf = (briefingId: string): string => `briefing-basis:${briefingId}`

/** What a briefing rested on when it was last exported or looked through; null when it never was, or the entry cannot be read. */
export function keptBasis({ casebook }: CasebookStore, briefingId: string): BriefingBasis | null {
  const json = readState(casebook, keyOf(briefingId))
  if (json === null) return null
  try {
    return BasisSchema.safeParse(JSON.parse(json)).data ?? null
  } catch {
    return null
  }
}

export function keepBasis(store: CasebookStore, briefingId: string, basis: BriefingBasis): void {
  store.withRoom(() => writeState(store.casebook, keyOf(briefingId), JSON.stringify(basis)))
}

import { z } from 'zod'
import { AnchorSchema } from '../../../contract/casebook'
import type { Anchor } from '../../../domain/evidence/anchor'
import type { Passage } from '../../../domain/evidence/resolve-anchor'

/** Finds a passage in the file of a path (or of these bytes); null when the file or the passage is not there. */
export type PlacePassage = (path: string, passage: Passage & { end: number | null }) => Anchor | null

export interface Target {
  path: string
  sha256: string | null
  start: number | null
  end: number | null
  exact: string | null
  prefix: string
  suffix: string
}

const BodySchema = z.looseObject({ value: z.string(), purpose: z.string().optional() })

/** The textual bodies of an annotation, whether one, many or a bare string. */
export function bodiesOf(body: unknown, bodyValue: unknown): { value: string; purpose: string; code: unknown }[] {
  const given = [...(Array.isArray(body) ? (body as unknown[]) : [body]), bodyValue]
  return given.flatMap((one) => {
    if (typeof one === 'string' && one !== '') return [{ value: one, purpose: 'commenting', code: null }]
    const parsed = BodySchema.safeParse(one)
    if (!parsed.success || parsed.data.value === '') return []
    const { value, purpose = 'commenting' } = parsed.data
    return [{ value, purpose, code: parsed.data['dateline:code'] ?? null }]
  })
}

const SelectorSchema = z.looseObject({
  type: z.string(),
  start: z.number().int().min(0).optional(),
  end: z.number().int().min(0).optional(),
  exact: z.string().max(100_000).optional(),
  prefix: z.string().optional(),
  suffix: z.string().optional(),
})
const TargetSchema = z.looseObject({
  source: z.union([z.string(), z.looseObject({ id: z.string() })]),
  sha256: z.string().optional(),
  selector: z.unknown().optional(),
})

/** The passages an annotation is about; targets without a selector are left out. */
export function targetsOf(target: unknown): Target[] {
  return (Array.isArray(target) ? (target as unknown[]) : [target]).flatMap((one) => {
    const parsed = TargetSchema.safeParse(one)
    if (!parsed.success) return []
    const { source, sha256, selector } = parsed.data
    const selectors = (Array.isArray(selector) ? (selector as unknown[]) : [selector]).flatMap((part) => {
      const read = SelectorSchema.safeParse(part)
      return read.success ? [read.data] : []
    })
    const position = selectors.find(({ type }) => type === 'TextPositionSelector')
    const quote = selectors.find(({ type }) => type === 'TextQuoteSelector')
    if (!position && !quote) return []
    const iri = typeof source === 'string' ? source : source.id
    return [
      {
        path: pathOf(iri),
        sha256: sha256 !== undefined && /^[0-9a-f]{64}$/.test(sha256) ? sha256 : null,
        start: position?.start ?? null,
        end: position?.end ?? null,
        exact: quote?.exact ?? null,
        prefix: (quote?.prefix ?? '').slice(-200),
        suffix: (quote?.suffix ?? '').slice(0, 200),
      },
    ]
  })
}

/** The anchor of a target; a sentence when its passage cannot be found. */
export function placeTarget(target: Target, place: PlacePassage): Anchor | string {
  const { path, sha256, start, end, exact, prefix, suffix } = target
  const whole = AnchorSchema.safeParse({ articleId: sha256, path, start, end, exact, prefix, suffix })
  if (whole.success && whole.data.end === whole.data.start + whole.data.exact.length) return whole.data
  const placed = place(path, { articleId: sha256, start, end, exact: exact ?? '', prefix, suffix })
  return (
    placed ?? `“${(exact ?? `characters ${String(start)} to ${String(end)}`).slice(0, 80)}” was not found in ${path}.`
  )
}

/** The path within the folder that an IRI speaks of: relative ones as they are, of others the last part. */
function pathOf(iri: string): string {
  const bare = iri.replace(/[?#].*$/u, '')
  const relative = /^[a-z][a-z0-9+.-]*:/iu.test(bare) ? (bare.split('/').filter(Boolean).at(-1) ?? bare) : bare
  try {
    return decodeURIComponent(relative)
  } catch {
    return relative
  }
}

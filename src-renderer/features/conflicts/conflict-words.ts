import type { ConflictView, EvidenceView } from '@contract/compare'
import { shortDate } from '@/ui/format-date'

/** What each kind is called on a tag, and whether it cannot both be true. */
export const KIND_WORDS: Record<ConflictView['kind'], { name: string; alert: boolean }> = {
  contradiction: { name: 'contradiction', alert: true },
  denial: { name: 'claim and denial', alert: true },
  'quote-drift': { name: 'quote changed', alert: true },
  correction: { name: 'correction', alert: false },
  update: { name: 'update', alert: false },
  scope: { name: 'different scope', alert: false },
  rounding: { name: 'rounded', alert: false },
}

export const VERDICT_WORDS = {
  conflict: 'true conflict',
  none: 'not a conflict',
  resolved: 'resolved',
  open: 'open',
} as const

const GROUPS = new Intl.NumberFormat('en', { maximumFractionDigits: 3 })
const LARGE = 1_000_000

/** 4200000 → "4.2 m", 50000 → "50,000". */
export function bigValue(value: number): string {
  if (Math.abs(value) < LARGE) return GROUPS.format(value)
  const [divisor, unit] = Math.abs(value) >= 1000 * LARGE ? [1000 * LARGE, 'bn'] : [LARGE, 'm']
  return `${GROUPS.format(value / divisor)} ${unit}`
}

const fileName = (path: string) =>
  path
    .split('/')
    .pop()
    ?.replace(/\.\w+$/u, '') ?? path

/** Who tells it: the agency where one is named, else the file. */
export const outletOf = ({ agency, path }: Pick<EvidenceView, 'agency' | 'path'>): string => agency ?? fileName(path)

/** The outlets of a side, each once: "LPS, Norden Wire and 3 more". */
export function outlets(evidence: readonly EvidenceView[]): string {
  const names = [...new Set(evidence.map(outletOf))]
  return names.length > 3 ? `${names.slice(0, 2).join(', ')} and ${names.length - 2} more` : names.join(', ')
}

/** From the first to the last telling of a side. */
export function whenTold(evidence: readonly EvidenceView[]): string {
  const dates = evidence.flatMap(({ date }) => date ?? []).sort()
  const [first, last] = [dates[0], dates.at(-1)]
  if (first === undefined || last === undefined) return 'undated'
  return first === last ? shortDate(first) : `${shortDate(first)} to ${shortDate(last)}`
}

/** What the conflict is about, in a few words. */
export function subjectOf({ key, kind, sides }: ConflictView): string {
  const named = [key.what, key.subject].filter((part): part is string => part !== null && part !== '')
  const words = kind === 'quote-drift' ? (key.subject ?? 'A quote') : (named[0] ?? sides[0]?.evidence[0]?.text ?? '')
  const text = words.replace(/\s+/gu, ' ').trim()
  return text.charAt(0).toUpperCase() + text.slice(1)
}

/** The second line: subject, unit and period where they are known; for a quote what was changed. */
export function detailOf({ key, kind }: ConflictView): string {
  if (kind === 'quote-drift') return key.what ?? ''
  const subject = key.what ? key.subject : null
  return [subject, key.unit, key.period].filter(Boolean).join(', ')
}

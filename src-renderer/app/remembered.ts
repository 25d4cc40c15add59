import { INSPECTOR_TABS, type InspectorTab, type View, VIEWS } from '@/features/layout/layout-store'
import { type LibraryFilter, SORTS } from '@/features/library/library-store'

/** What one session of a workspace leaves to the next. */
export interface Remembered {
  panes: string[]
  weights: number[]
  focus: number
  /** Whether the panes are held against each other. */
  compare: boolean
  /** Offset of the first paragraph in view, by article. */
  positions: Record<string, number>
  view: View
  tab: InspectorTab
  side: number
  inspector: number
  inspectorWanted: boolean
  size: number
  measure: number
  hidden: string[]
  entity: string | null
  filter: LibraryFilter
  note: string | null
  briefing: string | null
}

type Check<T> = (value: unknown) => value is T
const isText: Check<string> = (value) => typeof value === 'string'
const isNumber: Check<number> = (value): value is number => typeof value === 'number' && Number.isFinite(value)
const isTruth: Check<boolean> = (value) => typeof value === 'boolean'
const isRecord: Check<Record<string, unknown>> = (value): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
const listOf =
  <T>(check: Check<T>): Check<T[]> =>
  (value): value is T[] =>
    Array.isArray(value) && value.every(check)
const oneOf =
  <T extends string>(choices: readonly T[]): Check<T> =>
  (value): value is T =>
    choices.some((choice) => choice === value)
const orNull =
  <T>(check: Check<T>): Check<T | null> =>
  (value): value is T | null =>
    value === null || check(value)
const isPositions: Check<Record<string, number>> = (value): value is Record<string, number> =>
  isRecord(value) && Object.values(value).every(isNumber)

const FILTER: { [K in keyof LibraryFilter]: Check<LibraryFilter[K]> } = {
  sort: oneOf(SORTS),
  descending: isTruth,
  unreadOnly: isTruth,
  starredOnly: isTruth,
  from: orNull(isText),
  to: orNull(isText),
  place: orNull(isText),
  agency: orNull(isText),
  language: orNull(isText),
}
const isFilter: Check<LibraryFilter> = (value): value is LibraryFilter =>
  isRecord(value) && Object.entries(FILTER).every(([key, check]) => check(value[key]))

const CHECKS: { [K in keyof Remembered]: Check<Remembered[K]> } = {
  panes: listOf(isText),
  weights: listOf(isNumber),
  focus: isNumber,
  compare: isTruth,
  positions: isPositions,
  view: oneOf(VIEWS),
  tab: oneOf(INSPECTOR_TABS),
  side: isNumber,
  inspector: isNumber,
  inspectorWanted: isTruth,
  size: isNumber,
  measure: isNumber,
  hidden: listOf(isText),
  entity: orNull(isText),
  filter: isFilter,
  note: orNull(isText),
  briefing: orNull(isText),
}

/** What an earlier session left, as far as it can be read; what does not fit (another version, a damaged value) is left out. */
export function readRemembered(json: string | null): Partial<Remembered> {
  if (json === null) return {}
  try {
    const value: unknown = JSON.parse(json)
    if (!isRecord(value)) return {}
    return Object.fromEntries(
      Object.entries(CHECKS).flatMap(([key, check]) => (check(value[key]) ? [[key, value[key]]] : [])),
    )
  } catch {
    return {}
  }
}

import { canonicalJson } from './canonical-json'
import type { SourceTable } from './source-table'

/** The briefing as JSON: the source table itself, keys sorted, spread over lines, ending with a line feed. */
export function toJson(table: SourceTable): string {
  return `${canonicalJson(table, 2)}\n`
}

import type { Range } from '../../text/span'
import type { EntityType } from '../types'

/** A name as the tagger finds it: bare (no title, no determiner, no possessive), whole, one per occurrence. */
export interface NameSpan extends Range {
  type: EntityType
  /** A place that is a building, airport, stadium, bridge, ship … */
  facility?: boolean
  /** Score of the chosen reading minus that of the best other one, in the model's units; below 1 is a guess. */
  margin: number
}

import type { Range } from '../../text/span'
import type { Entity, Mention } from '../types'

/** A mention with its entity, as the speakers' search needs it. */
export interface Place extends Range {
  entity: Entity
  form: Mention['form']
}

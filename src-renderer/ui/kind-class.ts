import type { EntityType } from '@domain/extract/types'

/** The style class of each kind of entity; it sets the kind's colour and its underline. */
export const KIND_CLASS: Record<EntityType, string> = {
  person: 'per',
  organization: 'org',
  place: 'pla',
  event: 'evt',
  group: 'grp',
  work: 'wrk',
  other: 'oth',
}

/** What a group of entities is called on screen. */
export const KIND_NAME: Record<EntityType, string> = {
  person: 'People',
  organization: 'Organizations',
  place: 'Places',
  event: 'Events',
  group: 'Groups',
  work: 'Works',
  other: 'Other',
}

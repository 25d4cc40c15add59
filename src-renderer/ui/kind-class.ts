/** The kinds of entity as the screen tells them apart. */
export type Kind = 'person' | 'organization' | 'place' | 'event' | 'group' | 'work' | 'other'

/** The style class of each kind of entity; it sets the kind's colour and its underline. */
export const KIND_CLASS: Record<Kind, string> = {
  person: 'per',
  organization: 'org',
  place: 'pla',
  event: 'evt',
  group: 'grp',
  work: 'wrk',
  other: 'oth',
}

/** What a group of entities is called on screen. */
export const KIND_NAME: Record<Kind, string> = {
  person: 'People',
  organization: 'Organizations',
  place: 'Places',
  event: 'Events',
  group: 'Groups',
  work: 'Works',
  other: 'Other',
}

/** What one of a kind is called on screen. */
export const KIND_ONE: Record<Kind, string> = {
  person: 'a person',
  organization: 'an organization',
  place: 'a place',
  event: 'an event',
  group: 'a group',
  work: 'a work',
  other: 'something else',
}

/** The word lists whose hits are features, by bit. The order is part of the model file: append only. */
export const NAME_LISTS = [
  'male first name',
  'female first name',
  'first name',
  'last name',
  'name of a person',
  'city over 500,000',
  'city over 50,000',
  'small city',
  'country',
  'capital',
  'demonym',
  'people, faith or leaning',
  'organisation',
  'organisation word',
  'region',
  'place word',
  'facility word',
  'event word',
  'work or law word',
  'title',
  'relative',
  'month or weekday',
  'language',
  'nickname of a country',
  'ordinary word',
] as const

export const listBit = (name: (typeof NAME_LISTS)[number]): number => 1 << NAME_LISTS.indexOf(name)

/** The longest phrase of the lists, in tokens. */
export const LONGEST_PHRASE = 5

/** A new id for something of the analyst's: lower-case hex and hyphens, as the casebook wants it. */
export const newId = (): string => crypto.randomUUID()

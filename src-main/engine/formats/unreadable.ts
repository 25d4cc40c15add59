import type { Cause } from '../read/causes'

/** Thrown by a reader for a file that it cannot, or must not, make a text of. The file gets this as its end state. */
export class Unreadable extends Error {
  constructor(
    readonly why: Cause,
    readonly detail?: string,
  ) {
    super(detail === undefined ? why : `${why}: ${detail}`)
    this.name = 'Unreadable'
  }
}

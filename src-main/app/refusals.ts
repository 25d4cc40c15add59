import { isLocal } from './local-address'

/** How much of a refused address is kept for the title bar. */
const LONGEST = 300

export interface Refusals {
  /** Counts one refused attempt to leave the machine; `what` is an address or the name of the call that tried. */
  add(what: string): void
  /** Counts what the page's content security policy stopped before it became a request. */
  addPolicyViolation(directive: unknown, blocked: unknown): void
  readonly count: number
  readonly last: string | null
}

/** The one count of attempts to reach the network since the start, whoever made them and whichever guard refused them. */
export function countRefusals(onChange: (count: number, last: string) => void): Refusals {
  let count = 0
  let last: string | null = null
  const add = (what: string) => {
    count += 1
    last = what.slice(0, LONGEST)
    onChange(count, last)
  }
  return {
    add,
    addPolicyViolation: (directive, blocked) => {
      if (typeof directive !== 'string' || typeof blocked !== 'string') return
      // Other violations (an inline style, eval) are refused too, but would have sent nothing.
      if (directive === 'webrtc') add('webrtc')
      else if (URL.canParse(blocked) && !isLocal(blocked)) add(blocked)
    },
    get count() {
      return count
    },
    get last() {
      return last
    },
  }
}

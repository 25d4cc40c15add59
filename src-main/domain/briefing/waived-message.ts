const WAIVED = '\u2003Waived: '

/** The message of a waived finding: what was found, then why it was let pass. */
export function withReason(message: string, reason: string): string {
  return `${message}${WAIVED}${reason}`
}

/** What was found, for the annex, where the reason has a column of its own. */
export function withoutReason(message: string): string {
  const at = message.indexOf(WAIVED)
  return at < 0 ? message : message.slice(0, at)
}

const DATE = /^\d{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?$/

/** "2017-11..2018-02", "2017..", "..2018-02-28", "2017-11" as two inclusive ends; null for anything else. */
export function readDateRange(text: string): { from: string | null; to: string | null } | null {
  const dots = text.indexOf('..')
  if (dots < 0) return /^\d{4}-/.test(text) && DATE.test(text) ? { from: text, to: text } : null
  const from = text.slice(0, dots)
  const to = text.slice(dots + 2).replace(/^\./, '')
  if ((from !== '' && !DATE.test(from)) || (to !== '' && !DATE.test(to)) || (from === '' && to === '')) return null
  return { from: from || null, to: to || null }
}

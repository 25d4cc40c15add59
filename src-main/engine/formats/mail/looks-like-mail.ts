const HEADER = /^([A-Za-z][A-Za-z0-9-]{1,60}):[ \t]?(.*)$/
/** Lines that only mail has. */
const TELLING =
  /^(?:message-id|received|mime-version|return-path|content-type|delivered-to|x-[a-z-]+|dkim-signature|in-reply-to)$/i

/**
 * Whether a text begins like a mail message: header lines with a sender among them, and one that only mail has. Under the name
 * ".eml" a sender or a subject will do.
 * @param head the first characters of the file
 */
export function looksLikeMail(head: string, named: boolean): boolean {
  const names = new Set<string>()
  for (const line of head
    .replace(/^\ufeff/, '')
    .split(/\r?\n/)
    .slice(0, 200)) {
    if (line === '') break
    if (/^[ \t]/.test(line) && names.size > 0) continue
    const header = HEADER.exec(line)
    if (!header?.[1]) return false
    names.add(header[1].toLowerCase())
  }
  if (named) return names.has('from') || names.has('subject')
  return names.has('from') && [...names].some((name) => TELLING.test(name))
}

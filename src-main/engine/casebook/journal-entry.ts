interface Entry {
  kind: 'note' | 'briefing'
  title: string
  /** For people who open the file without Dateline. */
  markdown: string
  data: { id: string; revision: number; savedAt: string; sha256: string; removedAt: string | null }
}

const OPEN = '<!-- dateline-journal '
const CLOSE = ' -->'

/** The file of one entry: a small header, the text as Markdown, and everything exactly as JSON in a comment at the end. */
export function writeEntry({ kind, title, markdown, data }: Entry): string {
  const head = [
    '---',
    `${kind}: ${data.id}`,
    `title: ${JSON.stringify(title)}`,
    `revision: ${data.revision}`,
    `saved: ${data.savedAt}`,
    ...(data.removedAt ? [`removed: ${data.removedAt}`] : []),
    `sha256: ${data.sha256}`,
    '---',
  ]
  // A comment may not hold "--", which in JSON stands in strings only; \u002d is the same character there.
  const json = JSON.stringify(data).replaceAll('--', '-\\u002d')
  return `${head.join('\n')}\n\n# ${title.replaceAll('\n', ' ')}\n\n${markdown}\n\n${OPEN}${json}${CLOSE}\n`
}

/** The entry in a file's text, null when it was cut off or damaged. Its hash is still to be compared. */
export function readEntry<T extends { id: string; revision: number; sha256: string }>(text: string): T | null {
  const start = text.lastIndexOf(OPEN)
  const end = text.lastIndexOf(CLOSE)
  if (start < 0 || end < start) return null
  try {
    const data: unknown = JSON.parse(text.slice(start + OPEN.length, end))
    return isEntry(data) ? (data as T) : null
  } catch {
    return null
  }
}

function isEntry(data: unknown): boolean {
  if (typeof data !== 'object' || data === null) return false
  const { id, revision, sha256 } = data as Record<string, unknown>
  return typeof id === 'string' && typeof revision === 'number' && typeof sha256 === 'string'
}

/** Longest line a log keeps. */
const LONGEST = 400

// Quoted words: SQLite and JSON quote what they stumbled over, which may be the text of a note.
const QUOTED = /"[^"]*"|“[^”]*”|«[^»]*»|`[^`]*`|(?<![\p{L}\p{N}])'[^']*'/gu
// Places on disk and addresses. A place in a program's own script (file.js:12:3) keeps its last part.
const SCRIPT = /(?:file:\/\/)?(?:[A-Za-z]:)?[\\/](?:[^\s:()]*[\\/])?([\w.-]+\.[cm]?js:\d+(?::\d+)?)/g
const PLACE = /(?:[A-Za-z][\w+.-]*:\/\/|(?:[A-Za-z]:)?[\\/](?=[^\s]))[^\s)]*/g

/**
 * A line fit for the log: one line, without quoted words, file names or addresses. What a program says of itself (codes, numbers,
 * names of its own functions) stays.
 */
export function redact(line: string): string {
  const told = line
    .replaceAll(/\s+/g, ' ')
    .replaceAll(QUOTED, '…')
    .replaceAll(SCRIPT, '\u0001$1')
    .replaceAll(PLACE, (place) => (place.startsWith('\u0001') ? place : '<place>'))
    .replaceAll('\u0001', '')
    .trim()
  return told.length > LONGEST ? `${told.slice(0, LONGEST)}…` : told
}

/** An error as one line for the log: its name, its message without quoted words, and the top of its stack. */
export function describeError(error: unknown): string {
  if (!(error instanceof Error)) return redact(String(error))
  const frames = (error.stack ?? '').split('\n').filter((line) => line.trimStart().startsWith('at '))
  return redact([`${error.name}: ${error.message}`, ...frames.slice(0, 4).map((frame) => frame.trim())].join(' | '))
}

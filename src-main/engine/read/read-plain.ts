import { hash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { readHeader } from '../../domain/article/header'
import type { ChosenEncodings } from '../../domain/decisions/chosen-encodings'
import { detectLanguage } from '../language/detect-language'
import type { SeenFile } from '../scan/walk'
import type { Pieces, Place } from './pieces'
import type { SourceText } from './understand'

const PLAIN_NAME = /\.(txt|text|md|markdown)$/i
const MOST_BYTES = 1_000_000

export interface PlainText extends SourceText {
  place: Place
  /** Set when the text is ASCII without overlong runs, and so goes to the full-text index as it is. */
  words: number | null
}

/**
 * The usual case of reading, in one call to the system: a small text file in sound UTF-8, as long as the walk saw it. Leaves its
 * bytes in `pieces`. Null, and nothing left, for everything that needs a second look; `readSource` gives the same for these files.
 */
export function readPlain(
  folder: string,
  file: SeenFile,
  pieces: Pieces,
  chosen: ChosenEncodings,
): { state: 'indexed'; cause: null; reason: null; plain: PlainText } | null {
  if (file.pathBytes || file.size === 0 || file.size > MOST_BYTES) return null
  const name = PLAIN_NAME.exec(file.path)
  if (!name) return null
  let text: string
  try {
    text = readFileSync(`${folder}/${file.path}`, 'utf8')
  } catch {
    return null
  }
  const place = pieces.add(text)
  const bytes = pieces.at(place)
  const measure = place.length === file.size ? measureBytes(bytes) : null
  if (!measure || !startsLikeText(text) || (!measure.ascii && text.includes('\ufffd'))) {
    pieces.drop(place)
    return null
  }
  const sha256 = hash('sha256', bytes)
  if (chosen.has(sha256)) {
    pieces.drop(place)
    return null
  }
  const fileTime = new Date(Math.max(0, file.modified)).toISOString()
  const plain: PlainText = {
    hash: sha256,
    text,
    header: readHeader({ text, path: file.path, meta: {}, fileTime }),
    language: detectLanguage(text),
    format: /^(?:md|markdown)$/i.test(name[1] ?? '') ? 'md' : 'txt',
    encoding: 'utf-8',
    confidence: 1,
    chosen: null,
    place,
    words: measure.ascii && measure.longestRun <= 256 ? measure.words : null,
  }
  return { state: 'indexed', cause: null, reason: null, plain }
}

/** Mail and mailboxes begin with such a line. */
const HEADER_LINE = /^(?:From |[A-Za-z-]{2,30}: )/

/** Markup, PDF, RTF, mail and byte order marks begin otherwise; a text of nothing but white space is none. */
function startsLikeText(text: string): boolean {
  const first = /\S/.exec(text)?.[0]
  return first !== undefined && !'<%{'.includes(first) && text.charCodeAt(0) !== 0xfeff && !HEADER_LINE.test(text)
}

/** What a byte is: 1 a letter or digit of ASCII, 2 the beginning or middle of another character, 4 a control character, 0 the rest. */
const KIND = Uint8Array.from({ length: 256 }, (_, byte) => {
  if (byte >= 128) return 2
  const char = String.fromCharCode(byte)
  if (byte < 32 && !'\t\n\r\f\x1b'.includes(char)) return 4
  return /[A-Za-z0-9]/.test(char) ? 1 : 0
})

/** Counts words and looks for what is no plain text, in one pass over the bytes; null when there are control characters. */
function measureBytes(bytes: Uint8Array): { ascii: boolean; words: number; longestRun: number } | null {
  let words = 0
  let run = 0
  let longestRun = 0
  let kinds = 0
  for (let i = 0; i < bytes.length; i++) {
    const kind = KIND[bytes[i] ?? 0] ?? 0
    kinds |= kind
    if (kind === 1) run++
    else if (run > 0) {
      words++
      if (run > longestRun) longestRun = run
      run = 0
    }
  }
  if ((kinds & 4) !== 0) return null
  return { ascii: (kinds & 2) === 0, words: run > 0 ? words + 1 : words, longestRun: Math.max(longestRun, run) }
}

/** A stretch of words that must stand as they are, and how far from the piece before it they may stand. */
interface Piece {
  words: string
  /** Characters that may lie between the piece before and this one; 0 for right after it. */
  gap: number
}

const INVISIBLE = /[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff\u061c]/gu
const QUOTE_MARKS = /''|``|["“”„‟«»‹›‘’‚‛ʼ`´＂「」『』]/gu
const DASHES = /\s*[\u2012-\u2015]\s*|\s+-+\s+|--+/gu
/** Left out and marked as such; "[…]" and "(…)" as well. */
const ELLIPSIS = /[[(]\s*(?:\.\s?\.\s?\.|…)\s*[\])]|\.\s\.\s\.(?:\s\.)?|\.{3,4}|…+/gu
const WORD = /[\p{L}\p{N}]/u
const DENSE =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u
/** Words in brackets may stand for so many characters of the source ("the president of the republic"), within one clause. */
const BRACKET_GAP = 45
const CLAUSE_END = /[.!?…;:'–。！？]/u
const MOST_STEPS = 5000

/** Text as typography leaves it alone: NFC, one kind of quotation mark, dash and space, no soft hyphens or joiners. Case stays. */
export function plainTypography(text: string): string {
  return text
    .normalize('NFC')
    .replace(INVISIBLE, '')
    .replace(/\s+/gu, ' ')
    .replace(QUOTE_MARKS, "'")
    .replace(DASHES, '–')
    .replace(/[\u2010\u2011]/gu, '-')
}

/**
 * Whether `quoted` stands word by word in `source`. Allowed: other typography; a marked ellipsis for what is left out; words in square
 * brackets for what is put in or replaced; the first letter of a word in brackets in the other case; a comma or stop at the end
 * (American style puts it inside the marks).
 */
export function standsVerbatim(quoted: string, source: string): boolean {
  const plain = plainTypography(source)
  const stretch = plainTypography(quoted).trim()
  if (stretch === '' || containsWhole(plain, stretch)) return true
  const pieces = piecesOf(stretch)
  return pieces.length > 0 && follows(plain, pieces, 0, 0, { left: MOST_STEPS })
}

function containsWhole(source: string, words: string): boolean {
  for (let at = source.indexOf(words); at >= 0; at = source.indexOf(words, at + 1)) {
    if (isWhole(source, at, words.length)) return true
  }
  return false
}

/** Whether the words at `at` are not cut out of longer ones: "art" does not stand in "party". */
function isWhole(source: string, at: number, length: number): boolean {
  return !joins(source, at) && !joins(source, at + length)
}

function joins(source: string, at: number): boolean {
  const before = source.charAt(at - 1)
  const after = source.charAt(at)
  return WORD.test(before) && WORD.test(after) && !DENSE.test(before) && !DENSE.test(after)
}

function piecesOf(stretch: string): Piece[] {
  const pieces: Piece[] = []
  let gap = Infinity
  for (const part of stretch.split(/(\[[^\]]*\])/u)) {
    if (part.startsWith('[') && !isEllipsis(part)) {
      const letter = /^\[(\p{L})\]$/u.exec(part)?.[1]
      if (letter) pieces.push({ words: `[${letter}]`, gap })
      gap = letter ? 0 : Math.max(gap, BRACKET_GAP)
      continue
    }
    for (const [i, words] of part.split(ELLIPSIS).entries()) {
      if (i > 0) gap = Infinity
      const trimmed = gap === 0 ? words.trimEnd() : words.trim()
      if (trimmed === '') continue
      pieces.push({ words: trimmed, gap })
      gap = 1
    }
  }
  const last = pieces[pieces.length - 1]
  if (last) last.words = last.words.replace(/\s*[.,،。，、;؛]+'*$|(?<=[\p{L}\p{N}])'+$/u, '')
  return pieces.filter(({ words }) => /[^\s'–]/u.test(words))
}

const isEllipsis = (part: string): boolean => part.replace(ELLIPSIS, '') === ''

/** Whether the pieces from `index` on stand in the source from `from` on, each within its gap of the one before. */
function follows(
  source: string,
  pieces: readonly Piece[],
  index: number,
  from: number,
  steps: { left: number },
): boolean {
  const piece = pieces[index]
  if (!piece) return true
  for (
    let at = next(source, piece.words, from);
    at >= 0 && at - from <= piece.gap;
    at = next(source, piece.words, at + 1)
  ) {
    if (steps.left-- <= 0) return false
    const letter = /^\[\p{L}\]$/u.test(piece.words)
    const length = letter ? 1 : piece.words.length
    const starts = piece.gap === 0 || !joins(source, at)
    const ends = (letter && pieces[index + 1]?.gap === 0) || !joins(source, at + length)
    const replaced = piece.gap === Infinity || index === 0 || !CLAUSE_END.test(source.slice(from, at))
    if (starts && ends && replaced && follows(source, pieces, index + 1, at + length, steps)) return true
  }
  return false
}

/** The next place of some words; of a letter in brackets, in either case. */
function next(source: string, words: string, from: number): number {
  const letter = /^\[(\p{L})\]$/u.exec(words)?.[1]
  if (!letter) return source.indexOf(words, from)
  const places = [letter.toLowerCase(), letter.toUpperCase()]
    .map((form) => source.indexOf(form, from))
    .filter((at) => at >= 0)
  return places.length > 0 ? Math.min(...places) : -1
}

/** Words between quotation marks, without the marks; UTF-16 offsets into the sentence. */
export interface QuotedStretch {
  start: number
  end: number
  text: string
}

/** Opening marks with what may close them. Chinese 《》 mark titles and are left out. */
const CLOSERS: Readonly<Record<string, string>> = {
  '“': '”“"＂',
  '„': '“”"',
  '‟': '”',
  '«': '»',
  '»': '«',
  '‹': '›',
  '›': '‹',
  '「': '」',
  '『': '』',
  '﹁': '﹂',
  '﹃': '﹄',
  '｢': '｣',
  '〝': '〞〟',
  '"': '"',
  '＂': '＂',
  '”': '”',
}
const SINGLE = { '‘': '’', '‚': '‘’', "'": "'" } as const
/** Marks that also close: they open only where a word begins. */
const EITHER = new Set(['»', '›', '”', '"', '＂'])
const WORD = /[\p{L}\p{M}\p{N}]/u
const BEFORE_OPENING = /^$|[\s([{—–\-/:¿¡،,、。，：]/u

/**
 * The outermost quoted stretches of a sentence, in every style of marks, nested marks inside them. One that is never closed goes to
 * the end: nothing may hide behind a missing mark. Apostrophes are no marks.
 */
export function quotedStretches(text: string): QuotedStretch[] {
  const found: QuotedStretch[] = []
  for (let i = 0; i < text.length; i++) {
    if (!opensAt(text, i)) continue
    const close = isSingle(text[i]) ? singleEnd(text, i) : doubleEnd(text, i)
    if (close < 0) continue
    if (text.slice(i + 1, close).trim() !== '') found.push({ start: i + 1, end: close, text: text.slice(i + 1, close) })
    i = close
  }
  return found
}

const isSingle = (char: string | undefined): char is keyof typeof SINGLE =>
  char !== undefined && Object.hasOwn(SINGLE, char)

function opensAt(text: string, i: number): boolean {
  const char = text.charAt(i)
  const single = isSingle(char)
  if (!single && !Object.hasOwn(CLOSERS, char)) return false
  if (!single && !EITHER.has(char)) return true
  const before = text.charAt(i - 1)
  // In scripts without spaces an opening mark may follow a letter; single marks there are still apostrophes.
  const begins =
    BEFORE_OPENING.test(before) || (!single && /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u.test(before))
  const after = text.charAt(i + 1)
  return begins && after !== '' && (single ? WORD.test(after) || after === '[' : !/\s/u.test(after))
}

/** Where the stretch that opens at `i` closes; the end of the text when it does not. */
function doubleEnd(text: string, i: number): number {
  const opener = text.charAt(i)
  const closers = CLOSERS[opener] ?? ''
  let depth = 0
  for (let at = i + 1; at < text.length; at++) {
    const char = text.charAt(at)
    if (char === opener && !closers.includes(char)) depth++
    else if (opener === '„' && char === '“' && depth === 0) return at
    else if (opener === '“' && char === '“') depth++
    else if (closers.includes(char)) {
      if (depth === 0) return at
      depth--
    }
  }
  return text.length
}

/**
 * Where a stretch in single marks closes: at the first mark after punctuation, else at the last that no letter follows; -1 when there is
 * none, the mark then being an apostrophe ("the ’90s", "workers’").
 */
function singleEnd(text: string, i: number): number {
  const opener = text.charAt(i)
  const closers = isSingle(opener) ? SINGLE[opener] : ''
  let last = -1
  for (let at = i + 2; at < text.length; at++) {
    if (!closers.includes(text.charAt(at)) || WORD.test(text.charAt(at + 1))) continue
    if (/[.,!?…;:]/u.test(text.charAt(at - 1))) return at
    last = at
  }
  return last
}

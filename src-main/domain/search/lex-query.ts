/** A piece of a typed query. `text` of words and quotes is as typed, without the marks. */
export type QueryToken =
  | { kind: 'word'; text: string }
  /** `exact`: "=" stood before it. `edits`: a number after "~" behind it, null without one. */
  | { kind: 'quote'; text: string; exact: boolean; within: number | null }
  /** `name:` directly before a word, quote or bracket. */
  | { kind: 'field'; text: string }
  /** What stood between the strokes, and the letters behind them. */
  | { kind: 'pattern'; text: string; flags: string }
  /** `distance`: the number after NEAR/, null without one. */
  | { kind: 'near'; distance: number | null }
  | { kind: 'and' | 'or' | 'not' | 'open' | 'close' }

const SPACE = /[\s\0-\x1f]/u
const QUOTES = '"“”„«»'
const CLOSING: Record<string, string> = { '"': '"', '“': '”', '”': '”', '„': '“”', '«': '»', '»': '«»' }
const FIELD = /^([\p{L}]{2,12}):(?=[^\s:/]|\/[^/])/u
const PATTERN = /\/((?:[^/\\\n]|\\[^\n])+)\/([ic]{0,2})(?=[\s)]|$)/uy
const NEAR = /^NEAR(?:\/(\d{1,3}))?$/

/** Cuts a typed query into pieces; every string gives some list of pieces. Operators are only those in capitals. */
export function lexQuery(typed: string): QueryToken[] {
  const tokens: QueryToken[] = []
  let at = 0
  while (at < typed.length) {
    const char = typed[at] ?? ''
    if (SPACE.test(char)) at++
    else if (char === '(' || char === ')') at = push(tokens, { kind: char === '(' ? 'open' : 'close' }, at + 1)
    else if (QUOTES.includes(char)) at = readQuote(typed, at, false, tokens)
    else if (char === '=' && QUOTES.includes(typed[at + 1] ?? ' ')) at = readQuote(typed, at + 1, true, tokens)
    else if (char === '-' && startsNegation(typed, at)) at = push(tokens, { kind: 'not' }, at + 1)
    else if (char === '/') at = readPattern(typed, at, tokens)
    else at = readWord(typed, at, tokens)
  }
  return tokens
}

function push(tokens: QueryToken[], token: QueryToken, next: number): number {
  tokens.push(token)
  return next
}

/** "-word" at the start or after a space takes away; "Al-Jazeera" and a lone dash do not. */
function startsNegation(typed: string, at: number): boolean {
  const before = typed[at - 1]
  const after = typed[at + 1]
  return (before === undefined || SPACE.test(before) || before === '(') && after !== undefined && !/[\s-]/u.test(after)
}

function readQuote(typed: string, at: number, exact: boolean, tokens: QueryToken[]): number {
  const closers = CLOSING[typed[at] ?? ''] ?? '"'
  let end = at + 1
  while (end < typed.length && !closers.includes(typed[end] ?? '')) end++
  const text = typed.slice(at + 1, end)
  const within = /^~(\d{1,3})?/.exec(typed.slice(end + 1, end + 5))
  const next = end + 1 + (within?.[0].length ?? 0)
  return push(
    tokens,
    { kind: 'quote', text, exact, within: within?.[1] === undefined ? null : Number(within[1]) },
    next,
  )
}

/** "/Naz.rba/" is a pattern when its second stroke ends a word; "/usr/bin" is words. */
function readPattern(typed: string, at: number, tokens: QueryToken[]): number {
  PATTERN.lastIndex = at
  const match = PATTERN.exec(typed)
  if (!match) return readWord(typed, at, tokens)
  return push(tokens, { kind: 'pattern', text: match[1] ?? '', flags: match[2] ?? '' }, at + match[0].length)
}

function readWord(typed: string, at: number, tokens: QueryToken[]): number {
  const field = FIELD.exec(typed.slice(at, at + 16))
  if (field?.[1]) return push(tokens, { kind: 'field', text: field[1].toLowerCase() }, at + field[0].length)
  let end = at
  while (end < typed.length && !SPACE.test(typed[end] ?? '') && !`()${QUOTES}`.includes(typed[end] ?? '')) end++
  if (end === at) end++
  const text = typed.slice(at, end)
  if (text === 'AND' || text === '&&') return push(tokens, { kind: 'and' }, end)
  if (text === 'OR' || text === '||') return push(tokens, { kind: 'or' }, end)
  if (text === 'NOT') return push(tokens, { kind: 'not' }, end)
  const near = NEAR.exec(text)
  if (near) return push(tokens, { kind: 'near', distance: near[1] === undefined ? null : Number(near[1]) }, end)
  return push(tokens, { kind: 'word', text }, end)
}

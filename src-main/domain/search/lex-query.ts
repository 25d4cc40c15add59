/** A piece of a typed query. `text` of words and quotes is as typed, without the marks. */
export type QueryToken =
  | { kind: 'word'; text: string }
  | { kind: 'quote'; text: string }
  /** `name:` directly before a word, quote or bracket. */
  | { kind: 'field'; text: string }
  | { kind: 'and' | 'or' | 'not' | 'open' | 'close' }

const SPACE = /[\s\0-\x1f]/u
const QUOTES = '"“”„«»'
const CLOSING: Record<string, string> = { '"': '"', '“': '”', '”': '”', '„': '“”', '«': '»', '»': '«»' }
const FIELD = /^([\p{L}]{2,12}):(?=[^\s:/])/u

/** Cuts a typed query into pieces; every string gives some list of pieces. Operators are only those in capitals. */
export function lexQuery(typed: string): QueryToken[] {
  const tokens: QueryToken[] = []
  let at = 0
  while (at < typed.length) {
    const char = typed[at] ?? ''
    if (SPACE.test(char)) at++
    else if (char === '(' || char === ')') at = push(tokens, { kind: char === '(' ? 'open' : 'close' }, at + 1)
    else if (QUOTES.includes(char)) at = readQuote(typed, at, tokens)
    else if (char === '-' && startsNegation(typed, at)) at = push(tokens, { kind: 'not' }, at + 1)
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

function readQuote(typed: string, at: number, tokens: QueryToken[]): number {
  const closers = CLOSING[typed[at] ?? ''] ?? '"'
  let end = at + 1
  while (end < typed.length && !closers.includes(typed[end] ?? '')) end++
  return push(tokens, { kind: 'quote', text: typed.slice(at + 1, end) }, end + 1)
}

function readWord(typed: string, at: number, tokens: QueryToken[]): number {
  const field = FIELD.exec(typed.slice(at, at + 16))
  if (field?.[1]) return push(tokens, { kind: 'field', text: field[1].toLowerCase() }, at + field[0].length)
  let end = at
  while (end < typed.length && !SPACE.test(typed[end] ?? '') && !`()${QUOTES}`.includes(typed[end] ?? '')) end++
  const text = typed.slice(at, end)
  if (text === 'AND' || text === '&&') return push(tokens, { kind: 'and' }, end)
  if (text === 'OR' || text === '||') return push(tokens, { kind: 'or' }, end)
  if (text === 'NOT') return push(tokens, { kind: 'not' }, end)
  return push(tokens, { kind: 'word', text }, end)
}

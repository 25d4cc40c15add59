/** A longer cell is cut: a quotation mark that is never closed would swallow the rest of the file. */
const LONGEST_CELL = 5_000_000

/**
 * The rows of a table with separated values (RFC 4180, and what spreadsheets make of it): cells in quotation marks may hold
 * separators, line breaks and doubled quotation marks; a quotation mark within a cell that does not begin with one is a character.
 */
export function* readRows(chunks: Iterable<string>, separator: string): Generator<string[]> {
  const rows = new RowScanner(separator)
  for (const chunk of chunks) yield* rows.push(chunk)
  yield* rows.end()
}

class RowScanner {
  private row: string[] = []
  private cell = ''
  private quoted = false
  /** The last character was a quotation mark within a quoted cell: doubled, or the end. */
  private mayEnd = false
  private wasReturn = false

  constructor(private readonly separator: string) {}

  *push(chunk: string): Generator<string[]> {
    let from = 0
    for (let at = 0; at < chunk.length; at++) {
      const char = chunk[at]
      if (this.quoted) {
        if (this.mayEnd) {
          this.mayEnd = false
          if (char === '"') {
            this.cell += '"'
            from = at + 1
            continue
          }
          this.quoted = false
          from = at
          // Falls through: the character after the closing mark.
        } else if (char === '"') {
          this.add(chunk.slice(from, at))
          this.mayEnd = true
          continue
        } else continue
      }
      if (char === '\n' && this.wasReturn && this.cell === '' && this.row.length === 0) {
        this.wasReturn = false
        from = at + 1
        continue
      }
      this.wasReturn = false
      if (char === '"' && this.cell === '' && from === at) {
        this.quoted = true
        from = at + 1
      } else if (char === this.separator || char === '\n' || char === '\r') {
        this.add(chunk.slice(from, at))
        from = at + 1
        this.row.push(this.cell)
        this.cell = ''
        if (char !== this.separator) {
          this.wasReturn = char === '\r'
          yield this.take()
        }
      }
    }
    if (!this.mayEnd) this.add(chunk.slice(from))
  }

  *end(): Generator<string[]> {
    if (this.cell === '' && this.row.length === 0) return
    this.row.push(this.cell)
    yield this.take()
  }

  private add(words: string): void {
    if (this.cell.length < LONGEST_CELL) this.cell += words
  }

  private take(): string[] {
    const { row } = this
    this.row = []
    return row
  }
}

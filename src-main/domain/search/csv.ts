/** A spreadsheet would run a cell that begins so; text from articles must stay text. */
const FORMULA = /^[=+\-@\t\r]/

/** Rows as CSV (RFC 4180) with a byte order mark, so that every spreadsheet reads it as UTF-8; formulas are made harmless by an apostrophe. */
export function toCsv(rows: readonly (readonly (string | number | null)[])[]): string {
  return `\ufeff${rows.map((row) => `${row.map(cell).join(',')}\r\n`).join('')}`
}

function cell(value: string | number | null): string {
  if (value === null) return ''
  if (typeof value === 'number') return String(value)
  const text = FORMULA.test(value) ? `'${value}` : value
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

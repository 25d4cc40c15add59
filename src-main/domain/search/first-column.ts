const HEADINGS = new Set(['query', 'queries', 'search', 'q'])

/** The first column of CSV text (RFC 4180: quotes doubled inside quotes), without empty cells and a heading that says "query". */
export function readFirstColumn(csv: string): string[] {
  const cells: string[] = []
  const text = csv.replace(/^\ufeff/, '')
  let cell = ''
  let column = 0
  let quoted = false
  const endCell = () => {
    if (column === 0) cells.push(cell.trim())
    cell = ''
  }
  for (let at = 0; at < text.length; at++) {
    const char = text[at] ?? ''
    if (quoted && char === '"' && text[at + 1] === '"') {
      cell += '"'
      at++
    } else if (char === '"' && (quoted || cell.trim() === '')) quoted = !quoted
    else if (quoted) cell += char
    else if (char === ',') {
      endCell()
      column++
    } else if (char === '\n' || char === '\r') {
      endCell()
      column = 0
    } else cell += char
  }
  endCell()
  const filled = cells.filter((value) => value !== '')
  return HEADINGS.has((filled[0] ?? '').toLowerCase()) ? filled.slice(1) : filled
}

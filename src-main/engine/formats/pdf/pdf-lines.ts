/** A line of a page as it is set. Units are points; `y` grows upwards. */
export interface PdfLine {
  text: string
  left: number
  right: number
  y: number
  height: number
}

/** A piece of text as pdf.js gives it: matrix [a, b, c, d, x, y], width and height in points. */
export interface PdfItem {
  str: string
  transform: number[]
  width: number
  height: number
  hasEOL: boolean
}

/** Share of the letter's height that two pieces on one line must be apart to have a space between them. */
const SPACE = 0.18

/** The lines of a page in the order in which the file has them, which is how the page was written. */
export function linesOf(items: readonly PdfItem[]): PdfLine[] {
  const lines: PdfLine[] = []
  let line: PdfLine | null = null
  const end = (): void => {
    if (line) {
      line.text = line.text.replace(/[ \t\u00a0]+/g, ' ').trim()
      if (line.text !== '') lines.push(line)
    }
    line = null
  }
  for (const item of items) {
    const [, , , , x = 0, y = 0] = item.transform
    const current: PdfLine | null = line
    if (current && item.str.trim() !== '' && Math.abs(y - current.y) > 0.6 * Math.max(current.height, item.height))
      end()
    if (item.str !== '') line = joined(line, item, x, y)
    if (item.hasEOL) end()
  }
  end()
  return lines
}

function joined(line: PdfLine | null, item: PdfItem, x: number, y: number): PdfLine {
  if (!line) return { text: item.str, left: x, right: x + item.width, y, height: item.height }
  const apart = x - line.right > SPACE * Math.max(line.height, item.height)
  const space = apart && !/\s$/.test(line.text) && !/^\s/.test(item.str) ? ' ' : ''
  line.text += space + item.str
  line.right = Math.max(line.right, x + item.width)
  line.height = Math.max(line.height, item.height)
  return line
}

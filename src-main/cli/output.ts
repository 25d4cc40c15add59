import { writeSync } from 'node:fs'

/** What a command writes to. Data goes to `print`, everything else to `say`. */
export interface Output {
  /** One line of data, on stdout. */
  print(line: string): void
  /** A message for a person, on stderr. */
  say(line: string): void
  /** A line that is written over by the next one; only on a terminal. */
  progress(line: string): void
  readonly terminal: boolean
}

const FLUSH_AT = 65_536

/**
 * Stdout and stderr of this process. Lines are collected and written with blocking calls, so that nothing is lost when the process
 * ends and a slow reader slows the command down instead of filling memory. A reader that has gone ends the command quietly.
 */
export function processOutput(): Output & { flush(): void } {
  let lines: string[] = []
  let length = 0
  let shown = false
  const clear = () => {
    if (shown) process.stderr.write('\r\u001b[K')
    shown = false
  }
  const flush = () => {
    const text = lines.join('')
    lines = []
    length = 0
    if (text !== '') writeAll(1, text)
  }
  return {
    terminal: process.stderr.isTTY,
    print(line) {
      lines.push(line, '\n')
      length += line.length
      if (length >= FLUSH_AT) flush()
    },
    say(line) {
      flush()
      clear()
      writeAll(2, `${line}\n`)
    },
    progress(line) {
      if (!process.stderr.isTTY) return
      process.stderr.write(`\r\u001b[K${line.slice(0, process.stderr.columns - 1)}`)
      shown = true
    },
    flush() {
      clear()
      flush()
    },
  }
}

function writeAll(handle: 1 | 2, text: string): void {
  const bytes = Buffer.from(text, 'utf8')
  for (let at = 0; at < bytes.length;) {
    try {
      at += writeSync(handle, bytes, at)
    } catch (error) {
      const code = error instanceof Error && 'code' in error ? error.code : ''
      if (code === 'EPIPE') process.exit(0)
      if (code !== 'EAGAIN') throw error
      // The reader is behind: wait a moment without spinning.
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 5)
    }
  }
}

import { spawn } from 'node:child_process'
import { createInterface } from 'node:readline'

/** Lets Node read the project's sources as they are: relative imports have no extension here. */
const RESOLVE = `data:text/javascript,${encodeURIComponent(`
  import { registerHooks } from 'node:module'
  const resolve = (name, context, next) => {
    const ours = context.parentURL?.includes('/src-main/') && name.startsWith('.') && !/\\.[a-z]+$/.test(name)
    return next(ours ? name + '.ts' : name, context)
  }
  registerHooks({ resolve })
`)}`

/**
 * Runs a script of the sources that says every acknowledgement on stdout as a line of JSON, and kills it with SIGKILL `after`
 * milliseconds behind its `count`-th one. Returns everything it acknowledged; rejects when it ended by itself.
 */
export function killAfter<T>(script: string, args: readonly string[], count: number, after = 0): Promise<T[]> {
  const writer = spawn(
    process.execPath,
    ['--no-warnings', '--experimental-transform-types', '--import', RESOLVE, script, ...args],
    { stdio: ['ignore', 'pipe', 'pipe'] },
  )
  const acknowledged: T[] = []
  let complaint = ''
  writer.stderr.on('data', (chunk) => (complaint += String(chunk)))
  createInterface({ input: writer.stdout }).on('line', (line) => {
    if (line.startsWith('{')) acknowledged.push(JSON.parse(line) as T)
    if (acknowledged.length !== count) return
    if (after === 0) writer.kill('SIGKILL')
    else setTimeout(() => writer.kill('SIGKILL'), after)
  })
  return new Promise((resolve, reject) => {
    writer.on('close', (_code, signal) =>
      signal === 'SIGKILL' ? resolve(acknowledged) : reject(new Error(`the writer ended by itself: ${complaint}`)),
    )
  })
}

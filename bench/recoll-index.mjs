/**
 * The same files indexed by Recoll (Debian's recollcmd), a desktop search program, with its settings as they come.
 * node bench/recoll-index.mjs FOLDER SCRATCH
 */
import { spawnSync } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const [folder, scratch] = process.argv.slice(2)
if (folder === undefined || scratch === undefined) {
  console.error('usage: node bench/recoll-index.mjs FOLDER SCRATCH')
  process.exit(2)
}
const settings = join(scratch, 'recoll')
mkdirSync(settings, { recursive: true })
writeFileSync(join(settings, 'recoll.conf'), `topdirs = ${folder}\n`)
const { status, error } = spawnSync('recollindex', ['-c', settings], { stdio: ['ignore', 'ignore', 'pipe'] })
if (error) {
  console.error('recollindex is not installed: on Debian it is in the package recollcmd.')
  process.exit(3)
}
process.exit(status ?? 1)

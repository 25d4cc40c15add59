/**
 * `npm run test:inputs [-- --full]`: every bad input of the table B1–B60: one end state each, the file beside it found, nothing run,
 * nothing read outside of the folder. `--full` mutates each seed 500 times.
 */
import { runScript, say } from '../setup/say.mjs'
import { runRows, tellRows } from './rows.mjs'

const full = process.argv.includes('--full')

await runScript(async () => {
  const tests = await runRows('B', {
    unit: ['src-main'],
    endToEnd: ['safety/'],
    env: full ? { DATELINE_FULL: '1' } : {},
    playwright: full ? ['--global-timeout', '0'] : [],
  })
  const { lines, failed } = tellRows('B', 60, tests, { B34: 'proved by npm run test:silence, in a network of its own' })
  say(`\n${lines.join('\n')}`)
  return failed > 0 ? 1 : 0
})

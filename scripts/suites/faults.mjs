/**
 * `npm run test:faults [-- --full]`: every fault of the table F1–F40, each followed by the same check (the next start works, every
 * acknowledged note has its words, both databases are whole, the canary is found). `--full` kills the whole program 500 times, tears
 * 300 logs and runs the casebook's model 2,000 times.
 */
import { runScript, say } from '../setup/say.mjs'
import { runRows, tellRows } from './rows.mjs'

const full = process.argv.includes('--full')

await runScript(async () => {
  const tests = await runRows('F', {
    unit: ['src-main/engine'],
    endToEnd: ['safety/', 'second-instance'],
    env: full ? { DATELINE_FULL: '1', DATELINE_KILLS: '500' } : {},
    playwright: full ? ['--global-timeout', '0'] : [],
  })
  const { lines, failed } = tellRows('F', 40, tests, { F39: 'proved by npm run test:silence, in a network of its own' })
  say(`\n${lines.join('\n')}`)
  return failed > 0 ? 1 : 0
})

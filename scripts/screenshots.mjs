/**
 * `node scripts/screenshots.mjs FOLDER`: pictures of every screen of the real application on the sample corpus, in three sizes,
 * light and dark, for looking at; and `screenshot.png`, which the README shows as `docs/screenshot.png`.
 */
import { mkdirSync } from 'node:fs'
import { resolve } from 'node:path'
import { runEndToEnd } from './e2e.mjs'
import { runScript, SetupError } from './setup/say.mjs'

await runScript(() => {
  const folder = process.argv[2]
  if (!folder) throw new SetupError('Say where the pictures go: `node scripts/screenshots.mjs FOLDER`.')
  const out = resolve(folder)
  mkdirSync(out, { recursive: true })
  return runEndToEnd(['-c', 'e2e/screenshots.config.ts', ...process.argv.slice(3)], { DATELINE_SCREENSHOTS: out })
})

import base from '../playwright.config'

/** Run by `npm run test:silence` alone, inside a network of its own. The full form watches for half an hour. */
export default {
  ...base,
  testDir: '.',
  testIgnore: [],
  outputDir: '../../test-results/silence',
  timeout: (Number(process.env['DATELINE_SILENCE_MINUTES'] ?? 0) + 2) * 60_000,
  globalTimeout: 45 * 60_000,
}

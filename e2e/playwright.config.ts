import { defineConfig } from '@playwright/test'

/**
 * One worker and no retries: the tests share two cores with the application they drive, and a test that passes only at the
 * second try has found a race.
 */
export default defineConfig({
  testDir: '.',
  // Needs a network of its own: `npm run test:silence`.
  testIgnore: 'silence/**',
  outputDir: '../test-results',
  workers: 1,
  retries: 0,
  fullyParallel: false,
  forbidOnly: Boolean(process.env['CI']),
  // A slow machine is no failure; what hangs is cut off.
  timeout: 120_000,
  globalTimeout: 25 * 60_000,
  expect: { timeout: 20_000 },
  reporter: process.env['PLAYWRIGHT_JSON_OUTPUT_FILE'] ? [['list'], ['json']] : [['list']],
  use: { trace: 'retain-on-failure' },
})

import { defineConfig } from '@playwright/test'
import tests from './playwright.config'

/** The tour that takes the pictures: run by `scripts/screenshots.mjs`, never with the tests. */
export default defineConfig({ ...tests, testMatch: 'screenshots.ts', timeout: 180_000, use: {} })

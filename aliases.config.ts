import { resolve } from 'node:path'

/** The three import aliases, the same for every build and for the tests; `tsconfig.base.json` has them for the compiler. */
export const alias = {
  '@domain': resolve(import.meta.dirname, 'src-main/domain'),
  '@contract': resolve(import.meta.dirname, 'src-main/contract'),
  '@': resolve(import.meta.dirname, 'src-renderer'),
}

/** The oldest runtime the bundles must run on: the registry's Electron 33 (Node 20.18, Chromium 130). */
export const OLDEST_NODE = 'node20.18'
export const OLDEST_CHROMIUM = 'chrome130'

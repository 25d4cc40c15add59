import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'vite'
import { afterAll, beforeAll } from 'vitest'

const root = fileURLToPath(new URL('../..', import.meta.url))

/** The command line as it is shipped, built once for a test file; the script to run with this Node. */
export function builtCli(): { readonly script: string } {
  // Inside the project, where the native module is found.
  const folder = join(root, 'out', `test-cli-${process.pid}`)
  beforeAll(async () => {
    await build({
      root,
      configFile: join(root, 'vite.cli.config.ts'),
      logLevel: 'silent',
      build: { outDir: folder, emptyOutDir: true },
    })
  })
  afterAll(() => rmSync(folder, { recursive: true, force: true }))
  return { script: join(folder, 'index.js') }
}

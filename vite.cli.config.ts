import { chmodSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { defineConfig, type Plugin } from 'vite'
import { alias, OLDEST_NODE } from './aliases.config.ts'
import { bundledCharacterMaps, bundledFonts } from './fonts.config.ts'

/** The entry has to be a program of its own: npx starts it by its first line, and makes it executable only when it first links it. */
function executableEntry(): Plugin {
  return {
    name: 'executable-entry',
    writeBundle({ dir }) {
      if (dir !== undefined) chmodSync(join(dir, 'index.js'), 0o755)
    },
  }
}

/** The command line: the same engine bundled for plain Node, without Electron. */
export default defineConfig({
  plugins: [
    bundledFonts(resolve(import.meta.dirname, 'out/fonts')),
    bundledCharacterMaps(resolve(import.meta.dirname, 'out/cmaps')),
    executableEntry(),
  ],
  resolve: { alias },
  ssr: { noExternal: true, external: ['better-sqlite3'] },
  build: {
    ssr: true,
    target: OLDEST_NODE,
    outDir: 'out/cli',
    emptyOutDir: true,
    rollupOptions: {
      input: {
        index: resolve(import.meta.dirname, 'src-main/cli/index.ts'),
        worker: resolve(import.meta.dirname, 'src-main/engine/worker.ts'),
      },
      output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: 'chunks/[name]-[hash].js' },
    },
  },
})

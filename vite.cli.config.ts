import { resolve } from 'node:path'
import { defineConfig } from 'vite'
import { alias, OLDEST_NODE } from './aliases.config.ts'
import { bundledCharacterMaps, bundledFonts } from './fonts.config.ts'

/** The command line: the same engine bundled for plain Node, without Electron. */
export default defineConfig({
  plugins: [
    bundledFonts(resolve(import.meta.dirname, 'out/fonts')),
    bundledCharacterMaps(resolve(import.meta.dirname, 'out/cmaps')),
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

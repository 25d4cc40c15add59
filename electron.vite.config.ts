import vue from '@vitejs/plugin-vue'
import { defineConfig } from 'electron-vite'
import { resolve } from 'node:path'
import { alias, OLDEST_CHROMIUM, OLDEST_NODE } from './aliases.config.ts'

const root = import.meta.dirname

/**
 * Its build for Node declares a `require` of its own, and so does the shim electron-vite puts before a chunk that speaks of it: twice
 * in one chunk is a syntax error. What the browser build lacks (compression in worker threads) is not used.
 */
const fflate = 'fflate/browser'

export default defineConfig({
  main: {
    resolve: { alias: { ...alias, fflate } },
    build: {
      target: OLDEST_NODE,
      externalizeDeps: true,
      rollupOptions: {
        input: {
          index: resolve(root, 'src-main/app/index.ts'),
          engine: resolve(root, 'src-main/engine/index.ts'),
          worker: resolve(root, 'src-main/engine/worker.ts'),
        },
        output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: 'chunks/[name]-[hash].js' },
      },
    },
  },
  preload: {
    resolve: { alias },
    build: {
      target: OLDEST_NODE,
      externalizeDeps: false,
      rollupOptions: {
        input: { index: resolve(root, 'src-main/preload/index.ts') },
        // A sandboxed preload is CommonJS in one file.
        output: { format: 'cjs', entryFileNames: '[name].cjs', inlineDynamicImports: true },
      },
    },
  },
  renderer: {
    root: resolve(root, 'src-renderer'),
    resolve: { alias },
    plugins: [vue()],
    build: {
      target: OLDEST_CHROMIUM,
      // Everything is read from disk at once: no preload hints, no inlined fonts the policy would refuse.
      modulePreload: false,
      assetsInlineLimit: 0,
      rollupOptions: { input: { index: resolve(root, 'src-renderer/index.html') } },
    },
  },
})

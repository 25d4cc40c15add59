import vue from '@vitejs/plugin-vue'
import { resolve } from 'node:path'
import { defineConfig } from 'vite'
import { alias, OLDEST_CHROMIUM } from '../aliases.config.ts'

/** The development page on invented data, in a plain browser; never part of the application. */
export default defineConfig({
  root: import.meta.dirname,
  resolve: { alias },
  plugins: [vue()],
  server: { fs: { allow: [resolve(import.meta.dirname, '..')] } },
  build: { assetsInlineLimit: 0, modulePreload: false, target: OLDEST_CHROMIUM, outDir: resolve(import.meta.dirname, '../out/fake-page'), emptyOutDir: true, rollupOptions: { input: resolve(import.meta.dirname, 'fake.html') } },
})

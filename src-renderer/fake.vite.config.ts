import vue from '@vitejs/plugin-vue'
import { resolve } from 'node:path'
import { defineConfig } from 'vite'
import { alias } from '../aliases.config.ts'

/** The development page on invented data, in a plain browser; never part of the application. */
export default defineConfig({
  root: import.meta.dirname,
  resolve: { alias },
  plugins: [vue()],
  server: { fs: { allow: [resolve(import.meta.dirname, '..')] } },
  build: { outDir: resolve(import.meta.dirname, '../out/fake-page'), emptyOutDir: true, rollupOptions: { input: resolve(import.meta.dirname, 'fake.html') } },
})

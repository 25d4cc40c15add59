import vue from '@vitejs/plugin-vue'
import { defineConfig } from 'vite'
import { alias, OLDEST_CHROMIUM } from '../aliases.config.ts'

/** The development page on invented data, in a plain browser; never part of the application. */
export default defineConfig({
  root: import.meta.dirname,
  resolve: { alias },
  plugins: [vue()],
  server: { fs: { allow: [`${import.meta.dirname}/..`] } },
  build: {
    target: OLDEST_CHROMIUM,
    assetsInlineLimit: 0,
    modulePreload: false,
    outDir: `${import.meta.dirname}/../out/fake-page`,
    emptyOutDir: true,
    rollupOptions: { input: `${import.meta.dirname}/fake.html` },
  },
})

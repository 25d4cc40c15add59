import vue from '@vitejs/plugin-vue'
import { defineConfig } from 'vitest/config'
import { alias } from './aliases.config.ts'

export default defineConfig({
  plugins: [vue()],
  resolve: { alias },
  test: {
    include: [
      'src-main/**/*.test.ts',
      'src-renderer/**/*.test.ts',
      'seeds/**/*.test.ts',
      'scripts/**/*.test.mjs',
      'bench/**/*.test.mjs',
    ],
    environment: 'node',
    // Integration tests start processes and real databases on two shared cores.
    testTimeout: 30_000,
    // Some build the command line first.
    hookTimeout: 60_000,
  },
})

import { basename } from 'node:path'
import { build } from 'vite'
import { inProject } from '../scripts/setup/places.mjs'

/**
 * Builds code of the project for a bench as it is shipped: one script with everything it imports but Node's own modules and `external`.
 * @param {string} entry file to start from
 * @param {{ into: string, external?: string[], minify?: boolean }} where `into` is the folder, which is emptied
 * @returns {Promise<string>} path of the script
 */
export async function bundleOf(entry, { into, external = [], minify = true }) {
  const file = basename(entry).replace(/\.[^.]+$/u, '.mjs')
  await build({
    configFile: false,
    logLevel: 'error',
    root: inProject(),
    ssr: { noExternal: true },
    build: {
      outDir: into,
      emptyOutDir: true,
      target: 'node20',
      minify,
      ssr: entry,
      rollupOptions: { external, output: { format: 'es', entryFileNames: file } },
    },
  })
  return `${into}/${file}`
}

// Bundles a TypeScript entry of this folder, together with the tagger's own code it shares, and returns its exports.
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { build } from 'vite'

export const trainDirectory = import.meta.dirname
export const projectDirectory = path.resolve(trainDirectory, '../..')

export async function importBundled(entry) {
  const name = path.basename(entry, '.ts')
  const outDir = path.join(trainDirectory, '.cache', 'bundle')
  await build({
    configFile: false,
    logLevel: 'error',
    root: trainDirectory,
    build: {
      ssr: path.join(trainDirectory, entry),
      outDir,
      emptyOutDir: false,
      minify: false,
      rollupOptions: { output: { entryFileNames: `${name}.mjs` } },
    },
  })
  return import(pathToFileURL(path.join(outDir, `${name}.mjs`)).href)
}

/** Which packages of the lockfile end up in the program. */
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'

const SOURCE = /(?<!\.(test|fixture|config))\.(ts|vue|css)$/
/** Named where fonts are bundled, at work only while building. */
const BUILDERS = ['vite']
// `import x from 'a'`, `import('a')`, `require.resolve('a')`, `@import 'a'`
const IMPORTED =
  /(?:\bfrom\s*|\bimport\s*\(?\s*|\bresolve\(\s*|@import\s+)'(@[\w.-]+\/[\w.-]+|[\w][\w.-]*)(?:\/[^']*)?'/g

/**
 * @param {{ packages: Record<string, { dependencies?: Record<string, string>, optionalDependencies?: Record<string, string> }> }} lock
 *   package-lock.json (version 3)
 * @param {string[]} sources folders and files of the program's sources; tests and fixtures in them do not count
 * @returns {Set<string>} names of the packages imported by the sources and of everything those need
 */
export function shippedPackages(lock, sources) {
  const shipped = new Set()
  const visit = (name) => {
    const entry = lock.packages[`node_modules/${name}`]
    if (!entry || shipped.has(name) || BUILDERS.includes(name)) return
    shipped.add(name)
    // Electron is the runtime itself; what its package needs only fetches it.
    if (name === 'electron') return
    for (const needed of Object.keys({ ...entry.dependencies, ...entry.optionalDependencies })) visit(needed)
  }
  for (const file of sources.flatMap(sourceFiles)) {
    for (const [, name] of readFileSync(file, 'utf8').matchAll(IMPORTED)) visit(name)
  }
  return shipped
}

function sourceFiles(place) {
  if (statSync(place).isFile()) return [place]
  return readdirSync(place, { recursive: true, encoding: 'utf8' })
    .filter((name) => SOURCE.test(name))
    .map((name) => join(place, name))
}

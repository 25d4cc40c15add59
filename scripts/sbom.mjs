/**
 * `npm run sbom [-- FILE]`: the bill of materials in CycloneDX (JSON), by default out/dateline.cdx.json. Everything of
 * package-lock.json with its hash and licence; what is in the shipped program is `required`, what only builds or tests it is `excluded`.
 * Chromium, Node and SQLite, which no lockfile names, are asked of the runtime itself.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, resolve } from 'node:path'
import { inProject, isMainModule, projectFolder, toolEnvironment } from './setup/places.mjs'
import { lastLine, runCommand } from './setup/run-command.mjs'
import { runScript, say, SetupError } from './setup/say.mjs'
import { setUp } from './setup.mjs'
import { shippedPackages } from './sbom/shipped-packages.mjs'

/** @returns {Promise<object>} the bill of materials */
export async function makeSbom() {
  const runtime = await setUp({ build: false, screen: false })
  const result = await runCommand(
    'npm',
    ['sbom', '--package-lock-only', '--sbom-format=cyclonedx', '--sbom-type=application'],
    { cwd: projectFolder, env: toolEnvironment() },
  )
  if (result.code !== 0) throw new SetupError(`npm could not list the packages (${lastLine(result)}).`)
  const bill = JSON.parse(result.stdout)
  const lock = JSON.parse(readFileSync(inProject('package-lock.json'), 'utf8'))
  const shipped = shippedPackages(lock, [
    inProject('src-main'),
    inProject('src-renderer'),
    inProject('fonts.config.ts'),
  ])
  for (const component of bill.components)
    component.scope = shipped.has(`${component.group ? `${component.group}/` : ''}${component.name}`)
      ? 'required'
      : 'excluded'
  bill.components.push(...(await runtimeParts(runtime)))
  return bill
}

/** What is inside the runtime and inside better-sqlite3, by their own word. */
async function runtimeParts(runtime) {
  const asked = await runCommand(runtime.executable, ['-p', 'JSON.stringify(process.versions)'], {
    env: { ...process.env, ELECTRON_RUN_AS_NODE: '1' },
  })
  if (asked.code !== 0) throw new SetupError(`Electron does not say what is in it (${lastLine(asked)}).`)
  const { chrome, node, v8, openssl } = JSON.parse(asked.stdout)
  const Database = createRequire(import.meta.url)('better-sqlite3')
  const sqlite = new Database(':memory:').prepare('SELECT sqlite_version()').pluck().get()
  const part = (name, version, license) => ({
    'bom-ref': `${name}@${version}`,
    type: 'library',
    name,
    version,
    scope: 'required',
    licenses: [{ license }],
  })
  return [
    part('chromium', chrome, { id: 'BSD-3-Clause' }),
    part('node', node, { id: 'MIT' }),
    part('v8', v8, { id: 'BSD-3-Clause' }),
    part('boringssl', openssl, { name: 'OpenSSL and ISC' }),
    part('sqlite', sqlite, { id: 'blessing' }),
  ]
}

if (isMainModule(import.meta.url)) {
  await runScript(async () => {
    const file = resolve(process.argv[2] ?? inProject('out', 'dateline.cdx.json'))
    const bill = await makeSbom()
    mkdirSync(dirname(file), { recursive: true })
    writeFileSync(file, `${JSON.stringify(bill, null, 2)}\n`)
    const shipped = bill.components.filter(({ scope }) => scope === 'required').length
    say(`${file}: ${bill.components.length} components, ${shipped} of them in the shipped program`)
  })
}

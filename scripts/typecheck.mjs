/** `npm run typecheck`: vue-tsc once per environment, so that `process` or `document` cannot reach where they do not exist. */
import { readdirSync } from 'node:fs'
import { inProject, projectFolder, projectNode, toolEnvironment } from './setup/places.mjs'
import { runCommand } from './setup/run-command.mjs'
import { runScript, say } from './setup/say.mjs'
import { setUp } from './setup.mjs'

await runScript(async () => {
  await setUp({ build: false })
  // tsconfig.json only refers to the others; tsconfig.base.json holds what they share.
  const environments = readdirSync(projectFolder)
    .filter((name) => /^tsconfig\.(?!base)\w+\.json$/.test(name))
    .sort()
  const failed = []
  for (const environment of environments) {
    const began = Date.now()
    const args = [inProject('node_modules', 'vue-tsc', 'bin', 'vue-tsc.js'), '--noEmit', '-p', environment]
    const { code } = await runCommand(projectNode(), args, {
      cwd: projectFolder,
      env: toolEnvironment(),
      inherit: true,
    })
    say(`${environment}: ${code === 0 ? 'ok' : 'has errors'} (${((Date.now() - began) / 1000).toFixed(1)} s)`)
    if (code !== 0) failed.push(environment)
  }
  if (environments.length === 0) {
    say('There is no tsconfig.*.json to check.')
    return 1
  }
  say(
    failed.length === 0
      ? `Types: ${environments.length} environments checked, no errors`
      : `Types: errors in ${failed.join(', ')}`,
  )
  return failed.length === 0 ? 0 : 1
})

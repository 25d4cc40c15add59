/** `npm run dev`: the application with hot reload of the renderer. */
import { runCommand } from './setup/run-command.mjs'
import { inProject, projectFolder, projectNode, toolEnvironment } from './setup/places.mjs'
import { runScript } from './setup/say.mjs'
import { checkSandbox, sandboxArguments } from './setup/sandbox.mjs'
import { setUp } from './setup.mjs'

await runScript(async () => {
  const runtime = await setUp({ build: false })
  checkSandbox(runtime)
  const args = [
    inProject('node_modules', 'electron-vite', 'bin', 'electron-vite.js'),
    'dev',
    '--',
    ...sandboxArguments(),
    ...process.argv.slice(2),
  ]
  const { code } = await runCommand(projectNode(), args, {
    cwd: projectFolder,
    env: toolEnvironment(runtime.env),
    inherit: true,
  })
  return code
})

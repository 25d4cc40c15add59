/** `npm run build`: the application and the command line tool into out/, whether or not they are fresh. */
import { buildApp } from './setup/app-build.mjs'
import { runScript } from './setup/say.mjs'
import { setUp } from './setup.mjs'

await runScript(async () => {
  const runtime = await setUp({ build: false })
  await buildApp(runtime, { verbose: true })
})

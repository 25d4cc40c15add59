/** `npm run build`: the application and the command line tool into out/, whether or not they are fresh. */
import { runScript } from './setup/say.mjs'
import { setUp } from './setup.mjs'

await runScript(async () => {
  await setUp({ build: 'always' })
})

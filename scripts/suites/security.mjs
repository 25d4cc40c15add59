/** `npm run test:security`: Electron's checklist, the sandbox, malformed calls and hostile texts, on the real application. */
import { runEndToEnd } from '../e2e.mjs'
import { runScript } from '../setup/say.mjs'

await runScript(() => runEndToEnd(['safety/', 'contract.spec', 'offline.spec', ...process.argv.slice(2)]))

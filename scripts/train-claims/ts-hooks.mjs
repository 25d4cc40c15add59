// Lets Node run the project's TypeScript as it stands: imports without an extension are looked up as `.ts`.
// Use: node --experimental-transform-types --import ./scripts/train-claims/ts-hooks.mjs SCRIPT
import { existsSync } from 'node:fs'
import { registerHooks } from 'node:module'
import { fileURLToPath } from 'node:url'

registerHooks({
  resolve(specifier, context, next) {
    if (specifier.startsWith('.') && context.parentURL) {
      const url = new URL(`${specifier}.ts`, context.parentURL)
      if (existsSync(fileURLToPath(url))) return next(url.href, context)
    }
    return next(specifier, context)
  },
})

#!/usr/bin/env node
import { toFault } from '../contract/errors'
import { datelineError } from '../engine/dateline-error'
import { ExitCode } from './exit-code'
import { processOutput, type Output } from './output'
import { USAGE, usageOf, UsageError } from './usage'

type Command = (args: string[], output: Output) => ExitCode | Promise<ExitCode>

/** Each command is loaded when it is called, so that none pays for the others. */
const COMMANDS: Record<string, () => Promise<Command>> = {
  extract: async () => (await import('./commands/extract')).extractCommand,
  index: async () => (await import('./commands/index-folder')).indexCommand,
  search: async () => (await import('./commands/search')).searchCommand,
  entities: async () => (await import('./commands/entities')).entitiesCommand,
  quotes: async () => (await import('./commands/claims')).quotesCommand,
  figures: async () => (await import('./commands/claims')).figuresCommand,
  families: async () => (await import('./commands/families')).familiesCommand,
  conflicts: async () => (await import('./commands/conflicts')).conflictsCommand,
  compare: async () => (await import('./commands/compare')).compareCommand,
  resolve: async () => (await import('./commands/resolve')).resolveCommand,
  dossier: async () => (await import('./commands/dossier')).dossierCommand,
  brief: async () => (await import('./commands/brief')).briefCommand,
  verify: async () => (await import('./commands/verify')).verifyCommand,
  casebook: async () => (await import('./commands/casebook')).casebookCommand,
  corrections: async () => (await import('./commands/corrections')).correctionsCommand,
  doctor: async () => (await import('./commands/doctor')).doctorCommand,
}

async function run(args: string[], output: Output): Promise<ExitCode> {
  const [name, ...rest] = args
  if (name === undefined || name === '--help' || name === '-h' || name === 'help') {
    output.print(USAGE)
    return name === undefined ? ExitCode.usage : ExitCode.done
  }
  const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined
  if (!command) throw new UsageError(`There is no command “${name}”.`)
  return (await command())(rest, output)
}

const output = processOutput()
try {
  process.exitCode = await run(process.argv.slice(2), output)
} catch (error) {
  if (error instanceof UsageError) {
    output.say(`dateline: ${error.message}\n\n${usageOf(process.argv[2] ?? '')}`)
    process.exitCode = ExitCode.usage
  } else {
    const { message, detail } = toFault(datelineError(error))
    output.say(`dateline: ${message}${detail ? ` (${detail})` : ''}`)
    process.exitCode = ExitCode.failed
  }
}
output.flush()

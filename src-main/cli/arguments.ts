import { parseArgs, type ParseArgsOptionsConfig } from 'node:util'
import { UsageError } from './usage'

/** Options every command understands. */
const COMMON = { json: { type: 'boolean' } } as const satisfies ParseArgsOptionsConfig

/** Options of the commands that read a workspace. */
export const WORKSPACE_OPTIONS = {
  folder: { type: 'string' },
  workspace: { type: 'string' },
} as const satisfies ParseArgsOptionsConfig

/** Reads a command's arguments; anything it does not know is wrong usage. */
export function readArguments<const O extends ParseArgsOptionsConfig>(args: string[], options: O) {
  try {
    return parseArgs({ args, options: { ...COMMON, ...options }, allowPositionals: true, strict: true })
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error))
  }
}

/** A whole number of at least 1. */
export function readCount(value: string | undefined, name: string, fallback: number): number {
  if (value === undefined) return fallback
  const count = Number(value)
  if (!Number.isInteger(count) || count < 1)
    throw new UsageError(`--${name} takes a whole number of at least 1, not “${value}”.`)
  return count
}

/** One of a few words. */
export function readChoice<const C extends string>(
  value: string | undefined,
  name: string,
  choices: readonly C[],
  fallback: C,
): C {
  if (value === undefined) return fallback
  const choice = choices.find((known) => known === value)
  if (choice === undefined) throw new UsageError(`--${name} takes ${choices.join(' or ')}, not “${value}”.`)
  return choice
}

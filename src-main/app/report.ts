import { readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'

/** What a diagnostic report is made of: facts of the program and its data, none of the texts. */
export interface ReportFacts {
  version: string
  /** Names and versions of what the program runs on. */
  versions: Readonly<Record<string, string>>
  system: string
  sandboxed: boolean
  safe: boolean
  engine: string
  engineRestarts: number
  refusals: number
  /** Process type and resident kilobytes. */
  memory: readonly { type: string; kilobytes: number }[]
  workspaces: readonly WorkspaceFacts[]
  log: readonly string[]
}

interface WorkspaceFacts {
  /** Bytes by part: index.sqlite, casebook.sqlite, journal … */
  parts: Readonly<Record<string, number>>
}

/** The report as plain text: short enough to be read before it is given to anyone. */
export function diagnosticReport(facts: ReportFacts): string {
  const lines = [
    `Dateline ${facts.version}${facts.safe ? ' (safe mode)' : ''}`,
    `Runs on: ${Object.entries(facts.versions)
      .map(([name, version]) => `${name} ${version}`)
      .join(', ')}`,
    `System: ${facts.system}`,
    `Sandbox: ${facts.sandboxed ? 'on' : 'off'}`,
    `Engine: ${facts.engine}, restarted ${facts.engineRestarts} times`,
    `Attempts to reach the network, all refused: ${facts.refusals}`,
    `Memory: ${facts.memory.map(({ type, kilobytes }) => `${type} ${Math.round(kilobytes / 1024)} MB`).join(', ')}`,
    ...facts.workspaces.map(
      ({ parts }, i) =>
        `Workspace ${i + 1}: ${Object.entries(parts)
          .map(([name, bytes]) => `${name} ${bytes} bytes`)
          .join(', ')}`,
    ),
    '',
    'This report holds no text of articles or notes and no names of files or folders. The last lines of the log:',
    ...facts.log,
  ]
  return `${lines.join('\n')}\n`
}

/** Sizes of what Dateline keeps per workspace. Their folders are named by a hash and left out. */
export function workspaceFacts(dataFolder: string): WorkspaceFacts[] {
  const root = join(dataFolder, 'workspaces')
  return namesIn(root).map((name) => ({
    parts: Object.fromEntries(namesIn(join(root, name)).map((part) => [part, bytesOf(join(root, name, part))])),
  }))
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder).sort()
  } catch {
    return []
  }
}

function bytesOf(path: string): number {
  try {
    const stats = statSync(path)
    return stats.isDirectory() ? namesIn(path).reduce((sum, name) => sum + bytesOf(join(path, name)), 0) : stats.size
  } catch {
    return 0
  }
}

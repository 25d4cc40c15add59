import { app } from 'electron'
import type { Log } from './log-file'
import { describeError } from './redact'

/** Tells the log of every process of the program that dies and of every error nobody caught. */
export function watchProgram(log: Log): void {
  app.on('render-process-gone', (_event, _contents, { reason, exitCode }) =>
    log.add('page', `gone: ${reason}, code ${exitCode}`),
  )
  app.on('child-process-gone', (_event, { type, reason, exitCode }) =>
    log.add(type, `gone: ${reason}, code ${exitCode}`),
  )
  process.on('uncaughtExceptionMonitor', (error) => log.add('main', describeError(error)))
}

/** Child processes for the set-up scripts: output kept for the error message, or passed through. */
import { spawn } from 'node:child_process'

/**
 * Runs a command to its end.
 * @param {string} command
 * @param {string[]} args
 * @param {{ cwd?: string, env?: NodeJS.ProcessEnv, timeout?: number, inherit?: boolean, shell?: boolean }} [options]
 *   `timeout` in milliseconds; `inherit` lets the command write to our own streams (nothing is captured then)
 * @returns {Promise<{ code: number, stdout: string, stderr: string, timedOut: boolean }>} code 127 when it could not be
 *   started, 128 + n when signal n ended it (as a shell says it)
 */
export function runCommand(command, args, options = {}) {
  const { timeout, inherit = false, ...rest } = options
  return new Promise((resolve) => {
    const child = spawn(command, args, { ...rest, stdio: inherit ? 'inherit' : ['ignore', 'pipe', 'pipe'] })
    let stdout = ''
    let stderr = ''
    let timedOut = false
    child.stdout?.setEncoding('utf8').on('data', (chunk) => (stdout += chunk))
    child.stderr?.setEncoding('utf8').on('data', (chunk) => (stderr += chunk))
    const timer = timeout
      ? setTimeout(() => {
          timedOut = true
          child.kill('SIGKILL')
        }, timeout)
      : undefined
    child.on('error', (error) => {
      clearTimeout(timer)
      resolve({ code: 127, stdout, stderr: stderr + error.message, timedOut })
    })
    child.on('close', (code, signal) => {
      clearTimeout(timer)
      resolve({ code: code ?? (signal === 'SIGKILL' ? 137 : 143), stdout, stderr, timedOut })
    })
  })
}

/** @param {{ stdout: string, stderr: string }} result @returns {string} the last line that says something */
export function lastLine(result) {
  const lines = `${result.stdout}\n${result.stderr}`.split('\n').filter((line) => line.trim() !== '')
  return lines.length > 0 ? lines[lines.length - 1].trim() : 'it printed nothing'
}

/**
 * What npm complained of: its first line that says something, without the error codes and the pointer to its log.
 * @param {{ stdout: string, stderr: string }} result
 */
export function npmComplaint(result) {
  const lines = result.stderr
    .split('\n')
    .filter((line) => line.startsWith('npm error '))
    .map((line) => line.slice('npm error '.length).trim())
  const telling = lines.find(
    (line) => line !== '' && !/^(code|errno|syscall|path|type|system)\b|complete log/.test(line),
  )
  return telling ?? lastLine(result)
}

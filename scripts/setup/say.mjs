/** What the set-up scripts print: one line per step, progress in place on a terminal and as sparse lines elsewhere. */

/** A failure a person can act on. Its message is one sentence that names the way out; scripts print it without a stack. */
export class SetupError extends Error {
  /** @param {string} message @param {{ cause?: unknown }} [options] */
  constructor(message, options) {
    super(message, options)
    this.name = 'SetupError'
  }
}

/** @param {string} text One step that was done or begins. Goes to stderr, so that stdout stays free for results. */
export function say(text) {
  process.stderr.write(`${text}\n`)
}

/**
 * Progress of one long step. On a terminal the line is rewritten; elsewhere a line is printed at most every ten seconds,
 * so that a log stays readable.
 * @param {string} label
 * @returns {{ update(detail: string): void, done(detail?: string): void }}
 */
export function progress(label) {
  const began = Date.now()
  const terminal = Boolean(process.stderr.isTTY)
  let printed = terminal ? 0 : began
  let shown = ''
  if (!terminal) say(`${label} …`)
  const seconds = () => `${Math.round((Date.now() - began) / 1000)} s`
  return {
    update(detail) {
      if (detail === shown || Date.now() - printed < (terminal ? 100 : 10_000)) return
      shown = detail
      printed = Date.now()
      if (terminal) process.stderr.write(`\r\u001b[K${label} … ${detail}`)
      else say(`  ${label}: ${detail} (${seconds()})`)
    },
    done(detail = '') {
      process.stderr.write(
        `${terminal ? '\r\u001b[K' : ''}${label}: done in ${seconds()}${detail ? `, ${detail}` : ''}\n`,
      )
    },
  }
}

/** @param {number} bytes @returns {string} for example "196 MB" */
export function megabytes(bytes) {
  return `${Math.round(bytes / 1e6)} MB`
}

/**
 * Runs a script's main function: a SetupError ends it with its sentence and exit code 3, anything else is a bug and keeps
 * its stack.
 * @param {() => Promise<number | void>} main returns the exit code (nothing means 0)
 */
export async function runScript(main) {
  try {
    process.exitCode = (await main()) ?? 0
  } catch (error) {
    const sentence = error instanceof SetupError ? error.message : fileTrouble(error)
    if (sentence !== null) say(`\n${sentence}`)
    else console.error(error)
    process.exitCode = 3
  }
}

const FILE_TROUBLES = {
  EACCES: 'this account may not write there: give it the right to, or use another account',
  EPERM: 'this account may not do that there: give it the right to, or use another account',
  EROFS: 'it can only be read: work in a folder that can be written',
  ENOSPC: 'the disk is full: free about 2 GB',
}

/** @param {any} error @returns {string | null} the sentence for what is the machine's trouble and not a bug */
function fileTrouble(error) {
  const trouble = FILE_TROUBLES[error?.code]
  return trouble === undefined
    ? null
    : `${error.path ?? 'A file'} cannot be used (${error.code}): ${trouble}, and run the command again.`
}

/** What the command line asked for. */
export interface Arguments {
  /** A folder to open, as given (not resolved). */
  folder: string | null
  /** A print job's description: print it without a window and stop. */
  printJob: string | null
  /** Read nothing, start no workers: for a start that fails otherwise. */
  safe: boolean
  /** Leave no trace outside of the folder's own workspace: not in the list of recent folders, the profile or the log. */
  private: boolean
}

/**
 * Reads Electron's argv. `appGiven` says that the first positional argument is the application's own folder, as in
 * `electron . FOLDER`; Chromium's and Node's switches are passed over.
 */
export function readArguments(argv: readonly string[], appGiven: boolean): Arguments {
  const positional: string[] = []
  let printJob: string | null = null
  let safe = false
  let isPrivate = false
  for (let i = 1; i < argv.length; i++) {
    const argument = argv[i]!
    if (argument === '--print-job') printJob = argv[++i] ?? null
    else if (argument === '--safe') safe = true
    else if (argument === '--private') isPrivate = true
    else if (!argument.startsWith('-')) positional.push(argument)
  }
  if (appGiven) positional.shift()
  return { folder: positional[0] ?? null, printJob, safe, private: isPrivate }
}

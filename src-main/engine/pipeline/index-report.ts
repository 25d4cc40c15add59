/** `IndexReport` of the machine interface. Every file seen counts once: indexed to failed add up to `files`. */
export interface IndexReport {
  folder: string
  workspace: string
  files: number
  /** Read in this run. */
  indexed: number
  partial: number
  unchanged: number
  moved: number
  removed: number
  skipped: number
  failed: number
  problems: { path: string; state: string; reason: string }[]
  seconds: { scan: number; text: number; analysis: number; total: number }
}

export function emptyReport(folder: string): IndexReport {
  const seconds = { scan: 0, text: 0, analysis: 0, total: 0 }
  return {
    folder,
    workspace: '',
    files: 0,
    indexed: 0,
    partial: 0,
    unchanged: 0,
    moved: 0,
    removed: 0,
    skipped: 0,
    failed: 0,
    problems: [],
    seconds,
  }
}

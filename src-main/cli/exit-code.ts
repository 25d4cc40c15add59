/** How a command ended: done; done with findings (failed files, a check that did not hold); called wrongly; could not run. */
export const ExitCode = { done: 0, findings: 1, usage: 2, failed: 3 } as const
export type ExitCode = (typeof ExitCode)[keyof typeof ExitCode]

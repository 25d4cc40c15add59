/** Every way a request can fail, as a closed set; a screen decides by code, a person reads the message. */
export const ERROR_CODES = [
  'bad_request', // input does not fit the channel's schema, or comes from a sender that may not ask
  'not_found', // the article, note or briefing asked for does not exist (any more)
  'no_workspace', // no folder is open
  'folder_missing', // the folder is not there or is no folder
  'folder_unreadable', // the folder may not be read
  'in_use', // another Dateline has this workspace open
  'newer_version', // the casebook was written by a newer Dateline
  'damaged', // a database failed its check
  'disk_full',
  'read_only',
  'stale', // the note was changed elsewhere since it was read; a conflict copy was kept
  'too_large',
  'unsupported', // this version cannot do that (yet)
  'refused', // the gate found something that must be mended or waived
  'not_a_briefing', // the file carries no source table of Dateline
  'print_failed',
  'timeout',
  'cancelled',
  'engine_down', // the engine stopped while the request was under way
  'internal',
] as const
export type ErrorCode = (typeof ERROR_CODES)[number]

/** An error as it crosses a process boundary. */
export interface Fault {
  code: ErrorCode
  /** One sentence for a person: what happened, whether the work is safe, what to do. */
  message: string
  /** Facts for the log and the diagnostic report; never article or note text. */
  detail?: string
}

/** An error with a code; the only kind a handler throws on purpose. */
export class DatelineError extends Error {
  readonly code: ErrorCode
  readonly detail: string | undefined

  constructor(code: ErrorCode, message: string, detail?: string) {
    super(message)
    this.name = 'DatelineError'
    this.code = code
    this.detail = detail
  }
}

const isCode = (value: unknown): value is ErrorCode => ERROR_CODES.some((code) => code === value)

/** Any thrown value as data. Unknown errors become `internal`, with their own message only as detail. */
export function toFault(error: unknown): Fault {
  if (error instanceof DatelineError) {
    return { code: error.code, message: error.message, ...(error.detail ? { detail: error.detail } : {}) }
  }
  const detail = error instanceof Error ? `${error.name}: ${error.message}` : String(error)
  return {
    code: 'internal',
    message: 'Dateline could not do that because of a fault of its own. Your notes are safe.',
    detail,
  }
}

/** A fault that came over a port, as the error the caller's promise is rejected with. */
export function fromFault(fault: Fault): DatelineError {
  return new DatelineError(isCode(fault.code) ? fault.code : 'internal', fault.message, fault.detail)
}

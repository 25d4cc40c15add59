/** Names of the errors that pdf.js makes of damage in a file. */
const DAMAGE =
  /^(?:PasswordException|UnknownErrorException|InvalidPDFException|ResponseException|FormatError|AbortException|MissingDataException|ParserEOFException|XRefEntryException|XRefParseException|(?:Jpeg|DNLMarker|EOIMarker|Jpx|Jbig2)Error)$/

/** Whether a rejection is one that pdf.js leaves behind: it says the same to whoever waits, and some promises of its own nobody waits for. */
export function isLeftByPdf(reason: unknown): boolean {
  return reason instanceof Error && DAMAGE.test(reason.name)
}

let watching = false

/** Keeps a rejection that pdf.js leaves behind from ending the process (or worker thread). Every other one still does. */
export function ignoreLeftRejections(): void {
  if (watching) return
  watching = true
  process.on('unhandledRejection', (reason) => {
    if (!isLeftByPdf(reason)) throw reason
  })
}

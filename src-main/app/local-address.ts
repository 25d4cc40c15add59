/** Schemes that never leave the process; everything else is refused and counted. */
const LOCAL = new Set(['app:', 'data:', 'blob:', 'devtools:', 'about:'])

/** Whether a request or navigation to this address stays inside the program. An address that cannot be read does not. */
export function isLocal(url: string): boolean {
  return URL.canParse(url) && LOCAL.has(new URL(url).protocol)
}

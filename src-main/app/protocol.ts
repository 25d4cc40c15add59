import { type Protocol, protocol } from 'electron'
import { headersFor, PAGE_POLICY, PRINT_POLICY } from './content-policy'
import type { PageFile } from './page-files'

export const PAGE_ORIGIN = 'app://bundle'

/** Must run before the application is ready. */
export function registerSchemes(): void {
  protocol.registerSchemesAsPrivileged([
    // corsEnabled goes with supportFetchAPI: without it another origin could read answers (CVE-2026-70604).
    { scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true, corsEnabled: true } },
  ])
}

const answer = (policy: string, type: string, body: string | Buffer, status = 200) =>
  new Response(typeof body === 'string' ? body : new Uint8Array(body), { status, headers: headersFor(policy, type) })

/** Serves the page's files under `app://bundle/`; everything else is 404 with the same headers. */
export function servePage(target: Protocol, files: ReadonlyMap<string, PageFile>): void {
  target.handle('app', (request) => {
    const url = new URL(request.url)
    const file = url.host === 'bundle' && request.method === 'GET' ? files.get(url.pathname) : undefined
    return file ? answer(PAGE_POLICY, file.type, file.bytes()) : answer(PAGE_POLICY, 'text/plain', 'Not found', 404)
  })
}

/** Serves one document under `app://print/` to the session of a print window. */
export function serveDocument(target: Protocol, html: string): void {
  target.handle('app', (request) =>
    new URL(request.url).host === 'print'
      ? answer(PRINT_POLICY, 'text/html; charset=utf-8', html)
      : answer(PRINT_POLICY, 'text/plain', 'Not found', 404),
  )
}

/**
 * The page's content security policy: nothing but the application's own files, no inline script, no eval, no plug-ins.
 * Sent as a header, because a meta element starts late and cannot carry `frame-ancestors`.
 */
export const PAGE_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data: blob:",
  "font-src 'self'",
  "connect-src 'self'",
  'frame-src app-article:',
  "worker-src 'self'",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  "webrtc 'block'",
  "require-trusted-types-for 'script'",
  'trusted-types vue ProseMirrorClipboard dompurify',
].join('; ')

/** A printed document brings its styles and fonts inside; it may load and run nothing. */
export const PRINT_POLICY = "default-src 'none'; style-src 'unsafe-inline'; font-src data:; img-src data:"

/** The headers of every answer, the 404 included. */
export function headersFor(policy: string, type: string): Record<string, string> {
  return {
    'Content-Type': type,
    'Content-Security-Policy': policy,
    'X-Content-Type-Options': 'nosniff',
    'Referrer-Policy': 'no-referrer',
    'Cross-Origin-Opener-Policy': 'same-origin',
    'Cross-Origin-Resource-Policy': 'same-origin',
  }
}

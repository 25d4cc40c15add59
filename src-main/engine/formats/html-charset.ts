/** The encoding a page declares in its first 2,048 bytes (`<meta charset>`, `http-equiv`, `<?xml encoding>`), null where none. */
export function declaredCharset(bytes: Buffer): string | null {
  const head = bytes.toString('latin1', 0, 2048)
  const found =
    /<meta[^>]+charset\s*=\s*["']?\s*([\w.:-]{2,40})/i.exec(head) ??
    /<\?xml[^>]+encoding\s*=\s*["']([\w.:-]{2,40})["']/i.exec(head)
  return found?.[1] ?? null
}

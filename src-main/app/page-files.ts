import { readdirSync, readFileSync } from 'node:fs'
import { extname, join, relative, sep } from 'node:path'

const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.woff2': 'font/woff2',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.json': 'application/json',
}

/** A file of the page: read once, when it is first asked for. */
export interface PageFile {
  type: string
  bytes(): Buffer
}

/**
 * Every file below `root` by URL path ("/index.html"). Requests are answered from this map alone, so no path of a request
 * is ever joined to a folder and none can lead out of it. Files of unknown type are left out.
 */
export function readPageFiles(root: string): ReadonlyMap<string, PageFile> {
  const files = new Map<string, PageFile>()
  for (const entry of readdirSync(root, { recursive: true, withFileTypes: true })) {
    const type = TYPES[extname(entry.name)]
    if (!entry.isFile() || !type) continue
    const path = join(entry.parentPath, entry.name)
    let bytes: Buffer | undefined
    files.set(`/${relative(root, path).split(sep).join('/')}`, { type, bytes: () => (bytes ??= readFileSync(path)) })
  }
  return files
}

import { isUtf8 } from 'node:buffer'

/** A file's name for people and for the database: bytes that are no UTF-8 become `\xNN`, so that two names never look the same. */
export function displayName(name: Buffer): string {
  if (isUtf8(name)) return name.toString('utf8')
  let shown = ''
  for (let at = 0; at < name.length;) {
    const length = characterLength(name, at)
    shown += length > 0 ? name.toString('utf8', at, at + length) : `\\x${(name[at] ?? 0).toString(16).padStart(2, '0')}`
    at += Math.max(1, length)
  }
  return shown
}

/** How many bytes the UTF-8 character at `at` has; 0 where none begins. */
function characterLength(bytes: Buffer, at: number): number {
  const first = bytes[at] ?? 0
  const length = first < 0x80 ? 1 : first < 0xc2 ? 0 : first < 0xe0 ? 2 : first < 0xf0 ? 3 : first < 0xf5 ? 4 : 0
  return length > 0 && at + length <= bytes.length && isUtf8(bytes.subarray(at, at + length)) ? length : 0
}

/** The path to open: as text where the name is UTF-8, else as the bytes the disk has. */
export function pathToOpen(folder: string, file: { path: string; pathBytes: Uint8Array | null }): string | Buffer {
  return file.pathBytes ? Buffer.concat([Buffer.from(`${folder}/`), file.pathBytes]) : `${folder}/${file.path}`
}

/** The first 2,400 bytes of a file as characters, whatever its encoding: what markup begins with is ASCII in all of them. */
export function headText(bytes: Buffer): string {
  return bytes
    .toString('latin1', 0, 2400)
    .replaceAll('\0', '')
    .replace(/^(?:\xef\xbb\xbf|\xff\xfe|\xfe\xff)/, '')
}

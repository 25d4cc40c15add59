import { sha256 } from '../content-hash'

/** The id of something made from other content: the same content gets the same id, so that taking it in again finds it. A UUID by its form. */
export function derivedId(...parts: string[]): string {
  const digits = sha256(JSON.stringify(parts))
  const variant = ((parseInt(digits.charAt(16), 16) & 0x3) | 0x8).toString(16)
  return [
    digits.slice(0, 8),
    digits.slice(8, 12),
    `8${digits.slice(13, 16)}`,
    `${variant}${digits.slice(17, 20)}`,
    digits.slice(20, 32),
  ].join('-')
}

/** The WHATWG name of an encoding label, null where there is none. */
export function whatwgName(label: string): string | null {
  try {
    return new TextDecoder(label).encoding
  } catch {
    return null
  }
}

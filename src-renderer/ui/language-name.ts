const NAMES = new Intl.DisplayNames(['en'], { type: 'language', fallback: 'code' })

/** "ru" → "Russian"; a code nobody knows stays as it is. */
export function languageName(code: string): string {
  try {
    return NAMES.of(code) ?? code
  } catch {
    return code
  }
}

const MOST = 50
const LONGEST = 80

/** Tags as they are kept: without "#", one space between words, each once whatever its case, in the order given. */
export function cleanTags(tags: readonly string[]): string[] {
  const kept = new Map<string, string>()
  for (const tag of tags) {
    const clean = [
      ...tag
        .replace(/^\s*#+/u, '')
        .replace(/[\s,]+/gu, ' ')
        .trim(),
    ]
      .slice(0, LONGEST)
      .join('')
      .trim()
    const key = clean.toLowerCase()
    if (clean !== '' && !kept.has(key)) kept.set(key, clean)
  }
  return [...kept.values()].slice(0, MOST)
}

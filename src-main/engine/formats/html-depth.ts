/** Blink's own limit: what is nested deeper is lifted to this level. */
const DEEPEST = 512
const TAG = /<(\/?)([a-zA-Z][a-zA-Z0-9:-]*)(?:"[^"]*"|'[^']*'|[^'">])*?(\/?)>/g
const VOID = new Set('area base br col embed hr img input link meta param source track wbr'.split(' '))

/**
 * Drops the tags that open a level deeper than 512, and their ends; words stay. Keeps parsers that recurse from running out of
 * stack on pages made to do that. Counts tags alone: an end without a start is ignored.
 */
export function limitDepth(html: string): { html: string; cut: boolean } {
  let depth = 0
  if ((html.match(/</g)?.length ?? 0) <= DEEPEST) return { html, cut: false }
  const limited = html.replace(TAG, (tag, closing: string, name: string, empty: string) => {
    if (VOID.has(name.toLowerCase()) || empty === '/') return depth > DEEPEST ? '' : tag
    if (closing === '') {
      depth++
      return depth <= DEEPEST ? tag : ''
    }
    const dropped = depth > DEEPEST
    depth = Math.max(0, depth - 1)
    return dropped ? '' : tag
  })
  return { html: limited, cut: limited.length < html.length }
}

/** Hints by which a page may have a name looked up or a connection opened ahead of any request; no policy covers them. */
const HINTS = ['dns-prefetch', 'preconnect']

/**
 * Calls `found` with the address of every such link that comes into the document. The look-ups themselves lead nowhere
 * (no name resolves in this program); this is how they come to be counted.
 */
export function watchLinkHints(found: (address: string) => void): void {
  const look = (node: Node) => {
    if (!(node instanceof Element)) return
    const links = node instanceof HTMLLinkElement ? [node] : node.querySelectorAll('link')
    for (const link of links) if (HINTS.some((hint) => link.relList.contains(hint))) found(link.href)
  }
  new MutationObserver((changes) => {
    for (const { addedNodes } of changes) addedNodes.forEach(look)
  }).observe(document, { childList: true, subtree: true })
}

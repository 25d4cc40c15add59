import { quotedStretches } from './quoted-stretches'

/**
 * The sentence with its quoted stretches blanked out by as many spaces, so that offsets stay: what others are quoted with is not the
 * analyst's own choice of words.
 */
export function outsideQuotes(text: string): string {
  let own = text
  for (const { start, end } of quotedStretches(text)) {
    own = own.slice(0, start) + ' '.repeat(end - start) + own.slice(end)
  }
  return own
}

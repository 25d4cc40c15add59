const PIECES = [
  ...['gas', 'oil', 'Nazarbayev', 'Путин', 'بوتين', '习近平', 'prices', 'the', 'of', 'border regions', "O'Neill", 'ß', 'İ', '😀'],
  ...['AND', 'OR', 'NOT', 'NEAR', 'NEAR/2', 'NEAR(', '&&', '||', '-', '(', ')', '((', '"', '“', '«', '*', '~', '~1', '=', ',', ';', '--'],
  ...['/gas/', '/(a|b)+c/', '/[/', '/\\d{2,}/', '/', 'title:', 'place:', 'agency:', 'person:', 'org:', 'name:', 'quote:', 'says:'],
  ...['figure:', 'figure:>10', 'figure:5..10%', 'lang:', 'path:', 'note:', 'code:', 'has:note', 'like:', 'like:gas.txt', 'date:', 'nofield:'],
  ...['2017-11', '2017..', '..2018-02', '9999-99', 'last 30 days', 'last', '\0', '\ud800', '%', '_', "'", '\\', 'rowid', 'article_fts'],
] // prettier-ignore

/** Queries put together from everything the language knows and much that it does not; the same for the same seed. */
export function* randomQueries(count: number, seed: number): Generator<string> {
  // Numerical Recipes' linear congruential generator: any steady sequence does.
  let state = seed >>> 0
  const below = (limit: number) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return Math.floor((state / 4_294_967_296) * limit)
  }
  for (let i = 0; i < count; i++) {
    let query = ''
    for (let pieces = 1 + below(8); pieces > 0; pieces--)
      query += (PIECES[below(PIECES.length)] ?? '') + (below(3) > 0 ? ' ' : '')
    yield query
  }
}

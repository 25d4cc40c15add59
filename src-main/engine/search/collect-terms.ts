import { forEachWord } from '../../domain/search/words'
import type { IndexWriter } from '../../sql/handle'
import { addTerms, indexedTermsAfter, noteTermsUpTo, termsUpTo, textsAfter } from '../../sql/index/term'

/** Up to so many new articles their words are read from their texts; for more, the full-text index is gone through. */
const FEW_ARTICLES = 2000
const TEXTS_AT_ONCE = 20
/** A step of a few milliseconds, in which no query is answered. */
const TERMS_AT_ONCE = 100

/**
 * Brings the list of words up to date with the index, in short steps between which queries are answered. Stopped anywhere, it begins
 * anew the next time. `reader` is the version of the readers: other readers may have made other words of the same files.
 */
export async function collectTerms(index: IndexWriter, reader: string, stopped: () => boolean): Promise<void> {
  const { listed, newest } = termsUpTo(index, reader)
  if (newest <= listed) return
  const steps = newest - listed > FEW_ARTICLES ? fromIndex(index) : fromTexts(index, listed)
  for (let step = steps.next(); !step.done; step = steps.next()) {
    if (stopped()) return
    await new Promise((resolve) => setImmediate(resolve))
  }
  noteTermsUpTo(index, reader, newest)
}

function* fromIndex(index: IndexWriter): Generator<void> {
  let last = ''
  for (;;) {
    const terms = indexedTermsAfter(index, last, TERMS_AT_ONCE)
    last = terms.at(-1) ?? last
    addTerms(index, terms)
    yield
    if (terms.length < TERMS_AT_ONCE) return
  }
}

function* fromTexts(index: IndexWriter, from: number): Generator<void> {
  let last = from
  for (;;) {
    const texts = textsAfter(index, last, TEXTS_AT_ONCE)
    last = texts.at(-1)?.id ?? last
    const terms = new Set<string>()
    for (const { text } of texts) forEachWord(text, (term) => terms.add(term))
    addTerms(index, terms)
    yield
    if (texts.length < TEXTS_AT_ONCE) return
  }
}

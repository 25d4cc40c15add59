/**
 * L3, L4 and the commits of L5, in a process of its own on a workspace that is indexed: searches, ten thousand notes, their opening.
 * Arguments: the workspace's folder, the number of notes. Prints one JSON object.
 */
import { join } from 'node:path'
import { performance } from 'node:perf_hooks'
import { openCasebookStore } from '../../src-main/engine/casebook/open-casebook-store.ts'
import { saveNote } from '../../src-main/engine/casebook/save-note.ts'
import { runSearch } from '../../src-main/engine/search/run-search.ts'
import { noteHeads } from '../../src-main/sql/casebook/notes.ts'
import { closeHandle } from '../../src-main/sql/connection.ts'
import { openIndex } from '../../src-main/sql/open-index.ts'
import { newsWriter } from '../news-corpus.mjs'
import { quantile } from '../measure.mjs'

const [directory = '', count = '10000'] = process.argv.slice(2)
const timed = (work) => {
  const began = performance.now()
  work()
  return performance.now() - began
}

// Words as frequent as in the corpus: the same seed makes the same vocabulary.
const words = newsWriter(1)(60_000).match(/\p{L}{3,}/gu) ?? []
const index = openIndex(join(directory, 'index.sqlite'))
const searches = []
for (let i = 0; i < 200; i++) {
  const [a, b] = [words[(i * 7919) % words.length], words[(i * 104_729) % words.length]]
  const typed = i % 4 === 0 ? a : i % 4 === 1 ? `${a} ${b}` : i % 4 === 2 ? `"${a}"` : `${a} OR ${b}`
  searches.push(timed(() => runSearch(index, typed, { sort: 'relevance', limit: 50, offset: 0 })))
}
closeHandle(index)

const bodyOf = (text) => ({ type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text }] }] })
const note = (title, text) => ({
  id: null,
  expectedRevision: 0,
  title,
  body: bodyOf(text),
  citations: [],
  pinned: false,
})
const store = openCasebookStore({ directory })
const commits = []
const text = 'Five kilobytes of words about the harbour. '.repeat(119)
for (let i = 0; i < Number(count); i++) commits.push(timed(() => saveNote(store, note(`Note ${i}`, text))))
const large = timed(() => saveNote(store, note('Two megabytes', 'Large words. '.repeat(160_000))))
store.close()

let again
const opening = timed(() => {
  again = openCasebookStore({ directory })
  noteHeads(again.casebook, 'kept')
})
again.close()
console.log(
  JSON.stringify({
    searchP95: quantile(searches, 0.95),
    searchWorst: Math.max(...searches),
    commitP99: quantile(commits, 0.99),
    largeNote: large,
    openNotes: opening,
  }),
)

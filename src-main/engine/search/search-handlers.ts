import { DatelineError } from '../../contract/errors'
import type { SEARCH_CHANNELS } from '../../contract/search-channels'
import {
  forgetHistory,
  rememberSearch,
  savedSearch,
  savedSearches,
  searchHistory,
  setSearchRemoved,
  writeLook,
  writeSavedSearch,
  type SavedSearch,
} from '../../sql/casebook/saved-searches'
import { exportTarget, writeExport } from '../briefing/export-target'
import { readNoteWords } from '../casebook/search-notes'
import type { Handlers } from '../handlers'
import { withCasebook } from '../library/with-casebook'
import type { Session } from '../session'
import { batchSearch } from './batch-search'
import { casebookLookup } from './casebook-lookup'
import { concordanceOf } from './concordance'
import { exportText } from './export-search'
import type { CasebookLookup } from './resolve-search'
import { runSearch } from './run-search'
import { foundBy, newSince, onlyNew } from './saved-searches'
import { facetsOf } from './search-facets'

/** Answers for the search, its views and the searches that are kept. */
export function searchHandlers(session: () => Session): Pick<Handlers, keyof typeof SEARCH_CHANNELS> {
  const lookup: CasebookLookup = (field, value) => {
    const { casebook } = session().store()
    if (field === 'note') readNoteWords(casebook)
    return casebookLookup(casebook)(field, value)
  }
  const places = () => ({ index: session().index, casebook: session().store().casebook, lookup })
  const known = (id: string): SavedSearch => {
    const search = savedSearch(session().store().casebook, id)
    if (!search) throw new DatelineError('not_found', 'This saved search does not exist (any more).')
    return search
  }
  const view = (search: SavedSearch) => {
    const { total, fresh } = newSince(places(), search)
    return { ...search, total, fresh: fresh.length }
  }
  const moved = (id: string, removedAt: string | null): null => {
    if (setSearchRemoved(session().store().casebook, id, removedAt)) return null
    throw new DatelineError('not_found', 'This saved search does not exist (any more).')
  }
  return {
    'search.run': ({ query, spellings, newOf, ...page }) => {
      const started = performance.now()
      const { index } = session()
      const only = newOf === null ? null : onlyNew(places(), known(newOf))
      const { total, hits, message } = runSearch(index, query, { ...page, spellings, only, casebook: lookup })
      const rows = withCasebook(
        session(),
        hits.map((hit) => hit.facts),
      )
      const found = hits.flatMap(({ score, snippet, marks, spans }, i) => {
        const row = rows[i]
        return row ? [{ ...row, score, snippet, marks, spans }] : []
      })
      return { total, milliseconds: performance.now() - started, hits: found, message }
    },
    'search.facets': ({ query, spellings }) => facetsOf(session().index, query, { spellings, casebook: lookup }),
    'search.concordance': ({ query, ...how }) => concordanceOf(session().index, query, { ...how, casebook: lookup }),
    'search.batch': ({ queries, spellings }) => batchSearch(session().index, queries, { spellings, casebook: lookup }),
    'search.export': ({ what, out, ...how }) => {
      const { index, place } = session()
      const target = exportTarget(out, place.folder)
      const { text, rows } = exportText(index, what, { ...how, casebook: lookup })
      writeExport(target, Buffer.from(text, 'utf8'))
      return { out: target, rows }
    },
    'search.saved': () => savedSearches(session().store().casebook).map(view),
    'search.save': ({ id, name, query, spellings }) => {
      const { casebook, newId, now } = session().store()
      const isNew = id === null
      const search = { id: id ?? newId(), name, query, spellings }
      writeSavedSearch(casebook, search, now())
      // What is found while it is saved is what the analyst sees.
      if (isNew) writeLook(casebook, search.id, foundBy(places(), known(search.id)), now())
      return view(known(search.id))
    },
    'search.remove': ({ id }) => moved(id, session().store().now()),
    'search.restore': ({ id }) => moved(id, null),
    'search.looked': ({ id }) => {
      const { casebook, now } = session().store()
      writeLook(casebook, id, foundBy(places(), known(id)), now())
      return null
    },
    'search.history': () => searchHistory(session().store().casebook),
    'search.remember': ({ query }) => {
      const { casebook, now } = session().store()
      rememberSearch(casebook, query, now())
      return null
    },
    'search.forget': () => {
      forgetHistory(session().store().casebook)
      return null
    },
  }
}

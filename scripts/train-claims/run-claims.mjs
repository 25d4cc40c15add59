// The claim finders on one annotated text, with the annotation's own entities (or none) in place of the name tagger's.
import { readDocument } from '../../src-main/domain/extract/document.ts'
import { findAttributions } from '../../src-main/domain/extract/attributions/find-attributions.ts'
import { findDates } from '../../src-main/domain/extract/dates/find-dates.ts'
import { findFigures } from '../../src-main/domain/extract/figures/find-figures.ts'

/** A header that says nothing. */
export const noHeader = {
  title: null,
  date: null,
  dateOrigin: 'none',
  dateline: null,
  datelineOrigin: 'none',
  placeSpan: null,
  agencySpan: null,
  author: null,
  bodyStart: 0,
}

/** `Entity[]` from an annotation's entities. */
export function entitiesOf(doc) {
  return (doc.entities ?? []).map((e, i) => {
    const mentions = e.mentions.map((m) => ({ ...m, text: doc.text.slice(m.start, m.end) }))
    const names = [...new Set(mentions.filter((m) => m.form === 'name').map((m) => m.text))]
    return {
      id: `e${i + 1}`,
      type: e.type,
      name: e.name,
      aliases: names.filter((n) => n !== e.name),
      roles: [],
      mentions,
    }
  })
}

export function claimsOf(doc) {
  const document = readDocument(doc.text, 'en')
  const entities = entitiesOf(doc)
  const dates = findDates(document, doc.date ?? '2020-06-15')
  const figures = findFigures(document, entities, dates)
  const { attributions } = findAttributions(document, entities, noHeader)
  return { path: `${doc.id}.txt`, text: doc.text, entities, attributions, figures, dates }
}

/** Overlap and exact F1 of dates against DATE spans: of all, and of those without relative ones ("last week"), which that gold leaves out. */
export function datesMeasure(docs) {
  const rows = { all: [0, 0, 0, 0], calendar: [0, 0, 0, 0] }
  const missed = []
  for (const doc of docs) {
    const gold = doc.spans.filter((s) => s[2] === 'DATE')
    const dates = findDates(readDocument(doc.text, 'en'), '2022-07-15')
    for (const [name, row] of Object.entries(rows)) {
      const found = name === 'all' ? dates : dates.filter((d) => /\d{4}|\d\d?\b.*[A-Z]|[A-Z][a-z]{2}/.test(d.text))
      const hits = gold.filter(([s, e]) => found.some((d) => d.start < e && d.end > s))
      row[0] += hits.length
      row[1] += gold.filter(([s, e]) => found.some((d) => d.start === s && d.end === e)).length
      row[2] += gold.length
      row[3] += found.length
      if (name === 'calendar') {
        for (const [s, e] of gold)
          if (!found.some((d) => d.start < e && d.end > s))
            missed.push(
              `MISS ${doc.text.slice(s - 30, s)}[${doc.text.slice(s, e)}]${doc.text.slice(e, e + 30)}`.replaceAll(
                '\n',
                ' ',
              ),
            )
        for (const d of found)
          if (!gold.some(([s, e]) => d.start < e && d.end > s))
            missed.push(
              `EXTRA ${doc.text.slice(d.start - 30, d.start)}[${d.text}]${doc.text.slice(d.end, d.end + 30)}`.replaceAll(
                '\n',
                ' ',
              ),
            )
        for (const d of found)
          if (gold.some(([s, e]) => d.start < e && d.end > s && (d.start !== s || d.end !== e)))
            missed.push(
              `INEXACT ${doc.text.slice(d.start - 30, d.start)}[${d.text}]${doc.text.slice(d.end, d.end + 30)}`.replaceAll(
                '\n',
                ' ',
              ),
            )
      }
    }
  }
  for (const [name, [hit, exact, g, p]] of Object.entries(rows))
    console.log(name, {
      overlap: (200 * hit) / (g + p),
      exact: (200 * exact) / (g + p),
      P: (100 * hit) / p,
      R: (100 * hit) / g,
      gold: g,
      pred: p,
    })
  if (process.env.SHOW) console.log(missed.join('\n'))
}

import { describe, expect, it } from 'vitest'
import { readDocument } from '../extract/document'
import type { Extraction } from '../extract/types'
import { spanOf } from '../text/span'
import { readComparable } from './comparable'
import type { ClaimArticle } from './conflicts/conflict'
import { omissionMatrix } from './omission-matrix'
import { retellingOf } from './retelling'

interface Facts {
  names?: string[]
  figures?: [string, number][]
  quotes?: string[]
}

/** An article whose facts are given by hand. */
function told(path: string, text: string, { names = [], figures = [], quotes = [] }: Facts): ClaimArticle {
  const span = (words: string) => spanOf(text, text.indexOf(words), text.indexOf(words) + words.length)
  const extraction: Extraction = {
    language: 'en',
    sentences: readDocument(text, 'en').sentences,
    entities: names.map((name) => ({
      id: name,
      type: 'person',
      name,
      aliases: [],
      roles: [],
      mentions: [{ ...span(name), form: 'name' }],
    })),
    attributions: quotes.map((words) => ({
      content: [span(words)],
      source: { entityId: null, text: null, start: null, end: null },
      cue: null,
      kind: 'direct',
    })),
    figures: figures.map(([words, value]) => ({
      ...span(words),
      value,
      unit: null,
      what: null,
      subject: null,
      period: null,
    })),
    dates: [],
  }
  return {
    path,
    title: null,
    date: null,
    origin: 'one',
    comparable: readComparable(path, text, extraction),
    extraction,
  }
}

const first = told(
  'first',
  `Seven people died at the grain terminal in Marenza at dawn, director Ilse Darvan told reporters.

“We have closed two of five berths as a precaution,” she said. The port shipped 4.2 million tonnes in nine months.`,
  { names: ['Marenza', 'Ilse Darvan'], figures: [['Seven', 7], ['4.2 million', 4.2e6]], quotes: ['We have closed two of five berths as a precaution,'] },
) // prettier-ignore
const rewrite = told(
  'rewrite',
  `Some 17 people died at the grain terminal in Marenza at dawn, director Pavel Sorn told reporters.

“We have closed all of five berths as a precaution,” he said. Inspectors had warned 12 times.`,
  { names: ['Marenza', 'Pavel Sorn'], figures: [['17', 17], ['12', 12]], quotes: ['We have closed all of five berths as a precaution,'] },
) // prettier-ignore
const copy = told('copy', first.comparable.text, {
  names: ['Marenza', 'Ilse Darvan'],
  figures: [['Seven', 7], ['4.2 million', 4.2e6]],
  quotes: ['We have closed two of five berths as a precaution,'],
}) // prettier-ignore

const rows = omissionMatrix([first, rewrite, copy])
const cellsOf = (label: string) =>
  rows
    .filter((row) => row.label.startsWith(label))
    .map(({ cells }) => cells.map(({ state, span }) => (span ? `${state} ${span.text}` : state)))

describe('omissionMatrix', () => {
  it('tells what was carried, left out, changed and added', () => {
    expect(cellsOf('Seven people died')).toEqual([['carries Seven', 'changes 17', 'carries Seven']])
    expect(cellsOf('4.2 million')).toEqual([['carries 4.2 million', 'omits', 'carries 4.2 million']])
    expect(cellsOf('Ilse Darvan')).toEqual([['carries Ilse Darvan', 'changes Pavel Sorn', 'carries Ilse Darvan']])
    expect(cellsOf('Marenza')).toEqual([['carries Marenza', 'carries Marenza', 'carries Marenza']])
    expect(cellsOf('12 times')).toEqual([['omits', 'adds 12', 'omits']])
  })
  it('holds a changed quote against its first wording', () => {
    expect(cellsOf('“We have closed')).toEqual([
      [
        'carries We have closed two of five berths as a precaution,',
        'changes We have closed all of five berths as a precaution,',
        'carries We have closed two of five berths as a precaution,',
      ],
    ])
  })
  it('has each fact once', () => expect(rows.map(({ label }) => label)).toHaveLength(6))
  it('is empty without articles', () => expect(omissionMatrix([])).toEqual([]))
})

describe('retellingOf', () => {
  it('counts sentences and facts', () => {
    expect(retellingOf(first.comparable, rewrite.comparable)).toEqual({
      added: 1,
      dropped: 1,
      changed: 2,
      moved: 0,
      facts: 2,
    })
    expect(retellingOf(first.comparable, copy.comparable)).toEqual({
      added: 0,
      dropped: 0,
      changed: 0,
      moved: 0,
      facts: 0,
    })
  })
})

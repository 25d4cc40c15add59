import { describe, expect, it } from 'vitest'
import { readDocument } from '../../extract/document'
import type { Attribution, Extraction, Figure } from '../../extract/types'
import { spanOf } from '../../text/span'
import { readComparable } from '../comparable'
import type { ClaimArticle } from './conflict'
import { findConflicts } from './find-conflicts'

interface Given {
  path: string
  text: string
  date?: string | null
  title?: string
  origin?: string
  names?: string[]
  figures?: [words: string, value: number, unit: string | null][]
  quotes?: [words: string, speaker: string][]
}

/** An article whose claims are given by hand, so that these tests do not depend on what extraction finds. */
function article({
  path,
  text,
  date = '2021-04-06',
  title,
  origin,
  names = ['Voln', 'Kestrin', 'Ust-Voln'],
  figures = [],
  quotes = [],
}: Given): ClaimArticle {
  const span = (words: string) => {
    const at = text.indexOf(words)
    if (at < 0) throw new Error(`“${words}” is not in ${path}`)
    return spanOf(text, at, at + words.length)
  }
  const all = [...new Set([...names, ...quotes.map(([, speaker]) => speaker)])].filter((name) => text.includes(name))
  const entities = all.map((name) => ({
    id: name,
    type: 'place' as const,
    name,
    aliases: [],
    roles: [],
    mentions: [{ ...span(name), form: 'name' as const }],
  }))
  const read = (words: string, value: number, unit: string | null): Figure => ({
    ...span(words),
    value,
    unit,
    what: null,
    subject: null,
    period: null,
  })
  const quote = ([words, speaker]: [string, string]): Attribution => ({
    content: [span(words)],
    source: { entityId: speaker, text: speaker, start: null, end: null },
    cue: null,
    kind: 'direct',
  })
  const extraction: Extraction = {
    language: 'en',
    sentences: readDocument(text, 'en').sentences,
    entities,
    attributions: quotes.map(quote),
    figures: figures.map((one) => read(...one)),
    dates: [],
  }
  return {
    path,
    date,
    title: title ?? null,
    origin: origin ?? path,
    comparable: readComparable(path, text, extraction),
    extraction,
  }
}

const kinds = (articles: ClaimArticle[]) =>
  findConflicts(articles).map(({ kind, sides }) => [kind, ...sides.map(({ value }) => value).sort()])

const morning = article({
  path: 'morning.txt',
  text: 'Four people died in the Voln flood in Kestrin on Tuesday. The river stood at 6.4 metres at the Ust-Voln gauge at 6 a.m.',
  figures: [['Four people', 4, 'people'], ['6.4 metres', 6.4, 'metre']],
}) // prettier-ignore

describe('figures of one story', () => {
  it('contradict each other when one count has two values', () => {
    const other = article({
      path: 'other.txt',
      text: 'The river stood at 4.6 metres at the Ust-Voln gauge at 6 a.m., as the Voln flood reached Kestrin.',
      figures: [['4.6 metres', 4.6, 'metre']],
    })
    expect(kinds([morning, other])).toEqual([['contradiction', 4.6, 6.4]])
  })

  it('are an update when a toll grew, and a contradiction when the later story has fewer', () => {
    const told = (path: string, date: string, words: string, value: number) =>
      article({
        path,
        date,
        text: `${words} died in the Voln flood in Kestrin, the ministry said in Ust-Voln.`,
        figures: [[words, value, 'people']],
      })
    expect(kinds([morning, told('late.txt', '2021-04-08', 'Fourteen people', 14)])).toEqual([['update', 14, 4]])
    expect(kinds([morning, told('late.txt', '2021-04-08', 'Two people', 2)])).toEqual([['contradiction', 2, 4]])
    // On the same day a story that does not say "by evening" tells another number, not a later one.
    expect(kinds([morning, told('same.txt', '2021-04-06', 'Fourteen people', 14)])).toEqual([['contradiction', 14, 4]])
  })

  it('are found however often one telling was carried', () => {
    const told = (path: string, origin: string, words: string, value: number) =>
      article({
        path,
        origin,
        text: `The river stood at ${words} at the Ust-Voln gauge at 6 a.m., as the Voln flood reached Kestrin.`,
        figures: [[words, value, 'metre']],
      })
    const copies = Array.from({ length: 12 }, (_, n) => told(`copy${n}.txt`, 'copy0.txt', '6.4 metres', 6.4))
    expect(kinds([...copies, told('other.txt', 'other.txt', '4.6 metres', 4.6)])).toEqual([['contradiction', 4.6, 6.4]])
  })

  it('are rounded when one is the other with fewer digits', () => {
    const given = (path: string, words: string, value: number) =>
      article({
        path,
        text: `The Voln flood did damage of ${words} in Kestrin and Ust-Voln, the governor said.`,
        figures: [[words, value, 'mark']],
      })
    expect(kinds([given('a', '1,860 million marks', 1.86e9), given('b', '1.9 billion marks', 1.9e9)])).toEqual([
      ['rounding', 1.86e9, 1.9e9],
    ])
    expect(kinds([given('a', '1,860 million marks', 1.86e9), given('b', '1.8 billion marks', 1.8e9)])).toEqual([
      ['contradiction', 1.8e9, 1.86e9],
    ])
  })

  it('are of another scope, or another season, and then no contradiction', () => {
    const moved = (path: string, words: string, where: string, value: number) =>
      article({
        path,
        text: `${words} people were moved to safety in the ${where} after the Voln flood in Kestrin and Ust-Voln.`,
        figures: [[words, value, 'people']],
      })
    expect(kinds([moved('a', '1,200', 'district', 1200), moved('b', '8,600', 'province', 8600)])).toEqual([
      ['scope', 1200, 8600],
    ])
    const shipped = (path: string, words: string, season: string, value: number) =>
      article({
        path,
        text: `Kestrin shipped ${words} of grain on the Voln through Ust-Voln ${season}.`,
        figures: [[words, value, 'tonne']],
      })
    expect(kinds([shipped('a', '2 tonnes', 'this season', 2), shipped('b', '4 tonnes', 'last season', 4)])).toEqual([])
  })

  it('are of another scope when an article tells a part and the whole', () => {
    const bank = article({
      path: 'bank.txt',
      text: 'Some 310 million crowns are missing at the head office in Ust-Voln. The regulator said the sum missing from all branches came to 455 million crowns.',
      figures: [['310 million crowns', 310e6, 'crown'], ['455 million crowns', 455e6, 'crown']],
    }) // prettier-ignore
    expect(kinds([bank])).toEqual([['scope', 310e6, 455e6]])
    const district = article({
      path: 'd.txt',
      text: '1,200 people were moved to safety in the Ust-Voln district of Kestrin province on the Voln.',
      figures: [['1,200 people', 1200, 'people']],
    })
    const province = article({
      path: 'p.txt',
      text: 'In the whole of Kestrin province 8,600 people have left their homes as the Voln rose at Ust-Voln.',
      figures: [['8,600 people', 8600, 'people']],
    })
    expect(kinds([district, province])).toEqual([['scope', 1200, 8600]])
  })

  it('are corrected by a story that says so', () => {
    const mending = article({
      path: 'correction.txt',
      date: '2021-04-07',
      title: 'Correction: Voln flood',
      text: 'An earlier article said that four people had died in the Voln flood in Kestrin. That was wrong. The number of dead in Ust-Voln was three.',
      figures: [['four people', 4, 'people'], ['three', 3, null]],
    }) // prettier-ignore
    expect(kinds([morning, mending])).toEqual([['correction', 3, 4]])
  })

  it('say nothing against each other when parts are counted, other things, or another story is told', () => {
    const part = article({
      path: 'part.txt',
      text: 'Two of the people who died in the Voln flood in Kestrin were children from Ust-Voln.',
      figures: [['Two', 2, 'people']],
    })
    const bridges = article({
      path: 'bridges.txt',
      text: 'Fourteen bridges over the Voln in Kestrin and Ust-Voln stay closed.',
      figures: [['Fourteen bridges', 14, 'bridge']],
    })
    const elsewhere = article({
      path: 'else.txt',
      text: 'Nine people died in a fire in Marenza on Tuesday.',
      names: ['Marenza'],
      figures: [['Nine people', 9, 'people']],
    })
    const yearsLater = article({
      path: 'later.txt',
      date: '2024-05-01',
      text: 'Nine people died in the Voln flood in Kestrin and Ust-Voln.',
      figures: [['Nine people', 9, 'people']],
    })
    for (const other of [part, bridges, elsewhere, yearsLater]) expect(kinds([morning, other]), other.path).toEqual([])
  })

  it('count copies of one dispatch as one voice', () => {
    const copies = ['a', 'b', 'c'].map((path) =>
      article({ path, origin: 'dispatch', text: morning.comparable.text, figures: [['6.4 metres', 6.4, 'metre']] }),
    )
    const other = article({
      path: 'z',
      text: 'The river stood at 4.6 metres at the Ust-Voln gauge at 6 a.m. in Kestrin on the Voln.',
      figures: [['4.6 metres', 4.6, 'metre']],
    })
    const [conflict] = findConflicts([...copies, other])
    expect(conflict?.sides.map(({ value, origins, evidence }) => [value, origins, evidence.length])).toEqual([
      [6.4, 1, 3],
      [4.6, 1, 1],
    ])
  })
})

describe('quotes of one story', () => {
  const said = (path: string, words: string, speaker = 'Anna Orlin') =>
    article({
      path,
      text: `“${words}” ${speaker} said in Ust-Voln as the Voln rose in Kestrin.`,
      quotes: [[words, speaker]],
    })
  const origin = said('a.txt', 'The water left in the pipes is not fit to drink.')
  it.each([
    ['The water left in the pipes is fit to drink.', 'Anna Orlin', '(nothing) / not'],
    ['The water left in the pipes is not fit to drink yet.', 'Anna Orlin', '(nothing) / yet'],
    ['The water left in the pipes is not fit to drink.', 'Lev Saltan', 'Anna Orlin / Lev Saltan'],
  ])('drift: %s (%s)', (words, speaker, changed) => {
    const [conflict] = findConflicts([origin, said('b.txt', words, speaker)])
    expect(conflict?.kind).toBe('quote-drift')
    expect(conflict?.key.what).toMatch(new RegExp(`changed: ${changed.replace(/[()]/gu, '\\$&')}$`, 'u'))
  })
  it.each([
    'The water left in the pipes is not fit to drink.',
    'water left in the pipes is not fit to drink.',
    'It is cold again tonight and that helps us all.',
  ])('do not: %s', (words) => expect(kinds([origin, said('b.txt', words)])).toEqual([]))
})

describe('claims and denials', () => {
  const claim = article({
    path: 'claim.txt',
    text: 'The mayor of Ust-Voln said the sluices of the Kestrin dam were opened at midnight as the Voln rose.',
  })
  it('are set against each other', () => {
    const denial = article({
      path: 'denial.txt',
      text: 'The sluices were not opened, the governor of Kestrin said in Ust-Voln on the Voln.',
    })
    expect(findConflicts([claim, denial])).toMatchObject([
      { kind: 'denial', sides: [{ evidence: [{ path: 'claim.txt' }] }, { evidence: [{ path: 'denial.txt' }] }] },
    ])
  })
  it('know whom a pronoun means, and read a time of day as one', () => {
    const conceded = article({
      path: 'conceded.txt',
      text: 'Mr Orlin telephoned his rival at 11:15 p.m. and conceded, his campaign in Kestrin said as the Voln rose in Ust-Voln.',
    })
    const denied = {
      ...article({
        path: 'denied.txt',
        text: 'Orlin spoke on the Voln in Kestrin to the people of Ust-Voln. He has not conceded in public.',
      }),
    }
    const [orlin] = denied.extraction.entities
    denied.extraction.entities = [
      { ...orlin!, type: 'person', name: 'Orlin', mentions: [{ start: 0, end: 5, text: 'Orlin', form: 'name' }] },
    ]
    const [conflict] = findConflicts([conceded, denied], [[conceded, denied]])
    expect(conflict).toMatchObject({ kind: 'denial', sides: [{ evidence: [{ path: 'conceded.txt' }] }, {}] })
  })

  it('need more than a negation in both stories', () => {
    const other = article({
      path: 'other.txt',
      text: 'The school in Ust-Voln was not opened on Tuesday because of the Voln flood in Kestrin.',
    })
    expect(kinds([claim, other])).toEqual([])
  })
})

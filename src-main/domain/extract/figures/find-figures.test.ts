import { describe, expect, it } from 'vitest'
import { findDates } from '../dates/find-dates'
import { readDocument } from '../document'
import type { Entity } from '../types'
import { findFigures } from './find-figures'
import { NUMBER_CASES } from './recognizers-cases'

const figures = (text: string, entities: Entity[] = [], published = '2020-06-15') => {
  const doc = readDocument(text, 'en')
  return findFigures(doc, entities, findDates(doc, published))
}
const read = (text: string, entities: Entity[] = []) =>
  figures(text, entities).map(({ text: words, value, unit }) => [words, value, unit])

const place = (text: string, name: string): Entity => {
  const mentions: Entity['mentions'] = []
  for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + 1))
    mentions.push({ start: at, end: at + name.length, text: name, form: 'name' })
  return { id: 'e1', type: 'place', name, aliases: [], roles: [], mentions }
}

describe('what stands around a number', () => {
  it('counts both nouns behind one number', () => {
    expect(figures('The crimes include 97 murders and attempted murders.')[0]?.what).toMatch(
      /murders and attempted murders/,
    )
    expect(figures('It killed five children and two drivers.')[0]?.what).not.toMatch(/drivers/)
  })

  it('tells what is compared with from when it was', () => {
    const [rise] = figures('In 2019, exports grew by 13.7% from a year earlier.')
    expect(rise).toMatchObject({
      value: 13.7,
      unit: 'percent',
      period: '2019',
      direction: 'up',
      base: 'a year earlier',
    })
  })

  it('takes no birthday for a figure', () => {
    expect(read('Michelle will turn 10 at the end of August.')).toEqual([])
  })
})

describe('the dateline', () => {
  it('is no part of a subject', () => {
    const text = 'HALVORSUND (LPS) Fire destroyed 30 homes in the harbour.'
    const doc = readDocument(text, 'en')
    const [homes] = findFigures(doc, [], [], text.indexOf('Fire'))
    expect(homes).toMatchObject({ value: 30, subject: 'Fire' })
  })
})

describe('values and units', () => {
  it.each([
    ['The firm lost $1.2bn last year.', [['$1.2bn', 1.2e9, 'USD']]],
    ['A contract worth Rs 174 crore was signed in India.', [['Rs 174 crore', 1.74e9, 'INR']]],
    ['It raised €30m from investors.', [['€30m', 3e7, 'EUR']]],
    [
      'They paid US$22,900 and A$500.',
      [
        ['US$22,900', 22900, 'USD'],
        ['A$500', 500, 'AUD'],
      ],
    ],
    ['The strike cost 40 million crowns.', [['40 million crowns', 4e7, 'crown']]],
    [
      'He owes 500 pesos and 20 dinars.',
      [
        ['500 pesos', 500, 'peso'],
        ['20 dinars', 20, 'dinar'],
      ],
    ],
    ['Revenues reached KD200 million.', [['KD200 million', 2e8, 'KWD']]],
    ['The loan is 3.5 billion yuan.', [['3.5 billion yuan', 3.5e9, 'CNY']]],
    ['Each victim will receive one million rubles.', [['one million rubles', 1e6, 'RUB']]],
    [
      'The deal costs between $5 and $7 billion.',
      [
        ['$5', 5e9, 'USD'],
        ['$7 billion', 7e9, 'USD'],
      ],
    ],
    ['Trade grew by 31 percent.', [['31 percent', 31, 'percent']]],
    ['Support rose by two percentage points.', [['two percentage points', 2, 'percentage point']]],
    ['Output fell 0.5% in May.', [['0.5%', 0.5, 'percent']]],
    ['Temperatures dropped to minus 15 degrees.', [['minus 15 degrees', -15, 'degree']]],
    ['Two dozen houses burned.', [['Two dozen houses', 24, null]]],
    ['A million and a half people fled.', [['A million and a half people', 1.5e6, 'people']]],
    ['Two-thirds of the city is flooded.', [['Two-thirds', 2 / 3, null]]],
    ['They walked 160 square miles.', [['160 square miles', 160, 'square mile']]],
    [
      'The winds reached 185 mph (295 km/h).',
      [
        ['185 mph', 185, 'mph'],
        ['295 km/h', 295, 'km/h'],
      ],
    ],
    ['He was jailed for seven years.', [['seven years', 7, 'year']]],
    ['They served six-year terms.', [['six-year', 6, 'year']]],
    ['She won in 2:14:04 on Sunday.', [['2:14:04', 8044, 'second']]],
  ])('%s', (text, expected) => {
    expect(read(text)).toEqual(
      expected.map(([words, value, unit]) => [
        words,
        typeof value === 'number' ? (expect.closeTo(value, 6) as number) : value,
        unit,
      ]),
    )
  })

  it.each(NUMBER_CASES.map(([text, values]) => ({ text, values })))('$text', ({ text, values }) => {
    const found = figures(text)
    for (const [value, unit] of values)
      expect(found).toContainEqual(expect.objectContaining(unit === null ? { value } : { value, unit }))
  })

  it('gives the lower and the upper bound of a range', () => {
    expect(figures('Between 36 and 40 people are missing.')).toMatchObject([
      { text: '36 and 40 people', value: 36, valueTo: 40, unit: 'people' },
    ])
    expect(figures('It took 15 to 20 seconds.')).toMatchObject([{ value: 15, valueTo: 20, unit: 'second' }])
  })

  it('reads a shared money sign by the country the article is about', () => {
    const text = 'Wellington said New Zealand will spend $40 million. New Zealand voters, in New Zealand, agreed.'
    expect(read(text, [place(text, 'New Zealand')])).toEqual([['$40 million', 4e7, 'NZD']])
    expect(read('Wellington will spend $40 million.')).toEqual([['$40 million', 4e7, 'USD']])
    const crowns = 'Norway paid 40 million crowns.'
    expect(read(crowns, [place(crowns, 'Norway')])).toEqual([['40 million crowns', 4e7, 'NOK']])
    const rupees = 'Beef costs Rs 174 in Mauritius.'
    expect(read(rupees, [place(rupees, 'Mauritius')])).toEqual([['Rs 174', 174, 'MUR']])
  })
})

describe('what is no figure', () => {
  it.each([
    'In 2002 we agreed to meet every year.',
    'The XIV Forum opens in Astana.',
    'Emily Spanton, 39, has waived her right.',
    'An eleven-month-old boy was found.',
    'He died at the age of 95.',
    'The deceased were aged nine, ten, 49, and 59.',
    'Flight 370 left at 8:00am local time.',
    'Real Madrid won 3-1 at home.',
    'They met on November 9, 2017.',
    'She moved there two years ago.',
    'One of the men fled.',
    'Call 131 444 for help.',
    'It ranks among the top 5 in Europe.',
  ])('%s', (text) => {
    expect(read(text)).toEqual([])
  })

  it('counts people where a year could stand', () => {
    expect(read('Over 1800 people have died.')).toEqual([['1800 people', 1800, 'people']])
  })
})

describe('what is said of a figure', () => {
  it('tells what is counted, of whom and when', () => {
    const [rise] = figures(
      'Over the last nine months, the trade turnover between our countries has increased by 31 percent.',
    )
    expect(rise).toMatchObject({
      value: 31,
      unit: 'percent',
      subject: 'trade turnover between our countries',
      period: 'last nine months',
      direction: 'up',
    })
  })

  it('does not count the period beside the figure it belongs to, but a length of its own', () => {
    expect(read('Over the last nine months, turnover rose by 31 percent.')).toEqual([['31 percent', 31, 'percent']])
    expect(read('Leaders have negotiated the deal over the last four years.')).toEqual([['four years', 4, 'year']])
  })

  it('keeps approximator and base', () => {
    expect(figures('Exports fell nearly 12% compared with a year earlier.')).toMatchObject([
      { approximator: 'nearly', direction: 'down', base: 'a year earlier' },
    ])
    expect(figures('At least 20 were killed.')).toMatchObject([{ value: 20, unit: 'people', approximator: 'At least' }])
  })

  it.each([
    ['Imports increased by 22.6% to $1.5 billion.', 'increase', 'Imports'],
    ['It will increase its sales by more than 10 percent.', 'increase in sales', 'It'],
    ['In 2021, exports to Myanmar tallied $4.31 billion.', 'tallied', 'exports to Myanmar'],
    ['They face a fine of about 60,000 baht.', 'fine', 'They'],
    ['The tower is 75 ft (~23 m) long.', 'length', 'tower'],
    ['Within the next ten days, the court will present a ruling.', 'time court will present a ruling', null],
    ['The plane broke into two pieces.', 'pieces broke', 'plane'],
    ['The measure cut electric supply to around 38,000 people.', 'people cut electric supply', 'measure'],
    ['There were ten passengers and three crew members aboard the aircraft.', 'passengers aboard the aircraft', null],
    ['The government reported more cases of measles, including 165 in one day.', 'cases of measles', 'government'],
    ['Two others have not said.', 'others not said', null],
  ])('describes: %s', (text, what, subject) => {
    expect(figures(text)[0]).toMatchObject({ what, subject })
  })

  it('names whom "he" and "they" mean', () => {
    const text = 'Jonas Weber retired. He leaves three children. The boats left early. They carried 40 passengers.'
    const person: Entity = {
      ...place(text, 'Jonas Weber'),
      type: 'person',
    }
    expect(figures(text, [person]).map(({ subject }) => subject)).toEqual(['Jonas Weber', 'boats'])
  })

  it('gives a change of what was just counted its subject', () => {
    const [, rise] = figures('Exports to Myanmar tallied $4.31 billion, a rise of 13.7% from a year earlier.')
    expect(rise).toMatchObject({ subject: 'Exports to Myanmar', base: 'a year earlier' })
    expect(rise?.what).toContain('rise')
  })

  it('gives the items of a list one subject, and a conversion that of its original', () => {
    const [first, second] = figures('The mortality rates were 49% for patients treated with ZMapp, 53% for remdesivir.')
    expect([first?.what, second?.what]).toEqual([
      'mortality rates for patients treated with ZMapp',
      'mortality rates for remdesivir',
    ])
    const [miles, km] = figures('The wreck lies 50 miles (80 km) south of Okinawa.')
    expect(km?.what).toBe(miles?.what)
  })
})

it('says where every figure stands, and overlaps none', () => {
  const text = 'From 45% to 60% of 1.3 billion people in 54 nations, or "two million", said so; 10 agreements, 30 more.'
  const found = figures(text)
  expect(found.length).toBeGreaterThan(4)
  for (const figure of found) expect(figure.text).toBe(text.slice(figure.start, figure.end))
  found.slice(1).forEach((figure, i) => expect(figure.start).toBeGreaterThanOrEqual(found[i]?.end ?? 0))
})

import { describe, expect, it } from 'vitest'
import { readDocument } from '../document'
import { findDates } from './find-dates'
import { DATE_CASES } from './recognizers-cases'

const dates = (text: string, published: string | null = '2017-11-09') =>
  findDates(readDocument(text, 'en'), published).map((date) => [date.text, date.iso])

describe('dates of news texts', () => {
  it.each([
    ['Talks opened on Tuesday, May 9, 2017.', [['Tuesday, May 9, 2017', '2017-05-09']]],
    ['The fair runs from 17 to 26 May 2022.', [['17 to 26 May 2022', '2022-05-17/2022-05-26']]],
    [
      'It was signed on 2017-03-09 and 28.01.2018.',
      [
        ['2017-03-09', '2017-03-09'],
        ['28.01.2018', '2018-01-28'],
      ],
    ],
    ['On Monday he said so.', [['Monday', '2017-11-06']]],
    ['They will meet on Monday.', [['Monday', '2017-11-13']]],
    ['He left last Tuesday.', [['last Tuesday', '2017-10-31']]],
    [
      'Yesterday and today differ.',
      [
        ['Yesterday', '2017-11-08'],
        ['today', '2017-11-09'],
      ],
    ],
    ['Two years ago it rained.', [['Two years ago', '2015']]],
    ['It began three months ago.', [['three months ago', '2017-08']]],
    ['Over the last nine months, trade grew.', [['last nine months', '2017-02-09/2017-11-09']]],
    ['The law passed in 2002.', [['2002', '2002']]],
    ['The war of 1939-1945 ended.', [['1939-1945', '1939/1945']]],
    ['Music of the 1980s returned.', [['1980s', '1980/1989']]],
    ['In the 19th century it stood.', [['19th century', '1801/1900']]],
    ['Sales rose in the first quarter of 2017.', [['first quarter of 2017', '2017-01/2017-03']]],
    ['He was here in the summer of 2016.', [['summer of 2016', '2016-06/2016-08']]],
    ['Last summer was dry.', [['Last summer', '2017-06/2017-08']]],
    [
      'It fell in July and rose in mid-September.',
      [
        ['July', '2017-07'],
        ['September', '2017-09'],
      ],
    ],
    ['The vote is due in March.', [['March', '2018-03']]],
    [
      'They fought from January to April 2015.',
      [
        ['January', '2015-01'],
        ['April 2015', '2015-04'],
      ],
    ],
    [
      'Last week and next month.',
      [
        ['Last week', '2017-10-30/2017-11-05'],
        ['next month', '2017-12'],
      ],
    ],
    ['The shops close on Christmas Day.', [['Christmas Day', '2017-12-25']]],
  ])('%s', (text, expected) => {
    expect(dates(text)).toEqual(expected)
  })

  it.each([
    'You may march with me.',
    'Over 1800 people came.',
    'Flight 2017 left.',
    'The World Cup 2022 ball',
    'He won 3-1.',
  ])('finds none in: %s', (text) => {
    expect(dates(text)).toEqual([])
  })

  it('leaves relative dates open without a day of publication, and reads absolute ones', () => {
    expect(dates('On Monday and in May 2015.', null)).toEqual([
      ['Monday', null],
      ['May 2015', '2015-05'],
    ])
  })
})

it.each(DATE_CASES.map(([text, published, expected]) => ({ text, published, expected })))(
  '$text',
  ({ text, published, expected }) => {
    expect(dates(text, published)).toEqual(expect.arrayContaining(expected.map((pair) => [...pair])))
  },
)

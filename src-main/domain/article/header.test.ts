import { describe, expect, it } from 'vitest'
import { readHeader } from './header'

const STORY = 'The two governments signed an agreement on Thursday after a week of talks, a spokesman said.'

/** place | agency | date, with "-" for what the header does not say; the story must start at STORY. */
const opening = (head: string, story = STORY) => {
  const text = head + story
  const header = readHeader({ text })
  const { placeSpan, agencySpan } = header
  return {
    is: [header.dateline?.place ?? '-', header.dateline?.agency ?? '-', header.date ?? '-'].join(' | '),
    story: text.slice(header.bodyStart) === story,
    spans: [
      placeSpan && text.slice(placeSpan.start, placeSpan.end),
      agencySpan && text.slice(agencySpan.start, agencySpan.end),
    ],
  }
}

describe('wire headers', () => {
  it.each([
    [' date 2017-11-09 CHELYABINSK. KAZINFORM ', 'Chelyabinsk | Kazinform | 2017-11-09'],
    ['PARIS, March 3 (AFP) - ', 'Paris | AFP | -'],
    ['PARIS, March 3, 2019 (AFP) - ', 'Paris | AFP | 2019-03-03'],
    ['MOSCOW (Reuters) — ', 'Moscow | Reuters | -'],
    ['MOSCOW, March 3. /TASS/. ', 'Moscow | TASS | -'],
    ['MOSCOW. March 3 (Interfax) - ', 'Moscow | Interfax | -'],
    ['ASTANA. November 9. KAZINFORM - ', 'Astana | Kazinform | -'],
    ['ASTANA. KAZINFORM - ', 'Astana | Kazinform | -'],
    ['(CNN) — ', '- | CNN | -'],
    ['(CNN)  -- ', '- | CNN | -'],
    ['LONDON, England (CNN) -- ', 'London | CNN | -'],
    ['WASHINGTON (AP) _ '.replace('_', '—'), 'Washington | AP | -'],
    ['WASHINGTON, D.C. (AP) — ', 'Washington | AP | -'],
    ['NEW DELHI: ', 'New Delhi | - | -'],
    ['Muscat: ', 'Muscat | - | -'],
    ['RIYADH — ', 'Riyadh | - | -'],
    ["N'DJAMENA, Jan 12 (Xinhua) -- ", "N'Djamena | Xinhua | -"],
    ['RIO DE JANEIRO, Dec. 1, 2020 (EFE).- ', 'Rio de Janeiro | EFE | 2020-12-01'],
    ['UNITED NATIONS, Sept 9 (Reuters) - ', 'United Nations | Reuters | -'],
    ['LONDON/PARIS, March 3 (Reuters) - ', 'London/Paris | Reuters | -'],
    ['BAKU, Azerbaijan, March 3. Trend: ', 'Baku | Trend | -'],
    ['Baku, March 3, AZERTAC ', 'Baku | AZERTAC | -'],
    ['TEHRAN, Mar. 03 (MNA) – ', 'Tehran | MNA | -'],
    ['March 3 (Reuters) - ', '- | Reuters | -'],
    ['afrol News, 5 February - ', '- | afrol News | -'],
    ['Bakhtar News, 5 February 2021 - ', '- | Bakhtar News | 2021-02-05'],
    ['YAOUNDÉ, 3 March 2021 (Panapress) - ', 'Yaoundé | Panapress | 2021-03-03'],
    ['KUALA LUMPUR, April 4 (Bernama) -- ', 'Kuala Lumpur | Bernama | -'],
    ['BERLIN (dpa) - ', 'Berlin | DPA | -'],
    ['Kabul (BNN) — ', 'Kabul | BNN | -'],
    ['afrol News / Africa Renewal, 5 November - ', '- | afrol News | -'],
    ['afrol News - ', '- | afrol News | -'],
    ['Sambalpur, India – ', 'Sambalpur | - | -'],
    ['New York (November 25, 2021): ', 'New York | - | 2021-11-25'],
    ['BANDAR SERI BEGAWAN, July 25 (Borneo Bulletin/ANN) - ', 'Bandar Seri Begawan | Borneo Bulletin/ANN | -'],
    ['KLANG: ', 'Klang | - | -'],
    ['date 2018-10-17 SARYKALA. AKZHOLINFORM ', 'Sarykala | Akzholinform | 2018-10-17'],
    ['2018-10-17 SARYKALA. AKZHOLINFORM ', 'Sarykala | Akzholinform | 2018-10-17'],
    ['date 2020-04-07 LIRANE. HARBOUR & GRAIN ', 'Lirane | Harbour & Grain | 2020-04-07'],
    ['MARENZA. LPS/MP ', 'Marenza | LPS/MP | -'],
    ['KESTRIN. April 6. TARVINFORM - ', 'Kestrin | Tarvinform | -'],
    ['AL-SAHRA. July 13. LPS - ', 'Al-Sahra | LPS | -'],
    ['LIRANE (Courier) — ', 'Lirane | Courier | -'],
    ['AL-SAHRA (As-Sahil) — ', 'Al-Sahra | As-Sahil | -'],
    ['PORTO ALVOR (ANT/MP) — ', 'Porto Alvor | ANT/MP | -'],
    ['KESTRIN (Tarvénie), 8 avril (Atlante) — ', 'Kestrin | Atlante | -'],
    ['April 7 (Daily Ledger) - ', '- | Daily Ledger | -'],
    ['BRÉCY-SUR-AULNE — ', 'Brécy-sur-Aulne | - | -'],
    ['STRATFORD-UPON-AVON (Courier) — ', 'Stratford-upon-Avon | Courier | -'],
  ])('%s', (head, expected) => {
    const got = opening(head)
    expect(got.is).toBe(expected)
    expect(got.story).toBe(true)
  })

  it.each([
    [
      'АСТАНА. КАЗИНФОРМ – ',
      'Астана | Казинформ | -',
      'Правительства двух стран подписали соглашение, сообщил представитель ведомства.',
    ],
    ['АСТАНА. 9 ноября. КАЗИНФОРМ – ', 'Астана | Казинформ | -', 'Правительства двух стран подписали соглашение.'],
    ['АСТАНА. ҚазАқпарат – ', 'Астана | ҚазАқпарат | -', 'Екі елдің үкіметі келісімге қол қойды.'],
    ['МОСКВА, 9 ноября 2017. /ТАСС/. ', 'Москва | ТАСС | 2017-11-09', 'Правительства двух стран подписали соглашение.'],
    ['МОСКВА, 9 ноя - РИА Новости. ', 'Москва | РИА Новости | -', 'Правительства двух стран подписали соглашение.'],
    ['Москва. 9 ноября. INTERFAX.RU - ', 'Москва | INTERFAX.RU | -', 'Правительства двух стран подписали соглашение.'],
    [
      'ТАРВОГРАД. 12 марта 2019 года. ТАРВИНФОРМ — ',
      'Тарвоград | Тарвинформ | 2019-03-12',
      'Страна на неделю приостанавливает отгрузку зерна.',
    ],
    ['УСТЬ-КАРСК. 14 января 2021 года. Север-Пресс — ', 'Усть-Карск | Север-Пресс | 2021-01-14', 'Переправу открыли.'],
    ['الصحراء، 13 مارس 2019 (الساحل) - ', 'الصحراء | الساحل | 2019-03-13', 'تنتظر 14 سفينة لنقل الحبوب خارج الميناء.'],
    ['واحة عين الزرقاء (الساحل) - ', 'واحة عين الزرقاء | الساحل | -', 'يتوقع مزارعو التمور أن يبدأ الموسم هذا العام.'],
    [
      '（东岸新闻萨雷卡拉2018年10月18日电）',
      '萨雷卡拉 | 东岸新闻 | 2018-10-18',
      '阿克若尔与利拉尼亚周三签署12项协议。',
    ],
    ['东岸新闻 2018年8月26日 青岚 ', '青岚 | 东岸新闻 | 2018-08-26', '一年一度的秋茶拍卖会周日落槌。'],
    [
      '2018年10月18日 东岸新闻\n\n（东岸新闻萨雷卡拉10月18日电）',
      '萨雷卡拉 | 东岸新闻 | 2018-10-18',
      '两国周三签署12项协议。',
    ],
    ['2023年7月12日 阿尔萨赫拉 东岸新闻 ', '阿尔萨赫拉 | 东岸新闻 | 2023-07-12', '由于海水淡化厂停运，供水周二中断。'],
    ['（新华社北京11月9日电）', '北京 | 新华社 | -', '国家主席习近平九日会见来访的外国领导人。'],
    [
      '新华社莫斯科2017年11月9日电（记者王小明）',
      '莫斯科 | 新华社 | 2017-11-09',
      '国家主席习近平九日会见来访的外国领导人。',
    ],
    ['中新社北京3月3日电 ', '北京 | 中新社 | -', '国家主席习近平九日会见来访的外国领导人。'],
    ['القاهرة (رويترز) - ', 'القاهرة | رويترز | -', 'قال الرئيس المصري إن الحكومتين وقعتا اتفاقا.'],
    ['باريس 3 آذار/مارس 2019 (أ ف ب) - ', 'باريس | أ ف ب | 2019-03-03', 'قال الرئيس إن الحكومتين وقعتا اتفاقا.'],
    [
      'PARIS, 3 mars (AFP) - ',
      'Paris | AFP | -',
      'Les deux gouvernements ont signé un accord jeudi, a dit un porte-parole.',
    ],
    ['Paris, le 3 mars 2019 (AFP) - ', 'Paris | AFP | 2019-03-03', 'Les deux gouvernements ont signé un accord jeudi.'],
    ['MADRID, 3 mar (EFE).- ', 'Madrid | EFE | -', 'Los dos gobiernos firmaron un acuerdo el jueves.'],
  ])('%s', (head, expected, story) => {
    const got = opening(head, story)
    expect(got.is).toBe(expected)
    expect(got.story).toBe(true)
  })

  it('says where place and agency stand', () => {
    expect(opening(' date 2017-11-09 CHELYABINSK. KAZINFORM ').spans).toEqual(['CHELYABINSK', 'KAZINFORM'])
    expect(opening('（新华社北京11月9日电）', '习近平').spans).toEqual(['北京', '新华社'])
  })

  it.each([
    'Apple (AAPL) — the shares fell by a third on Thursday after a weak report, analysts at the bank said.',
    'CHELYABINSK. It was cold. Nobody had expected that the meeting would be held there, in the old works.',
    'Paris (France) - The two sides met again. Nobody knew what would come of it, a spokesman said on Monday.',
    'BREAKING - The two governments signed an agreement on Thursday after a week of talks, a spokesman said.',
    'WATCH: The two governments signed an agreement on Thursday after a week of talks, a spokesman said.',
    'NATO: The allies agreed on Thursday after a week of talks on a new plan for the east, a spokesman said.',
    'London (AP) was where the bureau stood until 1990, when the house was sold and the staff moved east.',
    'PARIS and London signed an agreement on Thursday after a week of talks, a spokesman for both said.',
    'Brexit: The two governments signed an agreement on Thursday after a week of talks, a spokesman said.',
    'Paris, March 3 and 4 were the days on which the two governments met, a spokesman for both of them said.',
    'Easter Sunday, the two governments signed an agreement after a week of talks, a spokesman said on Monday.',
    'He (Reuters) - or so it was said - was paid by the agency, and the two governments knew it all along.',
    'March 3 was the day on which the two governments signed an agreement after a week of talks, he said.',
    'PARIS. NATO Secretary General Jens Stoltenberg met the two governments on Thursday, a spokesman said.',
    'The talks (Courier) — two rounds of them — went on until Thursday, a spokesman for the governments said.',
    '据社会新闻报道，两国周三签署12项协议，其中一项涉及修建铁路。',
    'PARIS — and the whole of France — was waiting for the outcome of the talks, a spokesman said on Monday.',
  ])('is not fooled by: %s', (text) => {
    const header = readHeader({ text })
    expect(header.dateline).toBeNull()
    expect(header.bodyStart).toBe(0)
  })
})

describe('the date', () => {
  const text = `PARIS, March 3 (AFP) - ${STORY}`

  it('takes a missing year from the file name, or from the file time and says so', () => {
    expect(readHeader({ text, path: 'afp/2019-03-04-talks.txt' })).toMatchObject({
      date: '2019-03-03',
      dateOrigin: 'header',
    })
    expect(readHeader({ text, fileTime: '2020-01-05T10:00:00Z' })).toMatchObject({
      date: '2019-03-03',
      dateOrigin: 'file-time',
    })
  })

  it('takes the line under a headline that only names the author for no story', () => {
    const text = `Blast kills 17\n\nPost staff and agencies\n\nMARENZA. LPS/MP ${STORY}`
    const header = readHeader({ text, meta: { title: 'Blast kills 17', author: 'Post staff and agencies' } })
    expect(header).toMatchObject({
      dateline: { place: 'Marenza', agency: 'LPS/MP' },
      author: 'Post staff and agencies',
    })
    expect(text.slice(header.bodyStart)).toBe(STORY)
  })

  it('takes a place in a byline for no house', () => {
    const text = `Un titre sans histoire\n\nPar Solène Arquet, à Lirane\n\n${STORY}`
    expect(readHeader({ text })).toMatchObject({ author: 'Solène Arquet', dateline: null })
  })

  it('believes the agency a file names before its source', () => {
    const text = `---\nsource: Osk Point Observer\nagency: Akzholinform\n---\n${STORY}`
    expect(readHeader({ text }).dateline?.agency).toBe('Akzholinform')
  })

  it('prefers what the file states about itself', () => {
    const front = `---\ntitle: Talks end\ndate: 2018-05-06T07:08:00Z\nauthor: Ann Roe\nsource: AFP\n---\n${STORY}`
    const header = readHeader({ text: front, path: '2019-03-04.txt', fileTime: '2020-01-05' })
    expect(header).toMatchObject({
      date: '2018-05-06T07:08',
      dateOrigin: 'front-matter',
      title: 'Talks end',
      author: 'Ann Roe',
    })
    expect(header).toMatchObject({ dateline: { place: null, agency: 'AFP' }, datelineOrigin: 'front-matter' })
    expect(front.slice(header.bodyStart)).toBe(STORY)
    expect(readHeader({ text: STORY, meta: { date: '2019-01-02', dateOrigin: 'json-ld', title: 'T' } })).toMatchObject({
      date: '2019-01-02',
      dateOrigin: 'json-ld',
      title: 'T',
    })
  })

  it.each([
    ['2019-03-12.txt', '2019-03-12'],
    ['wire/20190312.txt', '2019-03-12'],
    ['wire/reuters20190312.txt', '2019-03-12'],
    ['12-03-2019 talks.txt', '2019-03-12'],
    ['03-13-2019 talks.txt', '2019-03-13'],
    ['2019/03/12/talks.txt', '2019-03-12'],
    ['2019\\3\\12\\talks.txt', '2019-03-12'],
    ['talks_2019_03_12_final.md', '2019-03-12'],
  ])('stands in the file name %s', (path, date) => {
    expect(readHeader({ text: STORY, path })).toMatchObject({ date, dateOrigin: 'file-name' })
  })

  it.each(['000_1e54385107a71e68.txt', '2019-13-45.txt', '120190312.txt', 'a20190312f.txt', 'story-12-31.txt'])(
    'is not read from %s',
    (path) => {
      expect(readHeader({ text: STORY, path, fileTime: '2021-02-03T04:05:06Z' })).toMatchObject({
        date: '2021-02-03',
        dateOrigin: 'file-time',
      })
    },
  )

  it('is nothing where nothing says it', () => {
    expect(readHeader({ text: STORY })).toMatchObject({ date: null, dateOrigin: 'none', title: null, author: null })
  })
})

describe('title and byline', () => {
  it('takes the first line for the title when it is a headline', () => {
    const text = `Leaders sign ten agreements in Paris\n\nBy Ann Roe, Reuters\n\nMarch 3, 2019 11:20 am\n\nPARIS (Reuters) - ${STORY}`
    const header = readHeader({ text })
    expect(header).toMatchObject({
      title: 'Leaders sign ten agreements in Paris',
      author: 'Ann Roe',
      date: '2019-03-03T11:20',
      dateline: { place: 'Paris', agency: 'Reuters' },
    })
    expect(text.slice(header.bodyStart)).toBe(STORY)
  })

  it('reads a markdown heading and labelled lines', () => {
    expect(readHeader({ text: `# Talks end in Paris\n\n${STORY}` })).toMatchObject({ title: 'Talks end in Paris' })
    const labelled = readHeader({ text: `Title: Talks end\nDate: 12 March 2019\nSource: Reuters\n\n${STORY}` })
    expect(labelled).toMatchObject({ title: 'Talks end', date: '2019-03-12', dateline: { agency: 'Reuters' } })
  })

  it('takes running text for no title', () => {
    expect(readHeader({ text: `${STORY}\n\n${STORY}` })).toMatchObject({ title: null, bodyStart: 0 })
    expect(readHeader({ text: 'One line without a stop' })).toMatchObject({ title: null, bodyStart: 0 })
  })

  it('takes "by" in a sentence for no byline', () => {
    expect(readHeader({ text: `By Monday the two sides had agreed.\n\n${STORY}` })).toMatchObject({
      author: null,
      bodyStart: 0,
    })
  })
})

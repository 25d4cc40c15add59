import { describe, expect, it } from 'vitest'
import { bytesOf } from '../byte-source'
import type { FormatResult } from '../format-reader'
import { chooseContainer } from './choose-container'

/** Title, text and stated facts of every article of a file; errors as their cause. */
interface Found extends NonNullable<FormatResult['meta']> {
  name: string
  hash?: string
  text?: string
  error?: string | undefined
}

async function articles(path: string, content: string | Buffer): Promise<Found[] | null> {
  const source = bytesOf(Buffer.from(content))
  const reader = await chooseContainer(source, path)
  if (!reader) return null
  return Array.from(reader.members(source, path), (member): Found => {
    const { name } = member
    try {
      const content = member.read()
      if (!('result' in content)) return { name }
      return { name, hash: content.hash, text: content.result.text, ...content.result.meta }
    } catch (error) {
      return { name, error: (error as { why?: string }).why }
    }
  })
}

const LONG = 'The harbour was full of people who had come to see the ships return from the north.'

describe('tables', () => {
  it('finds the columns by their names, in any order and language', async () => {
    const found = await articles(
      'news.csv',
      `id,Published At,Headline,Body,Source,Author\n7,2018-10-17,Ships come home,"${LONG}\nA second ""line"", it said.",Kazinform,Ann Lee\n8,2018-10-18,"Rails, again",${LONG},AFP,\n`,
    )
    expect(found).toMatchObject([
      { name: '2', title: 'Ships come home', text: `Ships come home\n\n${LONG}\nA second "line", it said.`, date: '2018-10-17', agency: 'Kazinform', author: 'Ann Lee' },
      { name: '3', title: 'Rails, again', agency: 'AFP' },
    ]) // prettier-ignore
    const russian = await articles(
      'a.csv',
      `дата;заголовок;текст\n17.10.2018;Корабли вернулись;В гавани было много людей, пришедших встречать корабли.\n`,
    )
    expect(russian).toMatchObject([{ title: 'Корабли вернулись', date: '17.10.2018' }])
  })

  it.each([
    ['tabs', 'a.tsv', `title\ttext\nShips\t${LONG}\n`],
    ['semicolons and Excel’s first line', 'a.csv', `sep=;\r\ntitle;text\r\nShips;${LONG}\r\n`],
    ['a column without a telling name', 'a.csv', `a,b\nShips,"${LONG} ${LONG}"\nRails,"${LONG} ${LONG}"\n`],
    ['no names at all', 'a.csv', `2018-10-17,"${LONG} ${LONG}"\n2018-10-18,"${LONG} ${LONG}"\n`],
    ['UTF-16', 'a.csv', Buffer.from(`\ufefftitle,text\nShips,${LONG}\n`, 'utf16le')],
    ['a byte order mark', 'a.csv', `\ufefftitle,text\nShips,${LONG}\n`],
  ])('reads %s', async (_, path, content) => {
    const found = await articles(path, content)
    expect(found?.[0]?.text).toContain(LONG)
    expect(found?.[0]?.text).not.toMatch(/^title/)
  })

  it('takes a list of headlines for articles, dates as machines write them', async () => {
    const found = await articles(
      'a.csv',
      'publish_date,headline_text\n20030219,ships come home to a full harbour\n20030220,rails are to be laid again\n',
    )
    expect(found).toMatchObject([{ text: 'ships come home to a full harbour', date: '2003-02-19' }, {}])
  })

  it('leaves a table of figures, which is then read as the text it is', async () => {
    expect(await articles('a.csv', 'year,value\n2018,4.2\n2019,4.4\n')).toBeNull()
  })

  it('gives a row the same identity wherever it stands, and another when a value changes', async () => {
    const row = (text: string) => ['Ships,', text, '\n'].join('')
    const one = await articles('a.csv', `title,text\n${row(LONG)}${row(`${LONG} More.`)}`)
    const two = await articles('b.csv', `title,text\n${row(`${LONG} More.`)}${row(LONG)}`)
    expect(one?.map((article) => article.hash)).toEqual(two?.map((article) => article.hash).reverse())
    expect(one?.[0]?.hash).not.toBe(one?.[1]?.hash)
  })

  it('reads pages in cells, and says when a row is empty', async () => {
    const found = await articles('a.csv', `title,text\nShips,"<p>${LONG}</p><p>More &amp; more.</p>"\n"",""\n, \n`)
    expect(found).toMatchObject([{ text: `Ships\n\n${LONG}\n\nMore & more.` }])
  })
})

describe('JSON', () => {
  it.each([
    ['a list', JSON.stringify([{ title: 'Ships', body: LONG }, { title: 'Rails', body: LONG }])],
    ['lines', `${JSON.stringify({ title: 'Ships', body: LONG })}\n${JSON.stringify({ title: 'Rails', body: LONG })}\n`],
    ['what a search engine answers', JSON.stringify({ took: 3, hits: { hits: [{ _source: { title: 'Ships', body: LONG } }, { _source: { title: 'Rails', body: LONG } }] } })],
    ['a news service’s answer', JSON.stringify({ response: { results: [{ webTitle: 'Ships', fields: { bodyText: LONG } }, { webTitle: 'Rails', fields: { bodyText: LONG } }] } })],
  ])('finds the articles of %s', async (_, content) => {
    expect(await articles('a.json', content)).toMatchObject([
      { name: '1', title: 'Ships', text: `Ships\n\n${LONG}` },
      { name: '2', title: 'Rails' },
    ])
  }) // prettier-ignore

  it('reads one article with lists in it', async () => {
    const article = {
      headline: 'Ships',
      text: [LONG, `${LONG} More.`],
      authors: ['Ann Lee', { name: 'Bo Ek' }],
      created: 1539763200,
      tags: [{ name: 'sea' }],
      images: [{ caption: 'A ship' }],
    }
    expect(await articles('a.json', JSON.stringify(article, null, 1))).toMatchObject([
      { title: 'Ships', text: `Ships\n\n${LONG}\n\n${LONG} More.`, author: 'Ann Lee, Bo Ek', date: '2018-10-17T08:00:00.000Z' },
    ]) // prettier-ignore
  })

  it('goes on after a broken line', async () => {
    const line = JSON.stringify({ title: 'Ships', body: LONG })
    expect(await articles('a.jsonl', `${line}\n${line}\n{"title": "cut\n${line}`)).toMatchObject([
      { name: '1' }, { name: '2' }, { name: '3', error: 'damaged' }, { name: '4', title: 'Ships' },
    ]) // prettier-ignore
  })

  it.each(['{"a":1}', '[1,2,3]', '{"a":', '[[[[', '{}'])('leaves %s, which holds no articles', async (content) => {
    expect(await articles('a.json', content)).toBeNull()
  })
})

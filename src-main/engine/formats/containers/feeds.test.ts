import { describe, expect, it } from 'vitest'
import { bytesOf } from '../byte-source'
import { xmlReader } from '../feeds/xml-reader'
import { chooseContainer } from './choose-container'

async function members(content: string | Buffer) {
  const source = bytesOf(Buffer.from(content))
  const reader = await chooseContainer(source, 'feed.xml')
  return reader && Array.from(reader.members(source, 'feed.xml'))
}
async function articles(content: string | Buffer) {
  return (await members(content))?.map((member) => {
    const read = member.read()
    return { name: member.name, ...('result' in read ? { text: read.result.text, ...read.result.meta } : {}) }
  })
}
const read = (content: string) => Promise.resolve(xmlReader.read({ path: 'a.xml', bytes: Buffer.from(content) }))

const RSS = (items: string) => `<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:content="c" xmlns:dc="d"><channel><title>Kazinform</title><description>News</description>${items}</channel></rss>`
const ITEM = `<item><title>Ships &amp; harbours</title><link>https://x.org/1</link><guid>https://x.org/1</guid><pubDate>Wed, 17 Oct 2018 09:12:00 +0500</pubDate>
  <dc:creator>Ann Lee</dc:creator><description>Short.</description><content:encoded><![CDATA[<p>The harbour was full.</p><p>So it was.</p>]]></content:encoded></item>`

describe('feeds', () => {
  it('reads RSS: the longest text of each item, with the feed as its agency', async () => {
    expect(await articles(RSS(`${ITEM}<item><title>Only a headline here</title></item>`))).toEqual([
      { name: 'x.org/1', title: 'Ships & harbours', text: 'Ships & harbours\n\nThe harbour was full.\n\nSo it was.', date: '17 Oct 2018 09:12:00 +0500', author: 'Ann Lee', agency: 'Kazinform' },
      { name: '2', title: 'Only a headline here', text: 'Only a headline here', agency: 'Kazinform' },
    ]) // prettier-ignore
  })

  it('gives an item the same identity when others come before it', async () => {
    const hash = async (xml: string, at: number) => {
      const content = (await members(xml))?.[at]?.read()
      return content && 'hash' in content ? content.hash : null
    }
    const first = await hash(RSS(ITEM), 0)
    expect(first).toMatch(/^[0-9a-f]{64}$/)
    expect(await hash(RSS(`<item><title>Newer</title></item>${ITEM}`), 1)).toBe(first)
    expect(await hash(RSS(ITEM.replace('full', 'empty')), 0)).not.toBe(first)
  })

  it('reads Atom with text, HTML and XHTML, and RDF', async () => {
    const atom = `<feed xmlns="http://www.w3.org/2005/Atom"><title>Desk</title>
      <entry><id>urn:1</id><title type="html">One &lt;b&gt;bold&lt;/b&gt;</title><published>2018-10-17T09:00:00Z</published><author><name>Ann Lee</name></author><content type="html">&lt;p&gt;Words&lt;/p&gt;</content></entry>
      <entry><id>urn:2</id><title>Two</title><content type="xhtml"><div xmlns="h"><p>First <em>word</em></p><p>Second</p></div></content></entry></feed>`
    expect(await articles(atom)).toMatchObject([
      { name: 'urn:1', text: 'One bold\n\nWords', author: 'Ann Lee', date: '2018-10-17T09:00:00Z', agency: 'Desk' },
      { name: 'urn:2', text: 'Two\n\nFirst word\n\nSecond' },
    ])
    const rdf =
      '<rdf:RDF xmlns:rdf="r"><channel><title>Old</title></channel><item rdf:about="http://x/1"><title>Item</title><description>Text</description></item></rdf:RDF>'
    expect(await articles(rdf)).toMatchObject([{ name: 'x/1', text: 'Item\n\nText', agency: 'Old' }])
  })

  it('reads a feed in the encoding it declares', async () => {
    const xml = Buffer.concat([
      Buffer.from('<?xml version="1.0" encoding="windows-1251"?><rss><channel><item><title>'),
      Buffer.of(0xcc, 0xee, 0xf1, 0xea, 0xe2, 0xe0),
      Buffer.from('</title></item></channel></rss>'),
    ])
    expect(await articles(xml)).toMatchObject([{ title: 'Москва' }])
  })
})

describe('XML of news agencies', () => {
  const nitf = `<nitf><head><title>slug</title><docdata><date.issue norm="20181017T091200+0500"/></docdata><pubdata name="The Daily"/></head>
    <body><body.head><hedline><hl1>Ships come home</hl1><hl2>Harbour full</hl2></hedline><byline>By <person>Ann Lee</person></byline><dateline><location>OSLO</location></dateline></body.head>
    <body.content><block><p>The harbour was full.</p><p>So it was.</p></block><media><media-caption>Photo</media-caption></media></body.content></body></nitf>`

  it('reads NITF', async () => {
    expect(await read(nitf)).toMatchObject({
      text: 'Ships come home\n\nHarbour full\n\nBy Ann Lee\n\nOSLO\n\nThe harbour was full.\n\nSo it was.',
      meta: {
        title: 'Ships come home',
        author: 'Ann Lee',
        place: 'OSLO',
        agency: 'The Daily',
        date: '2018-10-17T09:12',
      },
    })
  })

  const g2 = (guid: string, content: string) =>
    `<newsItem guid="${guid}"><itemMeta><provider qcode="nprov:AFP"/><versionCreated>2018-10-17T10:00:00Z</versionCreated></itemMeta>
     <contentMeta><contentCreated>2018-10-17T09:00:00Z</contentCreated><headline>Ships come home</headline><by>Ann Lee</by></contentMeta><contentSet>${content}</contentSet></newsItem>`

  it('reads NewsML-G2 with a page, with NITF and with text', async () => {
    const page = g2(
      '1',
      '<inlineXML><html xmlns="h"><head><title>x</title></head><body><p>One.</p><p>Two.</p></body></html></inlineXML>',
    )
    expect(await read(page)).toMatchObject({
      text: 'Ships come home\n\nOne.\n\nTwo.',
      meta: { title: 'Ships come home', author: 'Ann Lee', agency: 'AFP', date: '2018-10-17T09:00:00Z' },
    })
    expect((await read(g2('1', `<inlineXML>${nitf}</inlineXML>`))).meta).toMatchObject({ agency: 'AFP', place: 'OSLO' })
    expect((await read(g2('1', '<inlineData>Plain words</inlineData>'))).text).toBe('Ships come home\n\nPlain words')
  })

  it('reads a message of several stories', async () => {
    const message = `<?xml version="1.0"?><newsMessage><itemSet>${g2('urn:a', '<inlineData>A</inlineData>')}${g2('urn:b', '<inlineData>B</inlineData>')}</itemSet></newsMessage>`
    expect(await articles(message)).toMatchObject([{ name: 'urn:a' }, { name: 'urn:b', text: 'Ships come home\n\nB' }])
  })

  it('reads the Reuters corpus', async () => {
    const rcv1 = `<?xml version="1.0" encoding="iso-8859-1" ?><newsitem itemid="2286" date="1996-08-20"><title>MEXICO: x</title><headline>Recovery excitement</headline><dateline>MEXICO CITY</dateline><text><p>Emerging evidence.</p><p>More.</p></text></newsitem>`
    expect(await read(rcv1)).toMatchObject({
      text: 'Recovery excitement\n\nEmerging evidence.\n\nMore.',
      meta: { title: 'Recovery excitement', date: '1996-08-20' },
    })
  })

  it('takes other XML as the words it has, and refuses entities of its own', async () => {
    expect((await read('<?xml version="1.0"?><letter><p>Dear all,</p><p>yours</p></letter>')).text).toBe(
      'Dear all,\n\nyours',
    )
    await expect(read('<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>')).rejects.toMatchObject({
      why: 'unsafe',
    })
  })
})

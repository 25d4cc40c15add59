import { describe, expect, it } from 'vitest'
import { splitBlocks } from '../../domain/text/blocks'
import { htmlReader } from './html-reader'

const read = (html: string | Buffer) => htmlReader.read({ path: 'a.html', bytes: Buffer.from(html) })
const story = (inner: string, head = '') =>
  `<!doctype html><html><head>${head}</head><body><nav>Home | World | Sport</nav><article><h1>Ships come home</h1>${inner}</article><footer>All rights reserved</footer></body></html>`
const long = (words: string) =>
  `<p>${words} ${'The harbour was full of people who had come to see the ships return. '.repeat(4)}</p>`

describe('the HTML reader', () => {
  it('gives the story with its headline and its paragraphs, without what stands around it', async () => {
    const { text } = await read(
      story(`${long('First.')}${long('Second <b>bold</b>, <a href="x">linked</a>.')}<ul><li>One</li><li>Two</li></ul>`),
    )
    const blocks = splitBlocks(text).map((block) => text.slice(block.start, block.end))
    expect(blocks[0]).toBe('Ships come home')
    expect(blocks[1]).toMatch(/^First\. The harbour/)
    expect(blocks[2]).toMatch(/^Second bold, linked\. The/)
    expect(blocks.slice(3)).toEqual(['One', 'Two'])
    expect(text).not.toMatch(/World|rights/)
  })

  it('leaves out prose beside the element that holds the story', async () => {
    const page = story(long('First.') + long('Second.')).replace(
      '<article>',
      '<div class="ticker">Most read this hour: herring, rails and ten walks for a wet weekend, all of it here</div><article>',
    )
    expect((await read(page)).text).toMatch(/^Ships come home\n\nFirst\./)
  })

  it('takes all of a page whose articles are teasers of it', async () => {
    const teaser = '<article><p>One ship came home today, to the joy of all.</p></article>'
    const { text } = await read(`<body><main>${long('First.')}${long('Second.')}${teaser}</main></body>`)
    expect(text).toMatch(/First\.[^]*Second\./)
  })

  it('shows white space as a browser does', async () => {
    const { text } = await read(
      '<body><p>  one\n  <b>two</b>three </p>\n<p>four<br>five</p><pre>a\n  b</pre><table><tr><td>x</td><td>y</td></tr></table></body>',
    )
    expect(text).toBe('one twothree\n\nfour\nfive\n\na\n  b\n\nx\ty')
  })

  it.each([
    ['JSON-LD', `<script type="application/ld+json">{"@graph":[{"@type":"WebSite","name":"no"},{"@type":"NewsArticle","headline":"Ships","datePublished":"2019-03-12T10:00:00Z","author":[{"name":"Ann Lee"},{"name":"Bo Ek"}],"publisher":{"name":"Norden"}}]}</script>`,
      { title: 'Ships', date: '2019-03-12T10:00:00Z', author: 'Ann Lee, Bo Ek', agency: 'Norden', dateOrigin: 'json-ld' }],
    ['broken JSON-LD beside meta', `<script type="application/ld+json">{"@type":</script><meta property="og:title" content="Ships"><meta name="date" content="2019-03-12"><meta property="og:site_name" content="Norden">`,
      { title: 'Ships', date: '2019-03-12', agency: 'Norden', dateOrigin: 'meta' }],
    ['nothing', '<title>Title | Site</title>', { title: 'Ships come home' }],
  ])('takes title, date, author and house from %s', async (_, head, meta) => {
    expect((await read(story(long(''), head))).meta).toEqual(meta)
  }) // prettier-ignore

  it('decodes by the declared charset, and by UTF-8 when that lies', async () => {
    const windows = Buffer.from(story(long('Z\xfcrich'), '<meta charset="windows-1252">'), 'latin1')
    expect((await read(windows)).text).toContain('Zürich')
    expect((await read(story(long('Zürich'), '<meta charset="windows-1251">'))).text).toContain('Zürich')
  })

  it('hides what a browser hides', async () => {
    const { text } = await read(
      '<body><p>Seen</p><p hidden>No</p><p style="display: none">No</p><noscript>No</noscript><template><p>No</p></template><svg><text>No</text></svg></body>',
    )
    expect(text).toBe('Seen')
  })
})

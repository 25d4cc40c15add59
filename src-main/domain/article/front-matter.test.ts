import { describe, expect, it } from 'vitest'
import { readFrontMatter, statedHeader } from './front-matter'

describe('readFrontMatter', () => {
  it('reads plain and quoted values, first items of lists, and where the text starts', () => {
    const raw =
      '---\ntitle: "Talks: the end"\ndate: 2019-03-12 # printed\nauthors:\n  - Ann Roe\n  - Jo Doe\ntags: [a, b]\n---\nText'
    const front = readFrontMatter(raw)
    expect(front && Object.fromEntries(front.values)).toEqual({
      title: 'Talks: the end',
      date: '2019-03-12',
      authors: 'Ann Roe',
      tags: 'a',
    })
    expect(raw.slice(front?.bodyStart)).toBe('Text')
    expect(front && statedHeader(front.values)).toEqual({
      title: 'Talks: the end',
      date: '2019-03-12',
      author: 'Ann Roe',
    })
  })

  it('reads line ends of any system and a byte order mark', () => {
    const front = readFrontMatter('\uFEFF---\r\ntitle: A\r\n---\r\nText')
    expect(front?.values.get('title')).toBe('A')
  })

  it('gives nothing for a rule, an open fence or a fence later on', () => {
    expect(readFrontMatter('---\nThis is a story.\n')).toBeNull()
    expect(readFrontMatter('Text\n---\ntitle: A\n---\n')).toBeNull()
    expect(readFrontMatter(`---\n${'key: value\n'.repeat(500)}---\n`)).toBeNull()
  })

  it('ignores a bomb of aliases', () => {
    const bomb = `---\na: &a ["x","x"]\nb: &b [*a,*a,*a]\nc: *b\ntitle: *c\nauthor: !!js/function 1\n---\nText`
    const front = readFrontMatter(bomb)
    expect(front?.values.size).toBe(0)
  })
})
